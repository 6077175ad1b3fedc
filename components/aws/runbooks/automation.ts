/**
 * The part of SSM's Automation language that our runbooks use, as types: what is not here is not written.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html
 */

/** What every step has. `timeoutSeconds` is a plain number: a step's own limits take no parameters. */
interface StepBase {
  readonly name: string;
  readonly timeoutSeconds?: number;
  readonly maxAttempts?: number;
  /** The default is Abort, which ends the run as Failed. */
  readonly onFailure?: "Abort" | "Continue" | `step:${string}`;
  readonly onCancel?: "Abort" | `step:${string}`;
  /** Taken after success only. */
  readonly nextStep?: string;
  readonly isEnd?: boolean;
  /** Counts only when written down: a failed critical step makes the whole run Failed, even when another step follows. */
  readonly isCritical?: boolean;
}

/** A value that a step passes on to later ones. */
export interface StepOutput {
  readonly Name: string;
  readonly Selector: string;
  readonly Type: "String" | "StringList" | "Integer" | "Boolean" | "StringMap" | "MapList";
}

/** Servers by a tag that they carry; several together are those that carry all. */
export interface Target {
  /** Such as `tag:PatchGroup`. */
  readonly Key: string;
  readonly Values: readonly string[];
}

/** Runs Python inside the service, for ten minutes at most. */
export interface ExecuteScript extends StepBase {
  readonly action: "aws:executeScript";
  readonly inputs: {
    readonly Runtime: "python3.12";
    readonly Handler: string;
    readonly InputPayload: Readonly<Record<string, string | readonly string[] | readonly Target[]>>;
    readonly Script: string;
  };
  readonly outputs?: readonly StepOutput[];
}

/** Goes on with the first choice that holds. Without `Default` it would fall through to the next step. */
export interface Branch extends StepBase {
  readonly action: "aws:branch";
  readonly inputs: {
    readonly Choices: readonly { readonly NextStep: string; readonly Variable: string; readonly StringEquals: string }[];
    readonly Default: string;
  };
}

/** Sends a command to servers by tag and waits for it. */
export interface RunCommand extends StepBase {
  readonly action: "aws:runCommand";
  readonly inputs: {
    readonly DocumentName: string;
    readonly Targets: readonly Target[];
    readonly Parameters: Readonly<Record<string, readonly string[]>>;
    readonly MaxConcurrency: string;
    readonly MaxErrors: string;
    /** How long the command waits for its servers, in seconds, 30 to 2,592,000. */
    readonly TimeoutSeconds: number;
    readonly Comment: string;
    readonly CloudWatchOutputConfig: { readonly CloudWatchLogGroupName: string; readonly CloudWatchOutputEnabled: true };
  };
}

/** Waits. Here only as a place to end at. */
export interface Sleep extends StepBase {
  readonly action: "aws:sleep";
  readonly inputs: { readonly Duration: string };
}

/** A step of a runbook. */
export type Step = ExecuteScript | Branch | RunCommand | Sleep;

/** A runbook: an SSM document of type Automation. */
export interface Runbook {
  readonly schemaVersion: "0.3";
  readonly description: string;
  readonly assumeRole: string;
  readonly mainSteps: readonly Step[];
  /** Step outputs that become the run's. */
  readonly outputs: readonly string[];
}

/** The id of the run, a UUID. */
export const EXECUTION_ID = "{{ automation:EXECUTION_ID }}";

/** A runbook as the text of a document; at most 64 KB. */
export function runbookText(runbook: Runbook): string {
  return JSON.stringify(runbook, null, 1);
}
