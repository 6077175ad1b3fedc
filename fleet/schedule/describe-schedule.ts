import type { CronSchedule, DayRule, Schedule } from "./schedule";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const ordinals = ["first", "second", "third", "fourth", "fifth"];

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function weekdaysInWords(days: readonly number[]): string {
  if (days.join(",") === "1,2,3,4,5") return "Monday to Friday";
  return `every ${list(days.map((day) => weekdays[day] ?? ""))}`;
}

function dayOfMonth(rule: Exclude<DayRule, { readonly by: "every-day" | "weekdays" }>): string {
  if (rule.by === "days") return `${rule.days.length === 1 ? "day" : "days"} ${list(rule.days.map(String))}`;
  if (rule.by === "last-day") return "the last day";
  if (rule.by === "nearest-weekday") return `the weekday (Monday to Friday) nearest day ${rule.day}`;
  return `the ${rule.by === "nth-weekday" ? ordinals[rule.nth - 1] : "last"} ${weekdays[rule.weekday]}`;
}

/** The days in words, and whether they are days of a month, which then has to be named. */
function days(rule: DayRule): { readonly words: string; readonly ofMonth: boolean } {
  if (rule.by === "every-day") return { words: "every day", ofMonth: false };
  if (rule.by === "weekdays") return { words: weekdaysInWords(rule.weekdays), ofMonth: false };
  return { words: `on ${dayOfMonth(rule)}`, ofMonth: true };
}

function cron(schedule: CronSchedule, zone: string): string {
  const { fields, offsetDays } = schedule;
  const offset = offsetDays === 0 ? "" : ` + ${offsetDays} ${offsetDays === 1 ? "day" : "days"}`;
  const times = fields.hours.flatMap((hour) =>
    fields.minutes.map((minute) => {
      const seconds = fields.seconds[0] ?? 0;
      return `${two(hour)}:${two(minute)}${seconds === 0 ? "" : `:${two(seconds)}`}`;
    }),
  );
  // Longer lists say less than the expression itself.
  if (times.length > 4 || fields.years !== null || (fields.days.by === "days" && fields.days.days.length > 5)) {
    return `by ${schedule.expression}${offset}${zone}`;
  }
  const { words, ofMonth } = days(fields.days);
  const named = list(fields.months.map((month) => months[month - 1] ?? ""));
  const each = fields.months.length === 12 ? (ofMonth ? " of each month" : "") : ofMonth ? ` of ${named}` : ` in ${named}`;
  return `${words}${offset}${each} at ${list(times)}${zone}`;
}

/**
 * Says a schedule in words, the same for an expression and for the words it may have come from: `on the second Tuesday + 3 days
 * of each month at 22:00 Europe/Paris`. What words would only blur (many times a day, chosen years) is given as the expression.
 * @param zone the window's zone, said where the schedule has none of its own.
 */
export function describeSchedule(schedule: Schedule, zone?: string): string {
  if (schedule.kind === "at") {
    const [date = "", time = ""] = schedule.expression.slice(3, -1).split("T");
    return `once, on ${date} at ${time.endsWith(":00") ? time.slice(0, 5) : time} UTC`;
  }
  if (schedule.kind === "rate") return `every ${schedule.expression.slice(5, -1).replace(/^1 /, "")}`;
  return cron(schedule, schedule.utc ? " UTC" : zone === undefined ? "" : ` ${zone}`);
}
