import { Temporal } from "temporal-polyfill";
import type { ClosedEvent } from "./closed-event";
import type { RecurringFreeze } from "./freeze";
import { describeFreeze } from "./freeze";
import type { Period } from "./freeze-periods";
import { wallPeriods } from "./freeze-periods";
import { judgedYears } from "./judged-years";

const dayMillis = 86_400_000;
const hourMillis = 3_600_000;
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function plain(wall: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();
}

/** The day of a month in a rule; a day before the first counts back from the end of the month before. */
function monthDay(day: number): string {
  return `BYMONTHDAY=${day >= 1 ? day : day - 1}`;
}

function yearly(month: number, day: number): string {
  return `FREQ=YEARLY;BYMONTH=${day >= 1 ? month : ((month + 10) % 12) + 1};${monthDay(day)}`;
}

/** The rule of a freeze's first day, some days earlier, and of its last. */
function rules(freeze: RecurringFreeze, earlier: number): { readonly first: string; readonly last: string } {
  if (freeze.kind === "weekly") {
    const byDay = (day: number) => `FREQ=WEEKLY;BYDAY=${weekdays[(day + 7) % 7]}`;
    return { first: byDay(freeze.from - earlier), last: byDay(freeze.to) };
  }
  if (freeze.kind === "monthly") {
    const first = freeze.edge === "first" ? monthDay(1 - earlier) : `BYMONTHDAY=${-freeze.days - earlier}`;
    const last = freeze.edge === "first" ? monthDay(freeze.days) : "BYMONTHDAY=-1";
    return { first: `FREQ=MONTHLY;${first}`, last: `FREQ=MONTHLY;${last}` };
  }
  const { from, to } = freeze;
  return { first: yearly(from.month, from.day - earlier), last: yearly(to.month, to.day) };
}

/** The last of February in a yearly freeze that goes on into March: its length is another one every fourth year. */
function leapDay(freeze: RecurringFreeze, period: Period): number | null {
  if (freeze.kind !== "yearly") return null;
  const year = new Date(period.to - dayMillis).getUTCFullYear();
  const march = Date.UTC(year, 2, 1);
  return period.from < march && period.to > march ? march - dayMillis : null;
}

/**
 * A recurring freeze as events of a calendar, beginning `lead` milliseconds before its first midnight on the wall clock.
 *
 * Readers disagree whether an event that spans a change of the clocks keeps its length or its end on the wall. So the last half day
 * is an event of its own, and what comes before it overlaps it by two hours: either reading ends when the freeze ends. (Where clocks
 * change in the evening, as in Nuuk, a reader that keeps the length is an hour off on that one evening.) A freeze over the end of
 * February has one more event, since leap years make it longer.
 */
export function recurringEvents(freeze: RecurringFreeze, lead: number, summary: string): readonly ClosedEvent[] {
  const [period] = wallPeriods(freeze, judgedYears.from + 7 * dayMillis, judgedYears.to);
  if (period === undefined) return [];
  const { name, zone } = freeze;
  const begin = period.from - lead;
  const { first, last } = rules(freeze, Math.round((period.from - Math.floor(begin / dayMillis) * dayMillis) / dayMillis));
  const event = (from: number, to: number, rule: string): ClosedEvent => ({
    kind: "recurring",
    summary: `${summary} ${name}: ${describeFreeze(freeze)}`,
    zone,
    from: plain(from),
    to: plain(to),
    rule,
  });
  const tail = event(period.to - dayMillis / 2, period.to, last);
  const overlap = period.to - dayMillis / 2 + 2 * hourMillis;
  const leap = leapDay(freeze, period);
  if (leap === null) return [event(begin, overlap, first), tail];
  return [
    event(begin, leap + dayMillis + 2 * hourMillis, first),
    event(leap, overlap, "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"),
    tail,
  ];
}
