import type { Finding, Parsed } from "./finding";
import { parsed, refused } from "./finding";
import { parseSchedule } from "./parse-schedule";
import type { CronSchedule, WindowSchedule } from "./schedule";

function oneStart(schedule: CronSchedule): readonly Finding[] {
  const { seconds, minutes, hours } = schedule.fields;
  return Object.entries({ seconds, minutes, hours })
    .filter(([, values]) => values.length > 1)
    .map(([field, values]) => ({
      got: `${values.length} values for ${field} in ${schedule.expression}, each of which starts a window of its own`,
      want: "one start a day",
      fix: `write one value for ${field}; how long the window stays open is its duration`,
    }));
}

/**
 * Reads the schedule of an install window: `parseSchedule`, and then what only a window of this fleet asks for.
 * One start a day at most, since the end comes from the duration; no `rate(…)`, whose runs nobody can foresee and no freeze or
 * ring order can be proved for; no `UTC` in the text, since the window has a zone of its own.
 */
export function parseWindowSchedule(text: string): Parsed<WindowSchedule> {
  const read = parseSchedule(text);
  if (!read.ok) return read;
  const schedule = read.value;
  if (schedule.kind === "rate") {
    return refused({
      got: schedule.expression,
      want: "a schedule whose runs are known beforehand: a rate counts from the moment the window is made",
      fix: "write the days and the time, such as `sundays 03:00`",
    });
  }
  if (schedule.kind === "at") return parsed(schedule);
  const findings = [...oneStart(schedule)];
  if (schedule.utc) {
    findings.push({
      got: `"${text.trim()}"`,
      want: "a schedule without a zone: a window's zone stands beside it",
      fix: "leave UTC out and write `zone: UTC`",
    });
  }
  return findings.length > 0 ? refused(...findings) : parsed(schedule);
}
