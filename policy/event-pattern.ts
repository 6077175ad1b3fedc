import { parseJson } from "./automation/document";
import { UNKNOWN, type Plain, type PlainRecord } from "./plain";
import { at, isRecord, list } from "./read";
import type { Resource } from "./resource";

/** What Systems Manager reports about one kind of thing: its fields, and the states it can be in. */
export interface EventKind {
  readonly type: string;
  readonly stateField: string;
  readonly states: readonly string[];
  /** States that somebody must hear of. */
  readonly bad: readonly string[];
}

/**
 * The events that patching is watched by. Spelling differs from one to the other: fields of runbooks are capitalised,
 * states of windows are in capitals, and a command is Canceled where a window is CANCELLED.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-eventbridge-events.html
 */
export const EVENT_KINDS: readonly EventKind[] = [
  {
    type: "EC2 Automation Execution Status-change Notification",
    stateField: "Status",
    states: [
      "Approved",
      "Canceled",
      "Failed",
      "PendingApproval",
      "PendingChangeCalendarOverride",
      "Rejected",
      "Scheduled",
      "Success",
      "TimedOut",
    ],
    bad: ["Failed", "TimedOut"],
  },
  {
    type: "EC2 Automation Step Status-change Notification",
    stateField: "Status",
    states: ["Canceled", "Failed", "Success", "TimedOut"],
    bad: ["Failed", "TimedOut"],
  },
  {
    type: "EC2 Command Status-change Notification",
    stateField: "status",
    states: ["Success", "InProgress", "TimedOut", "Canceled", "Failed"],
    bad: ["Failed", "TimedOut"],
  },
  {
    type: "EC2 Command Invocation Status-change Notification",
    stateField: "status",
    states: ["Success", "InProgress", "TimedOut", "Canceled", "Failed"],
    bad: ["Failed", "TimedOut"],
  },
  {
    type: "Maintenance Window Execution State-change Notification",
    stateField: "status",
    states: ["PENDING", "IN_PROGRESS", "SUCCESS", "FAILED", "TIMED_OUT", "CANCELLING", "CANCELLED", "SKIPPED_OVERLAPPING"],
    bad: ["FAILED", "TIMED_OUT", "SKIPPED_OVERLAPPING"],
  },
  {
    type: "Maintenance Window Task Execution State-change Notification",
    stateField: "status",
    states: ["IN_PROGRESS", "SUCCESS", "FAILED", "TIMED_OUT", "CANCELLING", "CANCELLED"],
    bad: ["FAILED", "TIMED_OUT"],
  },
  {
    type: "Configuration Compliance State Change",
    stateField: "compliance-status",
    states: ["compliant", "non_compliant"],
    bad: ["non_compliant"],
  },
];

/** The pattern of an EventBridge rule: undefined where it has none, UNKNOWN where it is not known or not JSON. */
export function patternOf(rule: Resource): PlainRecord | typeof UNKNOWN | undefined {
  const source = rule.props["eventPattern"];
  if (source === undefined) return undefined;
  const pattern = typeof source === "string" ? parseJson(source) : source;
  return isRecord(pattern) ? pattern : UNKNOWN;
}

/** Whether a pattern is for events of Systems Manager. */
export function isFromSystemsManager(pattern: PlainRecord): boolean {
  return list(pattern["source"]).includes("aws.ssm");
}

/** The kinds a pattern lets through; all where it names none. */
export function kindsOf(pattern: PlainRecord): readonly EventKind[] {
  const named = list(pattern["detail-type"]);
  return named.length === 0 ? EVENT_KINDS : EVENT_KINDS.filter(({ type }) => named.includes(type));
}

/** What a pattern wants of a field of the event's detail; undefined where it leaves it open. */
export function wanted(pattern: PlainRecord, field: string): readonly Plain[] | undefined {
  const values = at(pattern["detail"], field);
  return values === undefined ? undefined : list(values);
}
