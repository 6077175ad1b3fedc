import { NO_CHANGES } from "../../fleet/changes";
import { isSensitive } from "../../fleet/places";
import { decide, type Plan } from "../../fleet/plan";
import type { RingPlan } from "../../fleet/plan/ring";
import { guardedAt } from "../../fleet/schedule/guard";
import { holdsOf } from "../../fleet/schedule/hold";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { reviewedYear } from "../../simulator/approvals";
import type { Fate } from "../../simulator/fate";
import type { RunLog } from "../../simulator/group-run";
import { simulate, type Simulated, type Year } from "../../simulator/year";

export const WEEK = 7 * 24 * 3_600_000;
const HOUR = 3_600_000;
export const FROM = Date.parse("2026-11-21T00:00:00Z");

/** A fleet, a fate, and what became of both. */
export interface Lived {
  readonly fleet: Fleet;
  readonly plan: Plan;
  readonly fate: Fate;
  readonly year: Year;
}

/** Lets weeks pass over a fleet whose groups under review have something approved every four weeks. */
export function live(fleet: Fleet, fate: Fate, weeks: number, broken: Partial<Pick<Simulated, "gate" | "changed">> = {}): Lived {
  const to = FROM + weeks * WEEK;
  const plan = decide(fleet, reviewedYear(fleet, NO_CHANGES, FROM, to), new Date(FROM).toISOString());
  return { fleet, plan, fate, year: simulate({ plan, fate, from: FROM, to, ...broken }) };
}

const installs = ({ year }: Lived): RunLog[] => year.runs.filter(({ changes }) => changes.length > 0);
const ringOf = ({ plan }: Lived, name: string): RingPlan => plan.rings.find((ring) => ring.name === name)!;
const told = ({ ring, group, region, at, window }: RunLog): string =>
  `${ring} ${group} ${region} ${window} at ${new Date(at).toISOString()}`;

/** Installs and restarts that began in a freeze of their ring. */
export function inFreezes(lived: Lived): string[] {
  return installs(lived)
    .filter(({ ring, at }) => ringOf(lived, ring).order.freezes.some((freeze) => guardedAt({ freeze, lead: 0 }, at) !== null))
    .map(told);
}

/** Changes to rings that people held, or whose release, proved by evidence, was not open then. */
export function onHeldRings(lived: Lived): string[] {
  const { fate, year } = lived;
  return installs(lived)
    .filter(({ ring: name, at }) => {
      const ring = ringOf(lived, name);
      const declared = fate.declared(name, at + 10_000) ?? ring.release.declared.value;
      if (declared.startsWith("held")) return true;
      if (ring.release.proved === null || declared.endsWith("without proof")) return false;
      const value = year.proofs
        .findLast((proof) => proof.ring === name && proof.at <= at && proof.written.length > 0)
        ?.written.at(-1);
      const [, until = ""] = /^open until (.+)$/u.exec(value ?? "") ?? [];
      return !(Date.parse(until) > at);
    })
    .map(told);
}

/** Changes to groups under review without an approval, or beside its list. */
export function notApproved(lived: Lived): string[] {
  const { fleet, plan } = lived;
  return installs(lived)
    .filter(({ group }) => isSensitive(fleet.groups[group]!))
    .filter(({ kind, window, at, changes, group }) => {
      // A standing restart window needs no approval, and may do nothing else.
      if (kind === "restart") return changes.some((change) => change.kind !== "restart");
      const approval = plan.approvals.find(({ key }) => key === window);
      if (approval?.group !== group || at < Date.parse(approval.approved.at)) return true;
      return changes.some(({ patches }) => patches === null || JSON.stringify(patches) !== JSON.stringify(approval.patches));
    })
    .map(told);
}

/** Changes by an approval that had expired when they began. */
export function afterExpiry(lived: Lived): string[] {
  return installs(lived)
    .filter(({ kind, window, at }) => {
      const approval = kind === "approval" ? lived.plan.approvals.find(({ key }) => key === window) : undefined;
      return approval !== undefined && at >= Date.parse(approval.expires);
    })
    .map(told);
}

