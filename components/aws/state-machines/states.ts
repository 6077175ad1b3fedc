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
interface Call {
  readonly Type: "Task";
  readonly Resource: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly TimeoutSeconds: number;
  /** What of the answer is kept. */
  readonly ResultSelector?: Readonly<Record<string, string>>;
  readonly ResultPath: string | null;
  readonly Retry: readonly Retry[];
  readonly Catch?: readonly Catch[];
}

/** A call, and what comes after it. */
export interface TaskState extends Call {
  readonly Next: string;
}

/** A call that ends what it stands in. */
export interface LastTaskState extends Call {
  readonly End: true;
}

/** Calls once for each item of a list, one after another; an empty list calls nothing. */
export interface MapState {
  readonly Type: "Map";
  /** A path to one list: slices are for `ResultSelector`. */
  readonly ItemsPath: string;
  readonly MaxConcurrency: 1;
  readonly ItemProcessor: {
    readonly ProcessorConfig: { readonly Mode: "INLINE" };
    readonly StartAt: string;
    readonly States: Readonly<Record<string, LastTaskState>>;
  };
  readonly ResultPath: null;
  readonly Catch: readonly Catch[];
  readonly Next: string;
}

/** What a choice looks at, and what must hold of it: that it is there, is a number, or a text with `*` for anything. */
export type Condition = { readonly Variable: string } & (
  | { readonly IsPresent: true }
  | { readonly NumericEquals: number }
  | { readonly StringMatches: string }
);

/** Goes on with the first choice that holds. */
export interface ChoiceState {
  readonly Type: "Choice";
  readonly Choices: readonly (Condition & { readonly Next: string })[];
  readonly Default: string;
}

/** Writes something into the data, and goes on. */
export interface PassState {
  readonly Type: "Pass";
  readonly Parameters: Readonly<Record<string, string>>;
  readonly ResultPath: string;
  readonly Next: string;
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
export type State = TaskState | MapState | ChoiceState | PassState | SucceedState | FailState;

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
