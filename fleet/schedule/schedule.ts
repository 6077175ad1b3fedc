/** A day of the week as JavaScript and croner count it: 0 is Sunday, 6 is Saturday. AWS writes 1 to 7. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Which days of a month a cron expression chooses: its day-of-month and day-of-week fields, read together. */
export type DayRule =
  | { readonly by: "every-day" }
  | { readonly by: "days"; readonly days: readonly number[] }
  | { readonly by: "last-day" }
  | { readonly by: "nearest-weekday"; readonly day: number }
  | { readonly by: "weekdays"; readonly weekdays: readonly Weekday[] }
  | { readonly by: "nth-weekday"; readonly weekday: Weekday; readonly nth: number }
  | { readonly by: "last-weekday"; readonly weekday: Weekday };

/** What a cron expression's fields mean: each a sorted list of values; `years` is null when every year is meant. */
export interface CronFields {
  readonly seconds: readonly number[];
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly days: DayRule;
  /** 1 to 12. */
  readonly months: readonly number[];
  readonly years: readonly number[] | null;
}

/** A schedule that comes again by the calendar, in a time zone that its window names. */
export interface CronSchedule {
  readonly kind: "cron";
  /** AWS's text, such as `cron(0 22 ? * TUE#2 *)`. */
  readonly expression: string;
  /** Days to wait after the day that the expression names, 0 to 6; AWS calls it the schedule offset, and 0 is not sent. */
  readonly offsetDays: number;
  readonly fields: CronFields;
  /** Whether the text itself said `UTC`; then no other zone counts. */
  readonly utc: boolean;
}

/** A schedule that happens once. AWS reads it in UTC whatever zone the window has. */
export interface OnceSchedule {
  readonly kind: "at";
  /** AWS's text, such as `at(2026-12-01T03:00:00)`. */
  readonly expression: string;
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
}

/** A schedule that comes again after a fixed time, counted from when AWS first saw it, so its runs cannot be foreseen. */
export interface RateSchedule {
  readonly kind: "rate";
  /** AWS's text, such as `rate(7 days)`. */
  readonly expression: string;
  readonly minutes: number;
}

/** When something happens, in AWS's own words and in ours. */
export type Schedule = CronSchedule | OnceSchedule | RateSchedule;

/** The schedules whose runs are known beforehand: what an install window may have. */
export type WindowSchedule = CronSchedule | OnceSchedule;
