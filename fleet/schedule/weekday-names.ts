/** The days of the week as AWS's cron expressions write them, Sunday first: a weekday's number is its place here. */
export const WEEKDAY_NAMES = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;
