import type { Runbook, Step } from "../automation/document";
import type { Stack } from "../stack";
import { operationsOf, type Operation } from "./operation";

/** A step of a runbook that installs or restarts, with the task or association that starts it. */
export type ChangingStep = Operation & { readonly runbook: Runbook; readonly step: Step };

/** A step of a runbook that installs, with the task or association that starts it. */
export type InstallStep = ChangingStep & { readonly does: "install" };

/** The steps of a stack's runbooks that install or restart, once for each task that starts them. */
export function changingSteps(stack: Stack): readonly ChangingStep[] {
  return operationsOf(stack).filter(
    (operation): operation is ChangingStep =>
      (operation.does === "install" || operation.does === "restart") &&
      operation.runbook !== undefined &&
      operation.step !== undefined,
  );
}

/** Those of them that install. */
export function installSteps(stack: Stack): readonly InstallStep[] {
  return changingSteps(stack).filter((change): change is InstallStep => change.does === "install");
}

/** A runbook that installs or restarts, with the task or association that starts it. */
export type ChangingRunbook = Pick<ChangingStep, "by" | "runbook">;

/** The runbooks of a stack that install or restart, each once for each task or association that starts it. */
export function changingRunbooks(stack: Stack): readonly ChangingRunbook[] {
  const runbooks = changingSteps(stack).map(({ by, runbook }) => [`${by.urn} ${runbook.name}`, { by, runbook }] as const);
  return [...new Map(runbooks).values()];
}
