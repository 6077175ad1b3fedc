import { NAMES } from "../names";
import { partitionOf, roleArn, type Home } from "../partition";
import { sortedKeys } from "../places";
import type { Fleet } from "../schema/fleet-file";
import type { Notify } from "../schema/notify";
import { ALL_RUNBOOKS, SSM_PATTERNS } from "./alert-kinds";
import { alarmRule, alertRules, patternText, type AlertRulePlan } from "./alert-rules";
import { evidenceSettings } from "./evidence";
import { windowNotices, type WindowNoticePlan } from "./window-notices";

/** A chat that messages are posted to. */
export interface ChatPlan {
  /** The name of the connection and of the API destination. */
  readonly name: string;
  readonly url: string;
  readonly header: string;
  /** The key of Pulumi's configuration whose secret the header carries. */
  readonly secret: string;
  readonly channel: string | null;
}

/** Who hears of something. */
export interface ContactsPlan {
  /** Null for the fleet's own contacts. */
  readonly group: string | null;
  /** Part of logical names; empty for the fleet's own. */
  readonly suffix: string;
  readonly topic: string;
  readonly topicArn: string;
  readonly mail: readonly string[];
  readonly chat: ChatPlan | null;
}

/** What watches over the history job, which finds what no event shows. */
export interface HistoryWatchPlan {
  readonly stateMachine: string;
  /** The alarms' names: none succeeded for a day, and one failed. */
  readonly silent: string;
  readonly failed: string;
  /** What tells the fleet's chat of them, on the account's own bus. */
  readonly rule: AlertRulePlan;
}

/** What central holds so that people hear of what goes wrong. */
export interface AlertsPlan {
  readonly region: string;
  readonly account: string;
  readonly partition: string;
  readonly bus: string;
  readonly busArn: string;
  /** The organization whose accounts may put events; null for a single account. */
  readonly organization: string | null;
  /** The key's alias, without `alias/`. */
  readonly key: string;
  readonly chatRole: string;
  readonly noticeRole: string;
  /** The fleet's own first. */
  readonly contacts: readonly ContactsPlan[];
  readonly rules: readonly AlertRulePlan[];
  readonly notices: readonly WindowNoticePlan[];
  /** Null where there is no history. */
  readonly history: HistoryWatchPlan | null;
}

/** What an execution account holds so that its events reach central. */
export interface ForwardingPlan {
  readonly busArn: string;
  readonly role: string;
  readonly roleArn: string;
  /** What is forwarded, by the part of names that stands for it; the pattern is JSON. */
  readonly rules: readonly { readonly key: string; readonly name: string; readonly about: string; readonly pattern: string }[];
  /** Windows are known by their ids only, which AWS gives: a pattern to which a region's own are added. */
  readonly windows: {
    readonly key: string;
    readonly name: string;
    readonly about: string;
    readonly pattern: typeof SSM_PATTERNS.windows;
  };
}

/** Whether anybody is told of anything: in any case with an organization, else when somebody is named. */
export function hasAlerts(fleet: Fleet): boolean {
  return fleet.organization !== undefined || fleet.notify !== undefined;
}

function chatOf(notify: Notify, group: string | null): ChatPlan | null {
  if (!notify.webhook) return null;
  const { url, header, secret, channel } = notify.webhook;
  return { name: NAMES.chat(group), url, header, secret: `webhook-${secret}`, channel: channel ?? null };
}

function contactsOf(home: Home, notify: Notify, group: string | null): ContactsPlan {
  const topic = NAMES.alertTopic(group);
  return {
    group,
    suffix: group === null ? "" : `/${group}`,
    topic,
    topicArn: `arn:${partitionOf(home.region)}:sns:${home.region}:${home.account}:${topic}`,
    mail: (notify.mail ?? []).toSorted(),
    chat: chatOf(notify, group),
  };
}

/** The ARN of the bus on which everything about the fleet meets. */
export function busArnOf(home: Home): string {
  return `arn:${partitionOf(home.region)}:events:${home.region}:${home.account}:event-bus/${NAMES.alertBus}`;
}

function historyOf(fleet: Fleet, home: Home): HistoryWatchPlan | null {
  if (evidenceSettings(fleet) === null) return null;
  const [silent, failed] = [NAMES.historyAlarm("silent"), NAMES.historyAlarm("failed")];
  return {
    stateMachine: `arn:${partitionOf(home.region)}:states:${home.region}:${home.account}:stateMachine:${NAMES.history}`,
    silent,
    failed,
    rule: alarmRule(
      home.region,
      [silent, failed].map((name) => `arn:${partitionOf(home.region)}:cloudwatch:${home.region}:${home.account}:alarm:${name}`),
      fleet.notify?.webhook?.channel ?? null,
    ),
  };
}

/** Decides what central holds for alerts; null for a single account that names nobody. */
export function planAlerts(fleet: Fleet, home: Home): AlertsPlan | null {
  if (!hasAlerts(fleet)) return null;
  const groups = sortedKeys(fleet.groups).flatMap((group) => {
    const { notify, ring = null } = fleet.groups[group] ?? {};
    return notify ? [{ group, ring, notify }] : [];
  });
  const concerns = [{ group: null, ring: null, notify: fleet.notify ?? {} }, ...groups];
  return {
    region: home.region,
    account: home.account,
    partition: partitionOf(home.region),
    bus: NAMES.alertBus,
    busArn: busArnOf(home),
    organization: fleet.organization?.id ?? null,
    key: NAMES.alertKey,
    chatRole: NAMES.chatRole,
    noticeRole: NAMES.noticeRole,
    contacts: concerns.map(({ group, notify }) => contactsOf(home, notify, group)),
    rules: concerns.flatMap((concern) => alertRules(home.region, concern, concern.notify.webhook?.channel ?? null)),
    notices: windowNotices(fleet),
    history: historyOf(fleet, home),
  };
}

/** Decides what an execution account forwards to central; null where there are no alerts. */
export function planForwarding(fleet: Fleet, account: string, home: Home): ForwardingPlan | null {
  if (!hasAlerts(fleet)) return null;
  const { id = "", regions = [], labels = {} } = fleet.accounts[account] ?? {};
  const rule = (key: string, about: string, pattern: object) => ({
    key,
    name: NAMES.forwardRule(key),
    about,
    pattern: patternText({ ...pattern }),
  });
  const production = labels["env"] === "prod";
  return {
    busArn: busArnOf(home),
    role: NAMES.forwardRole,
    roleArn: roleArn(partitionOf(regions[0] ?? ""), id, NAMES.forwardRole),
    rules: [
      rule("runs", "Runs of the fleet that did not finish", SSM_PATTERNS.runs(ALL_RUNBOOKS)),
      rule("commands", "Patch commands that failed", SSM_PATTERNS.commands),
      ...(production ? [rule("compliance", "Production servers that are no longer compliant", SSM_PATTERNS.compliance)] : []),
    ],
    windows: {
      key: "windows",
      name: NAMES.forwardRule("windows"),
      about: "Windows of the fleet that ran nothing, or not to their end",
      pattern: SSM_PATTERNS.windows,
    },
  };
}
