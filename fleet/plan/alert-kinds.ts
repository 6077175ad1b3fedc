import { NAMES } from "../names";
import { partitionOf } from "../partition";

/** Who hears of an alert: everyone in charge of the fleet, or the contacts of one group. */
export interface Concern {
  /** Null for the fleet as a whole. */
  readonly group: string | null;
  /** The group's ring; null for the fleet as a whole. */
  readonly ring: string | null;
}

/** What is said about an event: its fields by name, and lines in which `<name>` stands for one. */
export interface AlertMessage {
  readonly fields: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
}

/** A pattern of EventBridge, as plain data. */
export type EventPattern = Readonly<Record<string, unknown>>;

/** One thing that somebody must hear of. */
export interface AlertKind {
  /** Part of names. */
  readonly key: string;
  readonly about: string;
  /** What matches for a concern; null where its events name no group. */
  readonly pattern: (concern: Concern) => EventPattern | null;
  readonly message: AlertMessage;
}

/** The source of the events that the fleet itself reports. */
export const FLEET_SOURCE = "fleet.patching";

/**
 * What the fleet itself reports on its bus, by detail type. The history job puts the first three, with the columns of the
 * questions `runs`, `pending-reboot` and the release; Scheduler puts the last.
 */
export const FLEET_EVENTS = {
  missing: "Expected run missing",
  reboot: "Reboot overdue",
  held: "Ring held",
  ahead: "Window ahead",
} as const;

/** Stands for the fleet's own contacts: no group can have this name. */
export const ALL_CONTACTS = "*";

/** The document by which servers are scanned and patched. */
const PATCH_DOCUMENT = "AWS-RunPatchBaseline";

/** The detail types and states of Systems Manager's events, letter by letter. @see facts: alerts and events */
export const SSM_PATTERNS = {
  runs: (definitions: readonly unknown[]): EventPattern => ({
    source: ["aws.ssm"],
    "detail-type": ["EC2 Automation Execution Status-change Notification"],
    // A run that its window's end cuts off is cancelled: that, too, is a run that did not finish.
    detail: { Definition: definitions, Status: ["Failed", "TimedOut", "Canceled"] },
  }),
  commands: {
    source: ["aws.ssm"],
    "detail-type": ["EC2 Command Status-change Notification", "EC2 Command Invocation Status-change Notification"],
    detail: { "document-name": [PATCH_DOCUMENT, NAMES.restartDocument], status: ["Failed", "TimedOut"] },
  },
  windows: {
    source: ["aws.ssm"],
    "detail-type": ["Maintenance Window Execution State-change Notification"],
    detail: { status: ["FAILED", "TIMED_OUT", "CANCELLED", "SKIPPED_OVERLAPPING"] },
  },
  compliance: {
    source: ["aws.ssm"],
    "detail-type": ["Configuration Compliance State Change"],
    detail: { "compliance-type": ["Patch"], "compliance-status": ["non_compliant"], severity: ["critical", "high"] },
  },
} as const;

/** The definitions of every group's runbooks: they install, or they restart. */
export const ALL_RUNBOOKS = [{ prefix: NAMES.runbook("") }, { prefix: NAMES.restart("") }];

/** The definitions of one group's runbooks; those of its approvals end in its name, behind a day. */
const runbooksOf = (group: string) => [NAMES.runbook(group), NAMES.restart(group), { suffix: `-${group}` }];

const CONSOLES = {
  aws: "console.aws.amazon.com",
  "aws-us-gov": "console.amazonaws-us-gov.com",
  "aws-cn": "console.amazonaws.cn",
};

const onlyFleet =
  (pattern: EventPattern) =>
  ({ group }: Concern) =>
    group === null ? pattern : null;

const own = (type: string, detail: (concern: Concern) => EventPattern) => (concern: Concern) => ({
  source: [FLEET_SOURCE],
  "detail-type": [type],
  ...(concern.group === null ? {} : { detail: detail(concern) }),
});
const ofGroup = ({ group }: Concern) => ({ group: [group] });

/** A page of Systems Manager's console in the message's region, by its path and what follows the region. */
type Link = (path: string, more?: string) => string;

const PLACE = { account: "$.account", region: "$.region" };
const TOLD_PLACE = { account: "$.detail.account", region: "$.detail.region" };

/** Everything that somebody must hear of, for a fleet whose home is in this region: the partition decides where its console is. */
export function alertKinds(home: string): AlertKind[] {
  const host = CONSOLES[partitionOf(home)];
  const link: Link = (path, more = "") => `https://<region>.${host}/systems-manager/${path}?region=<region>${more}`;
  return [
    {
      key: "run-failed",
      about: "A run did not finish",
      pattern: ({ group }) => SSM_PATTERNS.runs(group === null ? ALL_RUNBOOKS : runbooksOf(group)),
      message: {
        fields: { ...PLACE, runbook: "$.detail.Definition", status: "$.detail.Status", execution: "$.detail.ExecutionId" },
        lines: [
          "The run of <runbook> ended as <status>.",
          "Account <account>, region <region>.",
          "Which step failed and on which servers:",
          link("automation/execution/<execution>"),
        ],
      },
    },
    ...commandKinds(link),
    {
      key: "window-failed",
      about: "A window ran nothing, or not to its end",
      pattern: onlyFleet(SSM_PATTERNS.windows),
      message: {
        fields: { ...PLACE, window: "$.detail.window-id", status: "$.detail.status" },
        lines: [
          "The maintenance window <window> ended as <status>.",
          "Account <account>, region <region>.",
          "SKIPPED_OVERLAPPING: it ran nothing, because the one before it was still open.",
          link("maintenance-windows/<window>/history"),
        ],
      },
    },
    {
      key: "not-compliant",
      about: "A production server is no longer compliant",
      pattern: onlyFleet(SSM_PATTERNS.compliance),
      message: {
        fields: { ...PLACE, server: "$.detail.resource-id", severity: "$.detail.severity" },
        lines: [
          "Server <server> lacks updates of severity <severity>.",
          "Account <account>, region <region>.",
          link("fleet-manager/<server>/patch"),
        ],
      },
    },
    ...foundKinds(link),
  ];
}

