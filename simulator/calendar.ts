import type { ClosedEvent } from "../fleet/schedule/closed-event";
import { guardedAt, guardsOf, type Guard } from "../fleet/schedule/guard";
import type { RingOrder } from "../fleet/schedule/ring";

/** An instant as iCalendar writes it in UTC, in milliseconds since 1970. */
function instant(text: string): number {
  const [, year = "", month = "", day = "", hour = "", minute = "", second = ""] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/u.exec(text) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

type Once = Pick<Extract<ClosedEvent, { kind: "once" }>, "kind"> & { readonly from: number; readonly to: number };

function onceEvents(text: string): Once[] {
  return text.split("BEGIN:VEVENT").flatMap((event): Once[] => {
    const [, from] = /^DTSTART:(\S+)\r?$/mu.exec(event) ?? [];
    const [, to] = /^DTEND:(\S+)\r?$/mu.exec(event) ?? [];
    return from !== undefined && to !== undefined ? [{ kind: "once", from: instant(from), to: instant(to) }] : [];
  });
}

/**
 * A change calendar as the service answers it: is it closed at an instant? Events that happen once are read from the text that is
 * uploaded; of those that come again the text tells which freezes they are, and the arithmetic that wrote them tells when.
 */
export function calendarReader(text: string, order: RingOrder): (at: number) => boolean {
  const lines = text.replaceAll("\r\n ", "");
  const once = onceEvents(lines);
  const again: Guard[] = guardsOf(order).filter(
    ({ freeze }) => freeze.kind !== "once" && lines.includes(`SUMMARY:freeze ${freeze.name}:`),
  );
  return (at) => once.some(({ from, to }) => at >= from && at < to) || again.some((guard) => guardedAt(guard, at) !== null);
}
