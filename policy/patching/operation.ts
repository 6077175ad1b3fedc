import type { Runbook, Step } from "../automation/document";
import type { Plain, Unknown } from "../plain";
import type { Resource } from "../resource";
import { strings } from "../setting";
import { once, type Stack } from "../stack";
import { ASSOCIATION, TASK } from "../vocabulary";
import { operationsOfAssociation } from "./associations";
import type { Targets } from "./targets";
import { operationsOfTask } from "./tasks";

/** One place in a program that patches or restarts servers, or may. */
export interface Operation {
  /**
   * `restart` where servers restart or stop by something else than an install, for which its reboot option speaks. `unclear` where it cannot be told: a document that lies elsewhere, an operation that is not known. It counts as an
   * install that cannot be proven right.
   */
  readonly does: "scan" | "install" | "restart" | "unclear";
  /** The window task or association that starts it. */
  readonly by: Resource;
  /** Where in that resource, or which step of which runbook. */
  readonly at: string;
  /** The document that does it, by its plain name. */
  readonly document: string;
  /** Why it is unclear. */
  readonly why?: string;
  readonly targets: Targets;
  /** The document's parameters, as far as they are known, by their exact names. */
  readonly parameters: ReadonlyMap<string, Plain>;
  /** How many nodes at once, and how many failures until it stops. */
  readonly rates: { readonly concurrency: Plain; readonly errors: Plain };
  /** The window that starts it: a resource of the stack, or the id of one elsewhere. */
  readonly window: Resource | string | Unknown | undefined;
  /** The task's place in its window, the lower the earlier. */
  readonly priority: Plain;
  readonly step?: Step;
  readonly runbook?: Runbook;
}

/** All places in a stack that patch or restart servers, or may. */
export const operationsOf: (stack: Stack) => readonly Operation[] = once((stack) => [
  ...stack.of(TASK).flatMap((task) => operationsOfTask(stack, task)),
  ...stack.of(ASSOCIATION).flatMap((association) => operationsOfAssociation(stack, association)),
]);

/** The installs of a stack, and what may be one unless it is said to be harmless. */
export function installsOf(stack: Stack, harmless: readonly string[] = []): readonly Operation[] {
  return operationsOf(stack).filter(
    ({ does, document }) => does === "install" || (does === "unclear" && !harmless.includes(document)),
  );
}

/** The setting by which documents that cannot be read here are said to be harmless. */
export const harmlessSettings = {
  harmlessDocuments: strings([], "Documents that lie outside the stack and are known not to patch, by name."),
} as const;
