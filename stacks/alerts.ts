import type * as pulumi from "@pulumi/pulumi";
import {
  AlertBus,
  AlertKey,
  AlertRule,
  AlertTopic,
  ChatDestination,
  EventRole,
  HistoryAlarms,
  WindowNotices,
  type AlertTarget,
} from "../components/aws";
import type { AlertRulePlan } from "../fleet/plan/alert-rules";
import type { AlertsPlan, ContactsPlan } from "../fleet/plan/alerts";
import { chatSecret } from "./chat-secret";

type Tags = Readonly<Record<string, string>>;
type Options = pulumi.ComponentResourceOptions;

/** Where messages to some contacts go: a topic in any case, and a chat where they have one. */
interface Contacts {
  readonly group: string | null;
  readonly topicArn: pulumi.Output<string>;
  readonly chatArn: pulumi.Output<string> | null;
}

function buildRole(plan: AlertsPlan, use: "chat" | "notice", tags: Tags, opts: Options): pulumi.Output<string> {
  const { account, region, partition } = plan;
  const chats = plan.contacts.flatMap(({ chat }) => (chat ? [chat.name] : []));
  // AWS adds an id of its own to the name.
  const destinations = chats.map((name) => `arn:${partition}:events:${region}:${account}:api-destination/${name}/*`);
  const does =
    use === "chat"
      ? ({
          roleName: plan.chatRole,
          description: "Posts the fleet's messages to chats",
          service: "events",
          action: "events:InvokeApiDestination",
          resources: destinations,
        } as const)
      : ({
          roleName: plan.noticeRole,
          description: "Tells ahead of the fleet's windows",
          service: "scheduler",
          action: "events:PutEvents",
          resources: [plan.busArn],
        } as const);
  return new EventRole(use, { account, ...does, tags }, opts).roleArn;
}

/** The contacts with the secret of their chat, all found before anything is made: one that is missing ends an `up`. */
function withSecrets(contacts: readonly ContactsPlan[]) {
  return contacts.map((each) => ({ ...each, secret: each.chat ? chatSecret(each.chat.secret) : null }));
}

function buildContacts(
  plan: AlertsPlan,
  { group, suffix, topic, topicArn, mail, chat, secret }: ReturnType<typeof withSecrets>[number],
  keyArn: pulumi.Output<string>,
  tags: Tags,
  opts: Options,
): Contacts {
  const { region, account, partition } = plan;
  const place = { region, account, partition };
  const told = new AlertTopic(`mail${suffix}`, { ...place, topicName: topic, topicArn, keyArn, mail, tags }, opts);
  if (!chat || secret === null) return { group, topicArn: told.topicArn, chatArn: null };
  const { url, header } = chat;
  const destination = new ChatDestination(`chat${suffix}`, { region, destinationName: chat.name, url, header, secret }, opts);
  return { group, topicArn: told.topicArn, chatArn: destination.destinationArn };
}

function targetsOf(rule: AlertRulePlan, to: Contacts, chatRole: pulumi.Output<string> | null): AlertTarget[] {
  const mail = { key: "mail", arn: to.topicArn, template: rule.mail };
  if (to.chatArn === null || chatRole === null) return [mail];
  return [mail, { key: "chat", arn: to.chatArn, role: chatRole, template: rule.chat }];
}

function buildHistoryAlarms(
  plan: AlertsPlan,
  to: Contacts,
  chatRole: pulumi.Output<string> | null,
  tags: Tags,
  opts: Options,
): void {
  if (!plan.history) return;
  const { region } = plan;
  const { stateMachine, silent: silentName, failed: failedName, rule } = plan.history;
  new HistoryAlarms("history-watch", { region, stateMachine, silentName, failedName, topicArn: to.topicArn, tags }, opts);
  if (to.chatArn === null || chatRole === null) return;
  const targets = targetsOf(rule, to, chatRole).filter(({ key }) => key === "chat");
  const { name: ruleName, about: description, pattern, fields } = rule;
  new AlertRule(rule.key, { region, ruleName, description, pattern, fields, targets, tags }, opts);
}

/** What central holds so that people hear of what goes wrong, and of what comes. */
export function buildAlerts(plan: AlertsPlan, tags: Tags, opts: Options): void {
  const { region, account, partition, busArn, organization, notices } = plan;
  const people = withSecrets(plan.contacts);
  const { busName } = new AlertBus(
    "alerts",
    { region, busName: plan.bus, busArn, ...(organization === null ? {} : { organization }), tags },
    opts,
  );
  const topics = plan.contacts.map(({ topicArn }) => topicArn);
  const { keyArn } = new AlertKey("alerts", { region, account, partition, keyName: plan.key, topics, tags }, opts);
  const hasChat = plan.contacts.some(({ chat }) => chat !== null);
  const chatRole = hasChat ? buildRole(plan, "chat", tags, opts) : null;
  const contacts = people.map((each) => buildContacts(plan, each, keyArn, tags, opts));
  for (const rule of plan.rules) {
    const to = contacts.find(({ group }) => group === rule.group);
    const { name: ruleName, about: description, pattern, fields } = rule;
    const targets = to ? targetsOf(rule, to, chatRole) : [];
    new AlertRule(rule.key, { region, ruleName, description, busName, pattern, fields, targets, tags }, opts);
  }
  if (notices.length > 0) {
    const role = buildRole(plan, "notice", tags, opts);
    new WindowNotices("notices", { region, notices, busArn, role }, { ...opts });
  }
  const [everyone] = contacts;
  if (everyone) buildHistoryAlarms(plan, everyone, chatRole, tags, opts);
}
