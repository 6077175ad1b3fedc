import type { PlainRecord } from "../plain";
import { isRecord, list, text, flag } from "../read";
import type { Runbook, Step } from "./document";

/** A way from one step to another. */
export interface Edge {
  readonly from: Step;
  readonly to: Step;
  /**
   * Why it is taken: the step succeeded, it failed, it was cancelled, a choice of a branch matched, none did, or a
   * branch without a default fell through to what stands below it.
   */
  readonly why: "success" | "failure" | "cancel" | "choice" | "default" | "fallthrough";
  /** The choice that matched. */
  readonly choice?: PlainRecord;
}

/** The ways through a runbook. */
export interface Graph {
  readonly entry: Step | undefined;
  readonly edges: readonly Edge[];
  /** Names of steps that are jumped to but do not exist. */
  readonly missing: readonly string[];
}

/**
 * The ways through a runbook.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html nextStep, isEnd, onFailure, onCancel
 */
export function graphOf(runbook: Runbook): Graph {
  const byName = new Map(runbook.steps.map((step) => [step.name, step]));
  const missing: string[] = [];
  const edges = runbook.steps.flatMap((step, index) => {
    const below = following(runbook.steps, index);
    return waysFrom(step, below).flatMap(({ to, ...way }) => {
      const target = typeof to === "string" ? byName.get(to) : to;
      if (target === undefined && typeof to === "string") missing.push(to);
      return target === undefined ? [] : [{ ...way, from: step, to: target }];
    });
  });
  return { entry: runbook.steps[0], edges, missing: [...new Set(missing)] };
}

type Way = Omit<Edge, "from" | "to"> & { readonly to: Step | string | undefined };

/** The steps that come after a step when nothing else is said; after the last of a loop, what comes after the loop. */
function following(steps: readonly Step[], index: number): Step | undefined {
  const step = steps[index];
  if (step === undefined) return undefined;
  const next = steps.slice(index + 1).find((candidate) => candidate.loop === step.loop);
  if (next !== undefined || step.loop === undefined) return next;
  const loop = steps.findIndex((candidate) => candidate.name === step.loop);
  return following(steps, loop);
}

function waysFrom(step: Step, below: Step | undefined): readonly Way[] {
  const ended = flag(step.raw["isEnd"]) === true;
  const onward = ended ? undefined : (text(step.raw["nextStep"]) ?? below);
  const onFailure = text(step.raw["onFailure"]) ?? "Abort";
  const failure = onFailure === "Continue" ? onward : jump(onFailure);
  const ways: Way[] = [
    { to: failure, why: "failure" },
    { to: jump(text(step.raw["onCancel"]) ?? ""), why: "cancel" },
  ];
  if (step.action !== "aws:branch") return [...ways, ...inside(step), { to: onward, why: "success" }];
  for (const choice of list(step.inputs["Choices"])) {
    if (isRecord(choice)) ways.push({ to: text(choice["NextStep"]), why: "choice", choice });
  }
  const fallback = text(step.inputs["Default"]);
  return [...ways, fallback === undefined ? { to: onward, why: "fallthrough" } : { to: fallback, why: "default" }];
}

/** A loop may run its steps, or none of them. */
function inside(step: Step): readonly Way[] {
  if (step.action !== "aws:loop") return [];
  const first = list(step.inputs["Steps"])[0];
  return isRecord(first) ? [{ to: text(first["name"]), why: "success" }] : [];
}

function jump(to: string): string | undefined {
  return to.startsWith("step:") ? to.slice("step:".length) : undefined;
}

/**
 * Whether a step can be reached from another without passing a step, or a way, that is closed. So "every path to install
 * goes through a scan" is: with the scans closed, install cannot be reached.
 */
export function reaches(
  graph: Graph,
  from: Step | undefined,
  to: (step: Step) => boolean,
  closed: { readonly step?: (step: Step) => boolean; readonly edge?: (edge: Edge) => boolean },
): boolean {
  if (from === undefined) return false;
  const seen = new Set<Step>([from]);
  const queue: Step[] = [from];
  for (let step = queue.pop(); step !== undefined; step = queue.pop()) {
    if (to(step)) return true;
    if (closed.step?.(step) === true) continue;
    for (const edge of graph.edges) {
      if (edge.from !== step || seen.has(edge.to) || closed.edge?.(edge) === true) continue;
      seen.add(edge.to);
      queue.push(edge.to);
    }
  }
  return false;
}
