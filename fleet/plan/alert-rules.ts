import { NAMES } from "../names";
import { alarmMessage, alarmPattern, alertKinds, type AlertMessage, type Concern, type EventPattern } from "./alert-kinds";

/** One rule on the fleet's bus: what matches, who hears of it, and in which words. */
export interface AlertRulePlan {
  /** Part of logical names: the kind, and the group where it has contacts of its own. */
  readonly key: string;
  readonly name: string;
  readonly about: string;
  /** Null for the fleet's own contacts. */
  readonly group: string | null;
  /** JSON. */
  readonly pattern: string;
  /** By name: where in the event its fields stand, as JSON paths. */
  readonly fields: Readonly<Record<string, string>>;
  /** As mail: each line a quoted text of its own. @see InputTransformer, InputTemplate */
  readonly mail: string;
  /** As chat: JSON with a `text`. */
  readonly chat: string;
}

/** A message for SNS: EventBridge takes lines of text only in quotes, each line for itself. */
export function mailTemplate({ lines }: AlertMessage): string {
  return lines.map((line) => JSON.stringify(line)).join("\n");
}

/** A message for a chat: the field `text`, which Slack, Mattermost, Google Chat and others read. */
export function chatTemplate({ lines }: AlertMessage, channel: string | null): string {
  return JSON.stringify({ ...(channel === null ? {} : { channel }), text: lines.join("\n") });
}

/** A pattern as EventBridge takes it. */
export function patternText(pattern: EventPattern): string {
  return JSON.stringify(pattern);
}

/** Every rule for those concerned, in one order for all. */
export function alertRules(home: string, concern: Concern, channel: string | null): AlertRulePlan[] {
  const { group } = concern;
  return alertKinds(home).flatMap(({ key, about, pattern, message }) => {
    const matches = pattern(concern);
    if (matches === null) return [];
    return [
      {
        key: group === null ? key : `${key}/${group}`,
        name: NAMES.alertRule(key, group),
        about: group === null ? about : `${about}: group ${group}`,
        group,
        pattern: patternText(matches),
        fields: message.fields,
        mail: mailTemplate(message),
        chat: chatTemplate(message, channel),
      },
    ];
  });
}

/** What tells a chat that one of these alarms, by ARN, rings. */
export function alarmRule(home: string, alarms: readonly string[], channel: string | null): AlertRulePlan {
  const message = alarmMessage(home);
  return {
    key: "history-alarm",
    name: NAMES.alertRule("history-alarm", null),
    about: "The history is not written",
    group: null,
    pattern: patternText(alarmPattern(alarms)),
    fields: message.fields,
    mail: mailTemplate(message),
    chat: chatTemplate(message, channel),
  };
}
