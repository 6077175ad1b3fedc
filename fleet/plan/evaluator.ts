import { windowsOfRing } from "../install-windows";
import { NAMES } from "../names";
import { restartWindowsOfRing } from "../restart-windows";
import { askBefore, LONGEST_ASK_HOURS, type AskingTime } from "../schedule/ask-before";
import { parseWindowSchedule } from "../schedule/window-schedule";
import type { Fleet } from "../schema/fleet-file";
import type { Ring } from "../schema/ring";
import type { ApprovalPlan } from "./approval";
import { installWindowOf } from "./approved-window";
import { homeOf } from "./central";
import type { RingPlan } from "./ring";

/** When an evaluator is started. */
export interface EvaluatorTimePlan extends AskingTime {
  /** The window ahead of which it is. */
  readonly key: string;
  /** The schedule's physical name. */
  readonly name: string;
  readonly description: string;
}

/** What opens or holds one ring by evidence of the ring before. */
export interface EvaluatorPlan {
  readonly ring: string;
  readonly before: string;
  /** The state machine's name. */
  readonly name: string;
  readonly role: string;
  readonly scheduleRole: string;
  readonly logGroup: string;
  /** The parameter that it writes. */
  readonly proved: { readonly name: string; readonly arn: string; readonly tier: "Advanced" | "Standard" };
  readonly soakHours: number;
  /** The share of the servers before that must have finished, in percent. */
  readonly patched: number;
  /** Alarms in home that must be quiet, by name. */
  readonly alarms: readonly string[];
  /** The windows of the ring before in which its automatic groups install, by key. */
  readonly schedules: readonly string[];
  /** How far ahead a window may be, in hours. */
  readonly aheadHours: number;
  readonly times: readonly EvaluatorTimePlan[];
}

/** A window of a ring, as far as it matters when it opens. */
interface Opening {
  readonly key: string;
  readonly install: string;
  readonly zone: string;
}

/** Every window whose gate asks for the ring's release: installs, standing restarts, and approvals that are not spent. */
function openings(fleet: Fleet, ring: Ring, approvals: readonly ApprovalPlan[]): Opening[] {
  const approved = approvals.filter((approval) => approval.ring === ring.name && !approval.spent);
  return [
    ...windowsOfRing(fleet, ring),
    ...restartWindowsOfRing(fleet, ring),
    ...approved.map((approval) => ({ ...installWindowOf(approval), key: `approval-${approval.key}` })),
  ];
}

function timeOf({ key, install, zone }: Opening): EvaluatorTimePlan[] {
  const schedule = parseWindowSchedule(install);
  if (!schedule.ok) return [];
  const description = `Asks whether the ring is proved, ahead of window ${key}`;
  return [{ key, name: NAMES.evaluatorSchedule(key), description, ...askBefore(schedule.value, zone) }];
}

/** Decides the evaluator of every ring that evidence proves. */
export function planEvaluators(fleet: Fleet, rings: readonly RingPlan[], approvals: readonly ApprovalPlan[]): EvaluatorPlan[] {
  const { account, region } = homeOf(fleet);
  return rings.flatMap(({ name, after, health, release, soakHours }): EvaluatorPlan[] => {
    const ring = fleet.rings.find((candidate) => candidate.name === name);
    const before = rings.find((candidate) => candidate.name === after);
    if (!ring || !before || health === null || release.proved === null || account === "" || region === "") return [];
    return [
      {
        ring: name,
        before: before.name,
        name: NAMES.evaluator(name),
        role: NAMES.evaluatorRole(name),
        scheduleRole: NAMES.evaluatorScheduleRole(name),
        logGroup: NAMES.evaluatorLogGroup(name),
        proved: {
          name: release.proved.name,
          arn: release.proved.arn,
          tier: fleet.organization ? "Advanced" : "Standard",
        },
        soakHours,
        patched: health.patched,
        alarms: health.alarms.toSorted(),
        schedules: before.windows.map(({ key }) => key),
        aheadHours: LONGEST_ASK_HOURS,
        times: openings(fleet, ring, approvals).flatMap(timeOf),
      },
    ];
  });
}
