import type { Plan } from "../fleet/plan";
import { rfc3339 } from "../fleet/schedule/rfc3339";
import type { RunLog } from "./group-run";
import type { Year } from "./year";

/** Why a run was held: what the gate said first. */
export type HeldBy = "freeze" | "ring before" | "people" | "evidence" | "alarm" | "evaluator" | "approval";

/** What became of a row in one week. */
export interface WeekCell {
  /** When the week begins: RFC 3339 in UTC. */
  readonly starts: string;
  readonly result: "installed" | "failed" | "held" | "none";
  /** Null where it was not held. */
  readonly heldBy: HeldBy | null;
  /** How many runs of groups in places there were: installed, failed, held, and windows that opened nothing. */
  readonly runs: Readonly<Record<"installed" | "failed" | "held" | "none", number>>;
}

/** A ring's automatic groups, or a group under review, week by week. */
export interface PictureRow {
  readonly name: string;
  readonly kind: "ring" | "review group";
  readonly weeks: readonly WeekCell[];
}

const WEEK = 7 * 24 * 3_600_000;

/** The first of the gate's reasons, by who can do something about it. */
export function heldBy(why: string, orderHolds: boolean): HeldBy {
  if (why.includes("freeze: calendar")) return orderHolds ? "ring before" : "freeze";
  if (why.includes("/declared")) return "people";
  if (/release \S+\/proved(?: lapsed|: held: not proved yet)/u.test(why)) return "evaluator";
  if (/release \S+\/proved: held: \d+ of \d+ alarms are quiet/u.test(why)) return "alarm";
  return why.includes("/proved") ? "evidence" : "approval";
}

function cell(starts: number, runs: readonly RunLog[], reason: (run: RunLog) => HeldBy): WeekCell {
  const count = (result: RunLog["result"]) => runs.filter((run) => run.result === result).length;
  const counts = { installed: count("succeeded"), failed: count("failed"), held: count("held"), none: count("none") };
  const held = runs.find(({ result }) => result === "held");
  const result = counts.failed > 0 ? "failed" : counts.installed > 0 ? "installed" : held ? "held" : "none";
  return {
    starts: rfc3339(starts),
    result,
    heldBy: result === "held" && held ? reason(held) : null,
    runs: counts,
  };
}

/** A year as a picture: a row for each ring, then one for each group under review; a column for each week. */
export function pictureOf(plan: Plan, year: Year, byOrder: (run: RunLog) => boolean): PictureRow[] {
  const weeks = Array.from({ length: Math.ceil((year.to - year.from) / WEEK) }, (_, week) => year.from + week * WEEK);
  const row = (name: string, kind: PictureRow["kind"], runs: readonly RunLog[]): PictureRow => {
    const reason = (run: RunLog) => heldBy(run.why, byOrder(run));
    const inWeek = (starts: number) => runs.filter(({ at }) => at >= starts && at < starts + WEEK);
    return { name, kind, weeks: weeks.map((starts) => cell(starts, inWeek(starts), reason)) };
  };
  const standing = (name: string) => year.runs.filter(({ kind, ring }) => kind === "standing" && ring === name);
  const approved = (name: string) => year.runs.filter(({ kind, group }) => kind === "approval" && group === name);
  return [
    ...plan.rings.map(({ name }) => row(name, "ring", standing(name))),
    ...plan.groups.filter(({ sensitive }) => sensitive).map(({ name }) => row(name, "review group", approved(name))),
  ];
}
