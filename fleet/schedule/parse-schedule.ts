import { Temporal } from "temporal-polyfill";
import { parseCron } from "./cron";
import type { Parsed } from "./finding";
import { parsed, refused } from "./finding";
import { nearMiss } from "./near-miss";
import type { RateSchedule, OnceSchedule, Schedule } from "./schedule";
import { parseScheduleWords, scheduleForms } from "./schedule-words";

const longest = 256;
const minutesIn: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1440 };

function parseAt(body: string): Parsed<OnceSchedule> {
  const text = body.trim().toUpperCase();
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(text) && !text.endsWith(":60")) {
    try {
      const at = Temporal.PlainDateTime.from(text, { overflow: "reject" }).toZonedDateTime("UTC").epochMilliseconds;
      return parsed({ kind: "at", expression: `at(${text})`, at });
    } catch {
      // A date such as 30 February: refused below like any other text.
    }
  }
  return refused({
    got: `at(${body.trim()})`,
    want: "a date and time that exist, in UTC, without a zone or fractions",
    fix: "write for example at(2027-01-31T03:00:00)",
  });
}

function parseRate(body: string): Parsed<RateSchedule> {
  const [, count = "", unit = "", plural = ""] = /^\s*(\d{1,6})\s+(minute|hour|day)(s?)\s*$/i.exec(body) ?? [];
  const value = Number(count);
  const minutes = value * (minutesIn[unit.toLowerCase()] ?? 0);
  if (unit === "" || value < 1) {
    return refused({
      got: `rate(${body.trim()})`,
      want: "a number from 1 and minutes, hours or days",
      fix: "write for example rate(7 days)",
    });
  }
  if ((value === 1) !== (plural === "")) {
    const right = `${value} ${unit.toLowerCase()}${value === 1 ? "" : "s"}`;
    return refused({
      got: `rate(${body.trim()})`,
      want: "the singular after 1 and the plural after more",
      fix: `write rate(${right})`,
    });
  }
  if (minutes < 5) {
    return refused({ got: `rate(${body.trim()})`, want: "5 minutes or more", fix: "write rate(5 minutes) or a longer time" });
  }
  return parsed({ kind: "rate", expression: `rate(${value} ${unit.toLowerCase()}${plural.toLowerCase()})`, minutes });
}

function parseAfterCron(text: string): Parsed<Schedule> | null {
  const [, body, wait = "", utc] = /^cron\s*\(([^()]*)\)\s*(?:\+\s*(\d{1,3})\s*days?)?(\s+utc)?$/i.exec(text) ?? [];
  return body === undefined ? null : withOffset(body, wait, utc !== undefined);
}

function withOffset(body: string, wait: string, utc: boolean): Parsed<Schedule> {
  if (wait !== "" && (Number(wait) < 1 || Number(wait) > 6)) {
    return refused({
      got: `+ ${wait} days`,
      want: "1 to 6 days after the day that is named",
      fix: "name a later day, or wait 1 to 6 days",
    });
  }
  return parseCron(body, Number(wait), utc);
}

function parseExact(text: string): Parsed<Schedule> | null {
  const [, kind = "", body = ""] = /^(at|rate)\s*\((.*)\)$/i.exec(text) ?? [];
  if (kind.toLowerCase() === "at") return parseAt(body);
  if (kind.toLowerCase() === "rate") return parseRate(body);
  const cron = parseAfterCron(text);
  if (cron !== null) return cron;
  const [, words = "", utc] = /^(.*?)( utc)?$/.exec(text.toLowerCase().replace(/\s+/g, " ")) ?? [];
  const read = parseScheduleWords(words);
  if (read === null || !read.ok) return read;
  return withOffset(read.value.body, read.value.wait, utc !== undefined);
}

/**
 * Reads a schedule as people write it: AWS's `cron(…)`, `at(…)` (UTC) and `rate(…)` in the dialect of maintenance windows, checked
 * in full, or plain words such as `sundays 03:00` and `second tuesday + 3 days 22:00`. Words and `cron(…)` may end in `UTC`, and
 * `cron(…)` may wait: `cron(0 22 ? * TUE#2 *) + 3 days`. Case does not matter.
 *
 * What is wrong comes back as findings, with a suggestion where one is near. Nothing is thrown.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function parseSchedule(text: string): Parsed<Schedule> {
  const trimmed = text.trim();
  if (trimmed.length > longest) {
    return refused({
      got: `${trimmed.length} characters`,
      want: `at most ${longest}`,
      fix: "use a shorter expression, with ranges and steps instead of lists",
    });
  }
  const exact = parseExact(trimmed);
  if (exact !== null) return exact;
  const suggestion = nearMiss(trimmed).find((candidate) => parseExact(candidate)?.ok === true);
  return refused({
    got: `"${trimmed}"`,
    want: `a schedule such as ${scheduleForms}`,
    fix: suggestion === undefined ? "write the schedule in one of these forms" : `did you mean "${suggestion}"?`,
  });
}
