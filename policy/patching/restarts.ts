import type { Runbook, Step } from "../automation/document";
import { about, undecided, type Finding } from "../finding";
import { isProduction, isSensitive, productionSettings, sensitiveSettings } from "../group";
import type { Values } from "../setting";
import type { Stack } from "../stack";
import { operationsOf, type Operation } from "./operation";
import { groupsOf } from "./targets";

/** Settings by which a rule tells the groups whose servers do not restart unasked. */
export const restartSettings = { ...productionSettings, ...sensitiveSettings } as const;

/** A restart of servers that are production or sensitive, or that may be. */
export interface Restart extends Operation {
  /** Whether they surely are. */
  readonly sure: boolean;
}

/** A restart by a step of a runbook. */
export type RestartStep = Restart & { readonly runbook: Runbook; readonly step: Step };

/** The restarts of a stack outside of installs: of production and sensitive groups, and of servers that may belong to one. */
export function restartsOf(stack: Stack, settings: Values<typeof restartSettings>): readonly Restart[] {
  return operationsOf(stack).flatMap((operation): readonly Restart[] => {
    if (operation.does !== "restart") return [];
    const groups = groupsOf(operation.targets);
    const answers = [isProduction(groups, stack.name, settings), isSensitive(groups, stack.name, settings)];
    return answers.every((answer) => answer === "no") ? [] : [{ ...operation, sure: answers.includes("yes") }];
  });
}

/** Those of them that a runbook's step does. */
export function restartSteps(stack: Stack, settings: Values<typeof restartSettings>): readonly RestartStep[] {
  return restartsOf(stack, settings).filter(
    (restart): restart is RestartStep => restart.runbook !== undefined && restart.step !== undefined,
  );
}

/** Says what is wrong with a restart, or that it is wrong if its servers are what they may be. */
export function aboutRestart({ by, at, sure }: Restart, got: string, want: string): Finding {
  if (sure) return about(by, at, got, want);
  return undecided(
    by,
    at,
    `${got}; whether its servers are production or sensitive cannot be told`,
    `${want}, or targets by a group's tag`,
  );
}
