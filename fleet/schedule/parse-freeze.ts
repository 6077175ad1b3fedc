import { Temporal } from "temporal-polyfill";
import type { Finding, Parsed } from "./finding";
import { parsed, refused } from "./finding";
import type { Freeze, OnceFreeze, YearDay } from "./freeze";
import { onceBegin, onceEnd } from "./freeze-periods";
import type { Weekday } from "./schedule";
import { zoneFinding } from "./zone-finding";

/** A freeze as people write it: once from and to, or again and again. */
export type FreezeText =
  | { readonly name: string; readonly zone: string; readonly from: string; readonly to: string }
  | { readonly name: string; readonly zone: string; readonly every: string };

const weekdays: readonly (readonly [string, Weekday])[] = [
  ["sunday", 0],
  ["monday", 1],
  ["tuesday", 2],
  ["wednesday", 3],
  ["thursday", 4],
  ["friday", 5],
  ["saturday", 6],
];
const mostDays = 25;

function weekdayOf(word: string): Weekday | null {
  return weekdays.find(([name]) => word === name || word === `${name}s`)?.[1] ?? null;
}

function yearDayOf(text: string): YearDay | null {
  const [, month = "", day = ""] = /^(\d{2})-(\d{2})$/.exec(text) ?? [];
  // 2027 has no 29 February: a day that is missing in most years bounds nothing.
  const last = new Date(Date.UTC(2027, Number(month), 0)).getUTCDate();
  const exists = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
  return exists ? { month: Number(month), day: Number(day) } : null;
}

function monthly(name: string, zone: string, words: string): Parsed<Freeze> | null {
  const [, edge = "", count, plural] = /^(first|last)(?: (\d{1,3}))? day(s?) of (?:each|every) month$/.exec(words) ?? [];
  if (edge !== "first" && edge !== "last") return null;
  const days = Number(count ?? 1);
  if (days < 1 || days > mostDays || (count === undefined && plural === "s")) {
    return refused({ got: `"${words}"`, want: `1 to ${mostDays} days`, fix: `write for example "${edge} 3 days of each month"` });
  }
  return parsed({ kind: "monthly", name, zone, edge, days });
}

function weekly(name: string, zone: string, words: string): Parsed<Freeze> | null {
  const [first = "", last = first, ...more] = words.split(" to ");
  const from = weekdayOf(first);
  const to = weekdayOf(last);
  if (from === null || to === null || more.length > 0) return null;
  if ((to - from + 7) % 7 === 6) {
    return refused({
      got: `"${words}"`,
      want: "a freeze that ends: this one is the whole week",
      fix: "leave out the days that are free",
    });
  }
  return parsed({ kind: "weekly", name, zone, from, to });
}

function yearly(name: string, zone: string, words: string): Parsed<Freeze> | null {
  const [, first = "", last = ""] = /^(\d{2}-\d{2}) to (\d{2}-\d{2}) (?:each|every) year$/.exec(words) ?? [];
  if (first === "") return null;
  const from = yearDayOf(first);
  const to = yearDayOf(last);
  if (from === null || to === null) {
    return refused({
      got: `"${words}"`,
      want: "two days, month first, that every year has",
      fix: 'write for example "12-20 to 01-03 each year"; instead of 02-29 write 02-28 or 03-01',
    });
  }
  const free = (Date.UTC(2027, from.month - 1, from.day) - Date.UTC(2027, to.month - 1, to.day)) / 86_400_000;
  if (free === 1 || free === -364) {
    return refused({
      got: `"${words}"`,
      want: "a freeze that ends: this one is the whole year",
      fix: "leave out the days that are free",
    });
  }
  return parsed({ kind: "yearly", name, zone, from, to });
}

function recurring(name: string, zone: string, every: string): Parsed<Freeze> {
  const words = every.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const read = monthly(name, zone, words) ?? weekly(name, zone, words) ?? yearly(name, zone, words);
  if (read !== null) return read;
  return refused({
    got: `"${every}"`,
    want: "`last 3 days of each month`, `first 2 days of each month`, `fridays to sundays`, `sundays` or `12-20 to 01-03 each year`",
    fix: "write the freeze in one of these forms, or once with from and to",
  });
}

function momentFinding(text: string, side: string): Finding | null {
  if (/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?$/.test(text)) {
    try {
      Temporal.PlainDateTime.from(text, { overflow: "reject" });
      return null;
    } catch {
      // A day such as 31 November: refused below.
    }
  }
  return {
    got: `"${text}" as ${side}`,
    want: "a day or a local time that exists",
    fix: "write for example 2026-12-15 or 2026-12-15T18:00",
  };
}

function once(freeze: OnceFreeze): Parsed<Freeze> {
  const findings = [momentFinding(freeze.from, "from"), momentFinding(freeze.to, "to")].filter((each) => each !== null);
  if (findings.length > 0) return refused(...findings);
  if (onceBegin(freeze) < onceEnd(freeze)) return parsed(freeze);
  return refused({
    got: `${freeze.from} to ${freeze.to}`,
    want: "a freeze that ends after it begins",
    fix: freeze.from > freeze.to ? "exchange from and to" : "write a later to",
  });
}

/**
 * Reads a freeze as people write it, once (`from`, `to`) or in words (`every`), in a time zone of its own.
 * What is wrong comes back as findings: a day that does not exist, an end before the beginning, a zone that AWS would not know.
 */
export function parseFreeze(text: FreezeText): Parsed<Freeze> {
  const zone = zoneFinding(text.zone);
  if (zone !== null) return refused(zone);
  if ("every" in text) return recurring(text.name, text.zone, text.every);
  return once({ kind: "once", name: text.name, zone: text.zone, from: text.from, to: text.to });
}
