import { askAthena } from "./athena";
import type { Catch, Condition, PassState, State, StateMachine, TaskState } from "./states";

/** What a ring's evaluator needs to know. */
export interface EvaluatorMachineArgs {
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  readonly databaseName: string;
  readonly workgroupName: string;
  /** The ring that it judges. */
  readonly ring: string;
  /** Asks Athena for the ring's release: one row with one text, `open until <instant>`, `held: <why>` or `none: <why>`. */
  readonly sql: string;
  /** The alarms that must be quiet, by name, in the evaluator's own region; empty where none is named. */
  readonly alarms: readonly string[];
  /** The parameter that says whether the ring is proved, by name. */
  readonly parameterName: string;
  /** The parameter's tier: stated, because a write must not change it. */
  readonly tier: "Advanced" | "Standard";
  /** Where people are told that the ring is held; null where nobody listens. */
  readonly told: {
    /** The bus on which the event is put, by ARN. */
    readonly busArn: string;
    /** The event's source. */
    readonly source: string;
    /** The event's detail type. */
    readonly detailType: string;
  } | null;
}

const QUESTION_SECONDS = 900;
const CALL_SECONDS = 60;
/** It asks again an hour later: an execution that lasts longer than this has nothing to say any more. */
const ALL_SECONDS = 3000;

const AGAIN = {
  ErrorEquals: ["States.TaskFailed", "States.Timeout"],
  IntervalSeconds: 20,
  MaxAttempts: 2,
  BackoffRate: 2,
} as const;

/** Where the answer is kept. Only what Athena answered, or a `held: …` of our own, is ever written there. */
const ANSWER = "$.answer";
const RELEASE = `${ANSWER}.release`;

const caught = (next: string): readonly [Catch] => [{ ErrorEquals: ["States.ALL"], Next: next, ResultPath: "$.failed" }];

/**
 * Decides whether a ring is proved: asks for the health of the ring before it, looks at the alarms, and writes the answer.
 *
 * - `open until …` is written only where it was the answer and every alarm is quiet
 * - whatever fails on the way there is written as `held: …`; where even that fails, the earlier release lapses by its own end
 * - an answer `none: …` changes nothing: no window is near
 */
export function evaluatorMachine(args: EvaluatorMachineArgs): StateMachine {
  const { ring, alarms } = args;
  const answered = (StringMatches: string): Condition => ({ Variable: RELEASE, StringMatches });
  return {
    Comment: `Decides whether ring ${ring} is proved by the ring before it`,
    StartAt: "Ask",
    TimeoutSeconds: ALL_SECONDS,
    States: {
      Ask: askAthena(args, args.sql, {
        seconds: QUESTION_SECONDS,
        resultPath: "$.asked",
        again: AGAIN,
        caught: caught("NotKnown"),
        next: "Read",
      }),
      Read: read(args),
      Judge: {
        Type: "Choice",
        Choices: [
          { ...answered("open until *"), Next: alarms.length > 0 ? "AskAlarms" : "Open" },
          { ...answered("held: *"), Next: "Hold" },
          { ...answered("none: *"), Next: "NoWindow" },
        ],
        Default: "NotKnown",
      },
      ...(alarms.length > 0 ? alarmStates(args) : {}),
      Open: write(args, "Opened", "NotKnown"),
      Hold: write(args, args.told ? "TellHeld" : "Held", "NotKnown"),
      NotKnown: held(`'held: the evaluator failed, see its execution {}', $$.Execution.Name`, "HoldUnknown"),
      HoldUnknown: write(args, args.told ? "TellUnknown" : "Failed", args.told ? "TellUnknown" : "Failed"),
      ...tellStates(args),
      Opened: { Type: "Succeed" },
      Held: { Type: "Succeed" },
      NoWindow: { Type: "Succeed" },
      Failed: { Type: "Fail", Error: "NotEvaluated", Cause: "The ring before could not be judged, so that the ring is held" },
    },
  };
}

/** The first row holds the column's name, the second the answer. */
function read({ partition }: EvaluatorMachineArgs): TaskState {
  return {
    Type: "Task",
    Resource: `arn:${partition}:states:::athena:getQueryResults`,
    Parameters: { "QueryExecutionId.$": "$.asked.QueryExecution.QueryExecutionId", MaxResults: 2 },
    TimeoutSeconds: CALL_SECONDS,
    ResultSelector: { "release.$": "$.ResultSet.Rows[1].Data[0].VarCharValue" },
    ResultPath: ANSWER,
    Retry: [AGAIN],
    Catch: caught("NotKnown"),
    Next: "Judge",
  };
}

/** CloudWatch is asked for those of the named alarms that are quiet, and they are counted: one that is gone is not quiet. */
function alarmStates({ partition, alarms }: EvaluatorMachineArgs): Record<string, State> {
  return {
    AskAlarms: {
      Type: "Task",
      Resource: `arn:${partition}:states:::aws-sdk:cloudwatch:describeAlarms`,
      Parameters: { AlarmNames: alarms, AlarmTypes: ["MetricAlarm", "CompositeAlarm"], StateValue: "OK", MaxRecords: 100 },
      TimeoutSeconds: CALL_SECONDS,
      ResultSelector: { "quiet.$": "States.ArrayLength($..StateValue)" },
      ResultPath: "$.alarms",
      Retry: [AGAIN],
      Catch: caught("NotKnown"),
      Next: "Quiet",
    },
    Quiet: {
      Type: "Choice",
      Choices: [{ Variable: "$.alarms.quiet", NumericEquals: alarms.length, Next: "Open" }],
      Default: "NotQuiet",
    },
    NotQuiet: held(
      `'held: {} of ${alarms.length} alarms are quiet: ${quotable(alarms.join(", "))}; without them it was {}', $.alarms.quiet, ${RELEASE}`,
      "Hold",
    ),
  };
}

/** A text as `States.Format` takes it within quotes, and as a message of EventBridge takes it: without double quotes. */
function quotable(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/[\\'{}]/gu, (sign) => `\\${sign}`);
}

function held(format: string, next: string): PassState {
  return { Type: "Pass", Parameters: { "release.$": `States.Format(${format})` }, ResultPath: ANSWER, Next: next };
}

function write({ partition, parameterName, tier }: EvaluatorMachineArgs, next: string, afterFailure: string): TaskState {
  return {
    Type: "Task",
    Resource: `arn:${partition}:states:::aws-sdk:ssm:putParameter`,
    Parameters: { Name: parameterName, "Value.$": RELEASE, Tier: tier, Overwrite: true },
    TimeoutSeconds: CALL_SECONDS,
    ResultPath: null,
    Retry: [AGAIN],
    Catch: caught(afterFailure),
    Next: next,
  };
}

function tellStates({ partition, ring, told }: EvaluatorMachineArgs): Record<string, State> {
  if (!told) return {};
  const { busArn: EventBusName, source: Source, detailType: DetailType } = told;
  const tell = (next: string): TaskState => ({
    Type: "Task",
    Resource: `arn:${partition}:states:::events:putEvents`,
    Parameters: { Entries: [{ Source, DetailType, EventBusName, Detail: { ring, "why.$": RELEASE } }] },
    TimeoutSeconds: CALL_SECONDS,
    ResultPath: null,
    Retry: [AGAIN],
    Catch: caught("Failed"),
    Next: next,
  });
  return { TellHeld: tell("Held"), TellUnknown: tell("Failed") };
}
