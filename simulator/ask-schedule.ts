import { Temporal } from "temporal-polyfill";
import type { AskingTime } from "../fleet/schedule/ask-before";
import { parseSchedule } from "../fleet/schedule/parse-schedule";
import { startMillis } from "../fleet/schedule/starts";

/** When EventBridge Scheduler starts something, in milliseconds since 1970: it leaves out a time that the clocks jump over. */
export function askSchedule({ expression, zone }: AskingTime, from: number, to: number): number[] {
  const parsed = parseSchedule(expression);
  if (!parsed.ok || parsed.value.kind !== "cron") throw new Error(`not a schedule of an evaluator: ${expression}`);
  const { value } = parsed;
  return [...startMillis(value, zone, from, to)].filter((start) => {
    const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone);
    return value.fields.hours.includes(hour) && value.fields.minutes.includes(minute);
  });
}
