import { createHash } from "node:crypto";
import type { ClosedEvent } from "./closed-event";
import type { Parsed } from "./finding";
import { parsed, refused } from "./finding";
import { vtimezone } from "./vtimezone";

/** The most bytes that AWS takes in a document. @see https://docs.aws.amazon.com/general/latest/gr/ssm.html */
const mostBytes = 65_536;
const longestLine = 75;
// Part of every event, and no clock may decide it: the same fleet gives the same text.
const stamp = "20260101T000000Z";

function escape(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`);
}

/** Folds a line at 75 octets, never inside a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longestLine) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** An ISO time as iCalendar writes it, without fractions or zone. */
function compact(text: string): string {
  return text.slice(0, 19).replaceAll(/[-:]/g, "");
}

function times(event: ClosedEvent): readonly string[] {
  if (event.kind === "once") return [`DTSTART:${compact(event.from.toString())}Z`, `DTEND:${compact(event.to.toString())}Z`];
  return [
    `DTSTART;TZID=${event.zone}:${compact(event.from.toString({ smallestUnit: "second" }))}`,
    `DTEND;TZID=${event.zone}:${compact(event.to.toString({ smallestUnit: "second" }))}`,
    `RRULE:${event.rule}`,
  ];
}

function vevent(event: ClosedEvent): readonly string[] {
  const content = [...times(event), `SUMMARY:${escape(event.summary)}`];
  const uid = createHash("sha256").update(content.join("\n")).digest("hex").slice(0, 32);
  return ["BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${stamp}`, ...content, "END:VEVENT"];
}

/** A calendar needs something in it; AWS's own empty ones hold such an entry. */
const nothing = ["BEGIN:VTODO", `DTSTAMP:${stamp}`, "UID:fleet-no-freeze", "SUMMARY:No freeze.", "END:VTODO"];

/**
 * The text of a change calendar that is open except during its events: iCalendar as AWS writes it, with CRLF, lines folded at 75
 * octets, an identifier from each event's content and no trace of the clock. Events that are the same are written once.
 *
 * Written here and not by ical-generator (10.2): that puts X-CALENDAR-TYPE behind the events, where a property of the calendar may
 * not stand, and leaves commas in the description unescaped.
 * @returns the text, or a finding when it would be larger than the 64 KB that AWS takes.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-change-calendar.html
 */
export function changeCalendar(calendar: {
  readonly description: string;
  readonly events: readonly ClosedEvent[];
}): Parsed<string> {
  const events = [...new Set(calendar.events.map((event) => vevent(event).map(fold).join("\r\n")))];
  const zones = [...new Set(calendar.events.flatMap((event) => (event.kind === "recurring" ? [event.zone] : [])))].toSorted();
  const text = [
    "BEGIN:VCALENDAR",
    "PRODID:-//AWS//Change Calendar 1.0//EN",
    "VERSION:2.0",
    "X-CALENDAR-TYPE:DEFAULT_OPEN",
    fold(`X-WR-CALDESC:${escape(calendar.description)}`),
    ...zones.flatMap((zone) => vtimezone(zone).map(fold)),
    ...(events.length > 0 ? events : nothing),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  const bytes = Buffer.byteLength(text);
  if (bytes <= mostBytes) return parsed(text);
  return refused({
    got: `a change calendar of ${bytes} bytes with ${events.length} events`,
    want: `at most ${mostBytes} bytes`,
    fix: "use fewer freezes, or freezes that come again instead of many single ones",
  });
}
