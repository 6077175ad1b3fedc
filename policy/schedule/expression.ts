import { readCron, type Cron } from "./cron";

/** A window's schedule, read. */
export type Schedule =
  | { readonly kind: "cron"; readonly cron: Cron }
  | { readonly kind: "rate" }
  /** Its wall clock, as if it were UTC, in milliseconds; a zone moves it. */
  | { readonly kind: "at"; readonly wallClock: number }
  | { readonly kind: "invalid"; readonly why: string };

/**
 * Reads a window's schedule: `cron(…)`, `rate(…)` or `at(…)`.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function readSchedule(text: string): Schedule {
  const [, form, inside = ""] = /^(cron|rate|at)\((.*)\)$/.exec(text) ?? [];
  if (text.length > 256) return invalid("more than 256 characters");
  if (form === "rate") return readRate(inside);
  if (form === "at") return readAt(inside);
  if (form !== "cron") return invalid("neither cron(…) nor rate(…) nor at(…)");
  const cron = readCron(inside);
  return "why" in cron ? invalid(cron.why) : { kind: "cron", cron };
}

function invalid(why: string): Schedule {
  return { kind: "invalid", why };
}

function readRate(inside: string): Schedule {
  const [, count = "", unit = "", plural] = /^([1-9]\d*) (minute|hour|day)(s)?$/.exec(inside) ?? [];
  if (unit === "") return invalid(`rate "${inside}"`);
  return (count === "1") === (plural === undefined) ? { kind: "rate" } : invalid(`"${inside}": singular for 1, plural for more`);
}

function readAt(inside: string): Schedule {
  const wallClock = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(inside) ? Date.parse(`${inside}Z`) : Number.NaN;
  return Number.isNaN(wallClock) ? invalid(`date "${inside}"`) : { kind: "at", wallClock };
}
