import type { CronField } from "./cron-field";
import { parseCronField } from "./cron-field";
import type { Finding, Parsed } from "./finding";
import { parsed, refused } from "./finding";
import type { DayRule, Weekday } from "./schedule";
import { WEEKDAY_NAMES } from "./weekday-names";

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
const dayOfMonth: CronField = { name: "the day of the month", min: 1, max: 31 };
const dayOfWeek: CronField = {
  name: "the day of the week",
  min: 1,
  max: 7,
  names: WEEKDAY_NAMES,
};

function undocumented(text: string, field: string, want: string, fix: string): { ok: false; findings: readonly Finding[] } {
  return refused({ got: `"${text}" as ${field}`, want, fix });
}

function ofMonth(text: string): Parsed<DayRule> {
  if (text === "*") return parsed({ by: "every-day" });
  if (text === "L") return parsed({ by: "last-day" });
  const nearest = /^(\d{1,2})W$/.exec(text);
  if (nearest !== null && Number(nearest[1]) >= 1 && Number(nearest[1]) <= 31) {
    return parsed({ by: "nearest-weekday", day: Number(nearest[1]) });
  }
  if (/[LW#]/.test(text)) {
    return undocumented(
      text,
      dayOfMonth.name,
      "1 to 31, *, L alone, or one day with W (3W)",
      "use L, or one day such as 3W, alone",
    );
  }
  const days = parseCronField(text, dayOfMonth);
  if (!days.ok) return days;
  return parsed(days.value.length === 31 ? { by: "every-day" } : { by: "days", days: days.value });
}

function weekdayOf(text: string): Weekday | null {
  const read = parseCronField(text, dayOfWeek);
  return (read.ok && /^\w+$/.test(text) ? weekdays.find((day) => read.value.includes(day + 1)) : null) ?? null;
}

function ofWeek(text: string): Parsed<DayRule> {
  if (text === "L") return parsed({ by: "weekdays", weekdays: [6] });
  const nth = /^(\w+)#(\d)$/.exec(text);
  const last = /^(\w+)L$/.exec(text);
  const weekday = weekdayOf(nth?.[1] ?? last?.[1] ?? "");
  if (nth !== null && weekday !== null && Number(nth[2]) >= 1 && Number(nth[2]) <= 5) {
    return parsed({ by: "nth-weekday", weekday, nth: Number(nth[2]) });
  }
  if (last !== null && weekday !== null) return parsed({ by: "last-weekday", weekday });
  if (/#|\dL|^L|L$|W$/.test(text)) {
    return undocumented(
      text,
      dayOfWeek.name,
      "a weekday, a list or range of them, one with # and 1 to 5 (TUE#2), or one with L (6L)",
      "use one weekday with # or L alone, such as TUE#2 or 6L",
    );
  }
  const days = parseCronField(text, dayOfWeek);
  if (!days.ok) return days;
  if (days.value.length === 7) return parsed({ by: "every-day" });
  return parsed({ by: "weekdays", weekdays: weekdays.filter((day) => days.value.includes(day + 1)) });
}

/**
 * What a cron expression's day-of-month and day-of-week fields mean together; exactly one of them is `?`.
 * Accepts only what AWS documents: no lists of `L`, `W` or `#`, no `LW`, no `L-3`.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function parseCronDays(month: string, week: string): Parsed<DayRule> {
  if (month === "?" && week === "?") {
    return refused({
      got: "? in both day fields",
      want: "? in exactly one of the day of the month and the day of the week",
      fix: "write the other one as * for every day, or as the days you mean",
    });
  }
  if (week === "?") return ofMonth(month);
  if (month === "?") return ofWeek(week);
  return refused({
    got: `"${month}" as the day of the month and "${week}" as the day of the week`,
    want: "? in exactly one of them",
    fix:
      week === "*" ? `write ? instead of ${week} as the day of the week` : `write ? instead of ${month} as the day of the month`,
  });
}
