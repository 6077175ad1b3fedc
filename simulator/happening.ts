import type { Plan } from "../fleet/plan";
import type { EvaluatorPlan } from "../fleet/plan/evaluator";
import type { GroupRunPlan } from "../fleet/plan/group-run";
import type { MemberPlan } from "../fleet/plan/member";
import type { RestartPlan } from "../fleet/plan/restart";
import type { WindowTimePlan } from "../fleet/plan/ring";
import type { AccountPlan } from "../fleet/plan/stack";
import { parseSchedule } from "../fleet/schedule/parse-schedule";
import { startMillis } from "../fleet/schedule/starts";
import { askSchedule } from "./ask-schedule";

/** A group's turn in a window of one place: what its runbook is made of. */
export interface Turn {
  readonly account: AccountPlan;
  readonly member: MemberPlan;
  readonly region: string;
  readonly window: WindowTimePlan;
  readonly run: GroupRunPlan | RestartPlan;
}

/** What happens at an instant: a ring's evaluator is started, or a group has its turn. In milliseconds since 1970. */
export type Happening =
  | { readonly at: number; readonly kind: "ask"; readonly evaluator: EvaluatorPlan }
  | { readonly at: number; readonly kind: "turn"; readonly turn: Turn };

/** Every group's turn in every window of a plan. */
export function turnsOf(plan: Plan): Turn[] {
  return plan.stacks.flatMap((stack) => {
    if (stack.kind !== "member") return [];
    const { account, member } = stack;
    return member.regions.flatMap(({ region, windows, restarts }) => [
      ...windows.flatMap((window) => window.runs.map((run): Turn => ({ account, member, region, window, run }))),
      ...restarts.map((run): Turn => ({ account, member, region, window: run.window, run })),
    ]);
  });
}

/** When a window opens, as it stands in the stack: expression, zone and offset. */
function openingsOf({ expression, zone, offsetDays }: WindowTimePlan, from: number, to: number): number[] {
  const parsed = parseSchedule(expression);
  if (!parsed.ok || parsed.value.kind === "rate") throw new Error(`a window that no one can foresee: ${expression}`);
  const schedule = parsed.value.kind === "cron" ? { ...parsed.value, offsetDays } : parsed.value;
  return [...startMillis(schedule, zone ?? "UTC", from, to)];
}

/** Everything that happens between two instants, in order of time. */
export function happenings(plan: Plan, evaluators: readonly EvaluatorPlan[], from: number, to: number): Happening[] {
  const openings = new Map<string, readonly number[]>();
  const opened = (window: WindowTimePlan): readonly number[] => {
    const known = openings.get(window.key) ?? openingsOf(window, from, to);
    openings.set(window.key, known);
    return known;
  };
  const turns = turnsOf(plan).flatMap((turn) => opened(turn.window).map((at): Happening => ({ at, kind: "turn", turn })));
  const approvals = new Map(plan.approvals.map((approval) => [`approval-${approval.key}`, approval]));
  const asks = evaluators.flatMap((evaluator) =>
    evaluator.times.flatMap((time) => {
      // An approval's asking is there from its approval to its end.
      const approval = approvals.get(time.key);
      const first = approval === undefined ? from : Math.max(from, Date.parse(approval.approved.at));
      const last = approval === undefined ? to : Math.min(to, Date.parse(approval.ends));
      return askSchedule(time, first, last).map((at): Happening => ({ at, kind: "ask", evaluator }));
    }),
  );
  return [...asks, ...turns].toSorted((one, other) => one.at - other.at);
}
