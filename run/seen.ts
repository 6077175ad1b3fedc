import type { AutomationExecution, Command } from "@aws-sdk/client-ssm";

/** What was seen of a run at one look. */
export interface Seen {
  /** Each line that tells where it is; told once each. */
  readonly lines: readonly string[];
  /** How it ended; null while it runs. */
  readonly end: End | null;
}

/** How a run ended. */
export interface End {
  readonly outcome: "succeeded" | "held" | "failed";
  readonly text: string;
}

const RUNNING = new Set([
  "Pending",
  "InProgress",
  "Waiting",
  "Cancelling",
  "PendingApproval",
  "Approved",
  "Scheduled",
  "RunbookInProgress",
]);

const first = (outputs: AutomationExecution["Outputs"], name: string): string | undefined => outputs?.[name]?.[0];

function heldWhy({ Outputs, StepExecutions }: AutomationExecution): string | null {
  const gate = StepExecutions?.find(({ StepName }) => StepName === "gate")?.Outputs;
  const decision = first(Outputs, "gate.Decision") ?? first(gate, "Decision");
  return decision === "held" ? (first(Outputs, "gate.Why") ?? first(gate, "Why") ?? "the gate does not say why") : null;
}

function endOf(execution: AutomationExecution): End | null {
  const status = execution.AutomationExecutionStatus ?? "Pending";
  if (RUNNING.has(status)) return null;
  const { Outputs } = execution;
  if (status !== "Success")
    return { outcome: "failed", text: `${status}: ${execution.FailureMessage ?? "the execution does not say why"}` };
  const why = heldWhy(execution);
  if (why !== null) return { outcome: "held", text: `held, nothing was done: ${why}` };
  const [expected, finished] = [first(Outputs, "reconcile.Expected"), first(Outputs, "reconcile.Finished")];
  const counted = expected === undefined || finished === undefined ? "" : `: ${finished} of ${expected} servers finished`;
  return { outcome: "succeeded", text: `succeeded${counted}` };
}

/** Reads a look at an execution: a line for each step that has begun or ended. */
export function seenExecution(execution: AutomationExecution): Seen {
  const lines = (execution.StepExecutions ?? []).flatMap(({ StepName: name, StepStatus: status, FailureMessage: why }) =>
    status === undefined || status === "Pending" ? [] : [`${name ?? "a step"} ${status}${why === undefined ? "" : `: ${why}`}`],
  );
  return { lines, end: endOf(execution) };
}

/** Reads a look at a command. A command that reached no server is no scan. */
export function seenCommand(command: Command): Seen {
  const { Status: status = "Pending", StatusDetails: details } = command;
  const { TargetCount: all = 0, CompletedCount: done = 0, ErrorCount: failed = 0, DeliveryTimedOutCount: late = 0 } = command;
  const bad = failed + late;
  const counted = `${done} of ${all} servers${bad > 0 ? `, ${bad} of them failed or not reached` : ""}`;
  if (RUNNING.has(status)) return { lines: all > 0 ? [counted] : [], end: null };
  const good = status === "Success" && all > 0 && bad === 0;
  const text =
    all === 0 ? `${details ?? status}: no server carries the tag, or none is managed` : `${details ?? status}: ${counted}`;
  return { lines: [], end: { outcome: good ? "succeeded" : "failed", text } };
}