/** Releases that were opened while an alarm of their ring rang. */
export function openedInAlarm({ plan, fate, year }: Lived): string[] {
  const alarms = new Map(plan.rings.map(({ name, health }) => [name, health?.alarms ?? []]));
  return year.proofs
    .filter(({ ring, at, written }) => {
      const rings = alarms.get(ring)?.some((alarm) => fate.alarmed(alarm, at)) ?? false;
      return rings && written.some((value) => value.startsWith("open"));
    })
    .map(({ ring, at }) => `${ring} at ${new Date(at).toISOString()}`);
}

/** The latest run of a group's turn in the ring before that had ended by an instant. */
function latestBefore({ year, plan }: Lived, before: RingPlan, limit: number): (RunLog | undefined)[] {
  const turns = plan.stacks.flatMap((stack) =>
    stack.kind !== "member"
      ? []
      : stack.member.regions.flatMap(({ region, windows }) =>
          windows.flatMap(({ key, runs }) =>
            runs
              .filter(({ ring, approval }) => ring === before.name && approval === null)
              .map(({ group }) => ({ account: stack.account.key, region, key, group })),
          ),
        ),
  );
  return turns.map(({ account, region, key, group }) =>
    year.runs.findLast(
      (run) => run.ends <= limit && run.window === key && run.group === group && run.account === account && run.region === region,
    ),
  );
}

/** When what proved an install was asked: the first start of its ring after the asking, less the soak. */
function soakedBy(lived: Lived, ring: RingPlan, at: number): number {
  const { year } = lived;
  const asked = year.proofs.findLast((proof) => proof.ring === ring.name && proof.at <= at && proof.written.length > 0)?.at ?? 0;
  const first = Math.min(at, ...year.runs.filter((run) => run.ring === ring.name && run.opens > asked).map(({ opens }) => opens));
  return first - ring.soakHours * HOUR;
}

/** Changes to a ring although the ring before it had not had its turn, or was not healthy. */
export function aheadOfTheirRing(lived: Lived): string[] {
  return installs(lived)
    .filter(({ ring: name, at }) => {
      const ring = ringOf(lived, name);
      const before = ring.after === null ? null : ringOf(lived, ring.after);
      if (before === null || ring.health === null) return false;
      const runs = latestBefore(lived, before, soakedBy(lived, ring, at));
      const done = runs.map((run) => run?.changes[0]);
      if (runs.length === 0 || done.some((change) => change === undefined || (change.finished === 0 && change.servers > 0)))
        return true;
      const servers = done.reduce((sum, change) => sum + (change?.servers ?? 0), 0);
      const finished = done.reduce((sum, change) => sum + (change?.finished ?? 0), 0);
      return finished * 100 < ring.health.patched * servers;
    })
    .map(told);
}

/** Runs of a calm year that were held although nothing held them, or that went wrong. */
export function heldForNothing(lived: Lived): string[] {
  const { plan, year } = lived;
  const holds = holdsOf(plan.rings.map(({ order }) => order));
  return year.runs
    .filter(({ kind }) => kind === "standing")
    .filter(({ ring: name, at, result }) => {
      if (result === "succeeded") return false;
      if (result !== "held") return true;
      const ring = ringOf(lived, name);
      if (ring.held !== null || holds.at(name, at) !== null) return false;
      const before = ring.after === null ? null : ringOf(lived, ring.after);
      if (before === null || ring.health === null) return true;
      // A window that is near may be another of the ring's: what had soaked by then counts.
      const limits = [at, at - 3 * HOUR].map((start) => start - ring.soakHours * HOUR);
      const runs = limits.flatMap((limit) => latestBefore(lived, before, limit));
      return (
        runs.length > 0 && runs.every((run) => run?.result === "succeeded" && run.changes.some(({ servers }) => servers > 0))
      );
    })
    .map(told);
}

/** Everything that must never be. */
export function broken(lived: Lived): Readonly<Record<string, string[]>> {
  return Object.fromEntries(
    Object.entries({
      "in a freeze": inFreezes(lived),
      "on a held ring": onHeldRings(lived),
      "without approval": notApproved(lived),
      "after its approval's expiry": afterExpiry(lived),
      "on a release that was opened while an alarm rang": openedInAlarm(lived),
      "ahead of its ring": aheadOfTheirRing(lived),
    }).filter(([, found]) => found.length > 0),
  );
}
