import type { ExecuteScript } from "./automation";
import { comment, PATCH_DOCUMENT, SCRIPT_SECONDS, type RunArgs } from "./steps";

/** What a reconciliation counts: the command of one step, by a script. */
export interface Counting {
  readonly step: "install" | "scan";
  readonly handler: string;
  readonly script: string;
}

/** How a run goes on after its reconciliation. */
type Way = Pick<ExecuteScript, "onFailure" | "isCritical" | "nextStep" | "isEnd">;

/** Counts the servers that were expected and those that finished. */
export function reconcileStep(args: RunArgs, { step, handler, script }: Counting, way: Way): ExecuteScript {
  return {
    name: "reconcile",
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    ...way,
    inputs: {
      Runtime: "python3.12",
      Handler: handler,
      InputPayload: {
        TagKey: args.tagKey,
        TagValue: args.group,
        Servers: String(args.servers),
        Document: PATCH_DOCUMENT,
        Comment: comment(step),
      },
      Script: script,
    },
    outputs: [
      { Name: "Expected", Selector: "$.Payload.Expected", Type: "String" },
      { Name: "Finished", Selector: "$.Payload.Finished", Type: "String" },
    ],
  };
}