/**
 * An alarm as a chat hears of it: the topic that alarms publish to has no chat, and their events stand on the account's own
 * bus.
 */
export function alarmMessage(home: string): AlertMessage {
  return {
    fields: { alarm: "$.detail.alarmName", region: "$.region" },
    lines: [
      "Alarm <alarm>: the history of the fleet is not written.",
      "Missed runs and overdue restarts go unnoticed until it is.",
      `https://<region>.${CONSOLES[partitionOf(home)]}/cloudwatch/home?region=<region>#alarmsV2:alarm/<alarm>`,
    ],
  };
}

/** The events of alarms that begin to ring. */
export function alarmPattern(alarms: readonly string[]): EventPattern {
  return {
    source: ["aws.cloudwatch"],
    "detail-type": ["CloudWatch Alarm State Change"],
    resources: alarms,
    detail: { state: { value: ["ALARM"] } },
  };
}

function commandKinds(link: Link): AlertKind[] {
  const [command, server] = SSM_PATTERNS.commands["detail-type"];
  const only = (type: string) => onlyFleet({ ...SSM_PATTERNS.commands, "detail-type": [type] });
  const fields = {
    ...PLACE,
    document: "$.detail.document-name",
    status: "$.detail.status",
    command: "$.detail.command-id",
  };
  return [
    {
      key: "command-failed",
      about: "A patch command failed as a whole",
      pattern: only(command),
      message: {
        fields,
        lines: [
          "The command <command> (<document>) ended as <status>.",
          "Account <account>, region <region>.",
          link("run-command/<command>"),
        ],
      },
    },
    {
      key: "server-failed",
      about: "A patch command failed on a server",
      pattern: only(server),
      message: {
        fields: { ...fields, server: "$.detail.instance-id" },
        lines: [
          "On server <server> the command <command> (<document>) ended as <status>.",
          "Account <account>, region <region>.",
          link("run-command/<command>/<server>"),
        ],
      },
    },
  ];
}

/** What no single event shows: found once a day by comparing what was expected with the evidence, or told ahead. */
function foundKinds(link: Link): AlertKind[] {
  return [
    {
      key: "run-missing",
      about: "A run that was expected did not happen",
      pattern: own(FLEET_EVENTS.missing, ofGroup),
      message: {
        fields: { ...TOLD_PLACE, group: "$.detail.group", due: "$.detail.due" },
        lines: [
          "Group <group> was to be patched at <due>, and there is no record of a run.",
          "Account <account>, region <region>.",
          link("maintenance-windows"),
        ],
      },
    },
    {
      key: "reboot-overdue",
      about: "A server waits too long for a restart",
      pattern: own(FLEET_EVENTS.reboot, ofGroup),
      message: {
        fields: { ...TOLD_PLACE, group: "$.detail.group", server: "$.detail.server", hours: "$.detail.hours" },
        lines: [
          "Server <server> of group <group> has waited <hours> hours for a restart: its updates are not in force.",
          "Account <account>, region <region>.",
          link("fleet-manager/<server>/patch"),
        ],
      },
    },
    {
      key: "ring-held",
      about: "A ring is held",
      pattern: own(FLEET_EVENTS.held, ({ ring }) => ({ ring: [ring] })),
      message: {
        fields: { region: "$.region", ring: "$.detail.ring", why: "$.detail.why" },
        lines: [
          "Ring <ring> is held: nothing is installed in it.",
          "Why: <why>",
          "Until: a freeze or a hold ends as the fleet file says; what evidence holds is asked again ahead of the next window, or released by people in changes/releases/<ring>.yaml.",
          "What its releases say now:",
          link("parameters/", `&tab=Table#list_parameter_filters=Name:Contains:${NAMES.rings.replace("*", "<ring>/")}`),
        ],
      },
    },
    {
      key: "window-ahead",
      about: "A window comes",
      pattern: ({ group }) => ({
        source: [FLEET_SOURCE],
        "detail-type": [FLEET_EVENTS.ahead],
        detail: { contacts: [group ?? ALL_CONTACTS] },
      }),
      message: {
        fields: { who: "$.detail.who", when: "$.detail.when", where: "$.detail.where", hold: "$.detail.hold" },
        lines: ["Updates come: <who>.", "<when>", "<where>", "<hold>"],
      },
    },
  ];
}
