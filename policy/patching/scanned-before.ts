import { graphOf, reaches } from "../automation/graph";
import { UNKNOWN } from "../plain";
import { number } from "../read";
import type { Operation } from "./operation";
import { covers, showTargets } from "./targets";

/** Whether the servers of an install are surely scanned before it; if not, what stands there instead. */
export type Order = { readonly answer: "yes" } | { readonly answer: "no" | "unclear"; readonly got: string };

/** Tells whether a scan of the same servers surely runs before an install, wherever both stand. */
export function scannedBefore(install: Operation, all: readonly Operation[]): Order {
  if (install.does === "unclear") return { answer: "unclear", got: install.why ?? "something that cannot be read" };
  if (install.runbook !== undefined) return inRunbook(install, all);
  if (install.window === undefined) return { answer: "no", got: `an association that runs ${install.document} by itself` };
  return inWindow(install, all);
}

/**
 * A scan on every way to the install, whether it succeeded or not: a single server out of reach fails a scan, and must
 * not keep all others from their patches.
 */
function inRunbook(install: Operation, all: readonly Operation[]): Order {
  const { runbook, step } = install;
  if (runbook === undefined || step === undefined) return { answer: "unclear", got: "a step that cannot be found" };
  const graph = graphOf(runbook);
  if (graph.missing.length > 0)
    return { answer: "unclear", got: `a jump to a step that does not exist: ${graph.missing.join(", ")}` };
  const scans = all.filter((other) => other.does === "scan" && other.runbook === runbook && other.by === install.by);
  const closedBy = (...answers: readonly string[]): boolean => {
    const closing = scans.filter((scan) => answers.includes(covers(scan.targets, install.targets))).map((scan) => scan.step);
    return !reaches(graph, graph.entry, (candidate) => candidate === step, { step: (candidate) => closing.includes(candidate) });
  };
  if (closedBy("yes")) return { answer: "yes" };
  if (closedBy("yes", "unclear")) return { answer: "unclear", got: "a scan whose targets are not known" };
  if (scans.length === 0) return { answer: "no", got: `no step that scans before ${step.name}` };
  const other = scans.map((scan) => `${scan.step?.name ?? ""} (${showTargets(scan.targets)})`).join(", ");
  return {
    answer: "no",
    got: `a way to ${step.name} (${showTargets(install.targets)}) past every scan of its servers: ${other}`,
  };
}

/** A task of the same window that scans the same servers and has a lower, written priority: equal ones run together. */
function inWindow(install: Operation, all: readonly Operation[]): Order {
  if (install.window === UNKNOWN) return { answer: "unclear", got: "a window that is not known" };
  const scans = all.filter((other) => other.does === "scan" && other.runbook === undefined && other.window === install.window);
  if (scans.length === 0) return { answer: "no", got: "no task that scans in its window" };
  const answers = scans.map((scan) => both(earlier(scan, install), covers(scan.targets, install.targets)));
  if (answers.includes("yes")) return { answer: "yes" };
  const scan = scans[answers.indexOf("unclear")] ?? scans[0];
  const got =
    `install at priority ${priority(install)} on ${showTargets(install.targets)}, ` +
    `${scan?.by.name ?? "scan"} at priority ${priority(scan)} on ${showTargets(scan?.targets ?? [])}`;
  return { answer: answers.includes("unclear") ? "unclear" : "no", got };
}

function priority(task: Operation | undefined): string {
  return String(number(task?.priority) ?? "not written");
}

type Answer = "yes" | "no" | "unclear";

function earlier(scan: Operation, install: Operation): Answer {
  if (scan.priority === UNKNOWN || install.priority === UNKNOWN) return "unclear";
  const [first, second] = [number(scan.priority), number(install.priority)];
  return first !== undefined && second !== undefined && first < second ? "yes" : "no";
}

function both(one: Answer, other: Answer): Answer {
  if (one === "no" || other === "no") return "no";
  return one === "yes" && other === "yes" ? "yes" : "unclear";
}
