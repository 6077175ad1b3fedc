import type { Parsed } from "./finding";
import { parsed, refused } from "./finding";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ordinals = ["first", "second", "third", "fourth", "fifth"];

/** What plain words come to: a cron expression's fields and, as written, the days to wait after it. */
export interface CronText {
  readonly body: string;
  readonly wait: string;
}

/** The words that a schedule may be written in, for messages. */
export const scheduleForms =
  "`sundays 03:00`, `daily 02:00`, `weekdays 02:00`, `second tuesday 22:00`, `second tuesday + 3 days 22:00`, `last sunday 04:00`, " +
  "`last day 04:00`, cron(…) or at(…)";

const shape = /^(?<when>[a-z]+(?: [a-z]+)?)(?: \+ (?<offset>\d{1,3}) days?)? (?<hour>\d{2}):(?<minute>\d{2})$/;

function dayFields(when: string): string | null {
  if (when === "daily") return "? * *";
  if (when === "weekdays") return "? * MON-FRI";
  if (when === "last day") return "L * ?";
  const every = weekdays.findIndex((weekday) => when === `${weekday}s`);
  if (every >= 0) return `? * ${(weekdays[every] ?? "").slice(0, 3).toUpperCase()}`;
  const [which = "", day = ""] = when.split(" ");
  const weekday = weekdays.indexOf(day);
  if (weekday < 0) return null;
  const nth = ordinals.indexOf(which) + 1;
  if (nth > 0) return `? * ${day.slice(0, 3).toUpperCase()}#${nth}`;
  return which === "last" ? `? * ${weekday + 1}L` : null;
}

/**
 * Turns plain words into a cron expression's fields: `second tuesday + 3 days 22:00` into `0 22 ? * TUE#2 *` and 3 days.
 * Lower case and single spaces are expected. Null when the words are none of ours; findings when they are, but mean nothing.
 */
export function parseScheduleWords(words: string): Parsed<CronText> | null {
  const { when = "", offset, hour = "", minute = "" } = shape.exec(words)?.groups ?? {};
  const days = dayFields(when);
  if (days === null || Number(hour) > 23 || Number(minute) > 59) return null;
  if (offset !== undefined && !days.includes("#") && !days.endsWith("L")) {
    return refused({
      got: `"${words}"`,
      want: "days to wait after one weekday of a month only (second tuesday + 3 days)",
      fix: `name the day itself, such as ${when === "weekdays" ? "saturdays" : when} ${hour}:${minute}`,
    });
  }
  const [dayOfMonth = "", month = "", dayOfWeek = ""] = days.split(" ");
  return parsed({ body: `${Number(minute)} ${Number(hour)} ${dayOfMonth} ${month} ${dayOfWeek} *`, wait: offset ?? "" });
}
