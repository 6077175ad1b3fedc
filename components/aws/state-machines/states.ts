/**
 * The part of the Amazon States Language that our state machines use, as types: what is not here is not written.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */

/** Tries a task again after these errors, waiting longer each time. */
export interface Retry {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds: number;
  readonly MaxAttempts: number;
  readonly BackoffRate: number;
}

/** Goes on elsewhere after an error; what went wrong is kept where `ResultPath` says. */
export interface Catch {
  readonly ErrorEquals: readonly string[];
  readonly Next: string;
  readonly ResultPath: string;
}

/** Calls a service and, with `.sync`, waits for what it started. A null `ResultPath` throws the answer away. */
export interface TaskState {
  readonly Type: "Task";
  readonly Resource: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly TimeoutSeconds: number;
  readonly ResultPath: string | null;
  readonly Retry: readonly Retry[];
  readonly Catch?: readonly Catch[];
  readonly Next: string;
}

/** Goes on with the first choice that holds. */
export interface ChoiceState {
  readonly Type: "Choice";
  readonly Choices: readonly { readonly Variable: string; readonly IsPresent: true; readonly Next: string }[];
  readonly Default: string;
}

/** Ends the execution well. */
export interface SucceedState {
  readonly Type: "Succeed";
}

/** Ends the execution as failed. */
export interface FailState {
  readonly Type: "Fail";
  readonly Error: string;
  readonly Cause: string;
}

/** A state of a machine. */
export type State = TaskState | ChoiceState | SucceedState | FailState;

/** A state machine. */
export interface StateMachine {
  readonly Comment: string;
  readonly StartAt: string;
  readonly TimeoutSeconds: number;
  readonly States: Readonly<Record<string, State>>;
}

/** A state machine as the text that Step Functions takes; at most 1 MB. */
export function stateMachineText(machine: StateMachine): string {
  return JSON.stringify(machine, null, 1);
}
