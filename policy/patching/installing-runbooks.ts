import type { Runbook, Step } from "../automation/document";
import type { Stack } from "../stack";
import { operationsOf, type Operation } from "./operation";

/** A step of a runbook that installs, with the task or association that starts it. */
export type InstallStep = Operation & { readonly runbook: Runbook; readonly step: Step };

/** The steps of a stack's runbooks that install, once for each task that starts them. */
export function installSteps(stack: Stack): readonly InstallStep[] {
  return operationsOf(stack).filter(
    (operation): operation is InstallStep =>
      operation.does === "install" && operation.runbook !== undefined && operation.step !== undefined,
  );
}
