import { askAthena } from "./athena";
import { findingStates, type HistoryFinding } from "./findings";
import type { State, StateMachine, TaskState } from "./states";

/** One statement that appends to the history. */
export interface HistoryStatement {
  /** The state's name: letters and digits. */
  readonly name: string;
  /** An INSERT for Athena that adds only what is missing. */
  readonly sql: string;
}

/** What the history's state machine needs. */
export interface HistoryMachineArgs {
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly databaseName: string;
  readonly workgroupName: string;
  /** One after another, in this order. Each must change nothing where its rows are there already. */
  readonly statements: readonly HistoryStatement[];
  /** What people are told of, in this order, once everything is appended; empty where nobody listens. */
  readonly findings: readonly HistoryFinding[];
}

/** A statement reads everything that the syncs wrote; Athena ends a query after 30 minutes by itself. */
const STATEMENT_SECONDS = 3600;
const ALL_SECONDS = 6 * 3600;
/** Where a failure is kept until all statements have had their turn. */
const FAILED = "$.failed";

const AGAIN = {
  ErrorEquals: ["States.TaskFailed", "States.Timeout"],
  IntervalSeconds: 60,
  MaxAttempts: 3,
  BackoffRate: 2,
} as const;

/**
 * Appends to the history, once at a time.
 *
 * - an execution that finds another one ends: two at once would both add the same rows
 * - a statement adds what is missing, so that it may be tried again, and a missed day is caught up by the next
 * - a statement that fails does not keep the next from its turn, and the execution ends as failed
 * - what no event shows is looked for at the end, and told as events
 */
export function historyMachine(args: HistoryMachineArgs): StateMachine {
  const { partition, statements, findings } = args;
  const first = (place: number) => findings[place] && `Find${findings[place].name}`;
  const next = (place: number) => statements[place]?.name ?? first(0) ?? "Judge";
  const tasks = statements.map(({ name, sql }, place): [string, State] => [name, statementTask(args, sql, next(place + 1))]);
  const told = findings.flatMap((finding, place) => {
    const after = first(place + 1) ?? "Judge";
    const find = statementTask(args, finding.sql, `Read${finding.name}`, after, "$.asked");
    return findingStates(partition, finding, find, { failed: FAILED, again: AGAIN, next: after });
  });
  return {
    Comment: "Appends to the history of the fleet's evidence what has changed",
    StartAt: "FindOthers",
    TimeoutSeconds: ALL_SECONDS,
    States: {
      FindOthers: {
        Type: "Task",
        Resource: `arn:${partition}:states:::aws-sdk:sfn:listExecutions`,
        Parameters: { "StateMachineArn.$": "$$.StateMachine.Id", StatusFilter: "RUNNING", MaxResults: 2 },
        TimeoutSeconds: 60,
        ResultPath: "$.running",
        Retry: [AGAIN],
        Next: "OneAtATime",
      },
      OneAtATime: {
        Type: "Choice",
        Choices: [{ Variable: "$.running.Executions[1]", IsPresent: true, Next: "AnotherRuns" }],
        Default: next(0),
      },
      AnotherRuns: { Type: "Succeed" },
      ...Object.fromEntries([...tasks, ...told]),
      Judge: { Type: "Choice", Choices: [{ Variable: FAILED, IsPresent: true, Next: "Failed" }], Default: "Done" },
      Done: { Type: "Succeed" },
      Failed: { Type: "Fail", Error: "StatementFailed", Cause: "A statement failed; the next execution adds what is missing" },
    },
  };
}

function statementTask(
  args: HistoryMachineArgs,
  sql: string,
  next: string,
  after = next,
  resultPath: string | null = null,
): TaskState {
  const caught = [{ ErrorEquals: ["States.ALL"], Next: after, ResultPath: FAILED }];
  return askAthena(args, sql, { seconds: STATEMENT_SECONDS, resultPath, again: AGAIN, caught, next });
}
