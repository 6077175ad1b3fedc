import type { Weekday } from "./schedule";

/** A day of each year: month 1 to 12, day 1 to the month's last but never 29 February. */
export interface YearDay {
  readonly month: number;
  readonly day: number;
}

/** A freeze that happens once. */
export interface OnceFreeze {
  readonly kind: "once";
  readonly name: string;
  readonly zone: string;
  /** A local day (`2026-12-15`, from its beginning) or a local time (`2026-12-15T18:00`). */
  readonly from: string;
  /** A local day, frozen to its end, as people read it; or a local time, which is the first that is free again. */
  readonly to: string;
}

/** A freeze that comes again, in whole local days. */
export type RecurringFreeze = { readonly name: string; readonly zone: string } & (
  | { readonly kind: "monthly"; readonly edge: "first" | "last"; readonly days: number }
  | { readonly kind: "weekly"; readonly from: Weekday; readonly to: Weekday }
  | { readonly kind: "yearly"; readonly from: YearDay; readonly to: YearDay }
);

/** A time in which nothing is installed. The last day that a freeze names is frozen too. */
export type Freeze = OnceFreeze | RecurringFreeze;

const weekdays = ["sundays", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays"];

function yearDay({ month, day }: YearDay): string {
  return `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function moment(text: string): string {
  return text.replace("T", " ");
}

/** Says a freeze in words, in the form in which it may be written: `last 3 days of each month, Europe/Paris`. */
export function describeFreeze(freeze: Freeze): string {
  if (freeze.kind === "once") return `${moment(freeze.from)} to ${moment(freeze.to)}, ${freeze.zone}`;
  if (freeze.kind === "monthly") {
    const days = freeze.days === 1 ? "day" : `${freeze.days} days`;
    return `${freeze.edge} ${days} of each month, ${freeze.zone}`;
  }
  if (freeze.kind === "yearly") return `${yearDay(freeze.from)} to ${yearDay(freeze.to)} each year, ${freeze.zone}`;
  const to = freeze.from === freeze.to ? "" : ` to ${weekdays[freeze.to]}`;
  return `${weekdays[freeze.from]}${to}, ${freeze.zone}`;
}
