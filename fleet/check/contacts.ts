import { sortedKeys } from "../places";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { Notify, Webhook } from "../schema/notify";
import { repeats } from "./repeats";

/** EventBridge takes 300 rules on a bus, and a group with contacts of its own needs five. @see quotas of EventBridge */
const MOST_GROUPS = 55;

/** Addresses that are secrets themselves, and where such secrets stand. The secret itself is never shown. */
const SECRET_ADDRESSES: readonly (readonly [string, RegExp])[] = [
  ["an incoming webhook of Slack, whose address is the secret", /^https:\/\/hooks\.slack(-gov)?\.com\//iu],
  ["a webhook of Discord, whose address is the secret", /^https:\/\/[^/]*discord(app)?\.com\/api\/webhooks\//iu],
  ["a webhook of Teams, whose address is the secret", /^https:\/\/[^/]*webhook\.office\.com\//iu],
  ["a user or password in the address", /^https:\/\/[^/]*@/u],
  ["a secret in the address", /[?&](sig|signature|token|key|api_?key|code|secret|access_token|password)=/iu],
];

function webhookFindings({ url }: Webhook, path: Path): Finding[] {
  const sign = SECRET_ADDRESSES.find(([, pattern]) => pattern.test(url));
  if (!sign) return [];
  const fix =
    "Use an address that takes its secret in a header (Slack: https://slack.com/api/chat.postMessage with a bot's token), and renew the one that stood here.";
  return [{ path: [...path, "webhook", "url"], got: sign[0], want: "an address without a secret: it is read by many", fix }];
}

function judge(notify: Notify, path: Path): Finding[] {
  const { mail = [], webhook } = notify;
  const nobody = mail.length === 0 && !webhook;
  const twice = repeats(mail, (address) => address.toLowerCase()).map((place) => ({
    path: [...path, "mail", place],
    got: `${mail[place]} once more`,
    want: "each address once",
    fix: "Remove one of the two.",
  }));
  const fix = "Write `mail: [...]` or `webhook: {...}`, or remove `notify`.";
  return [
    ...(nobody ? [{ path, got: "nobody", want: "at least one address or a chat", fix }] : []),
    ...twice,
    ...(webhook ? webhookFindings(webhook, path) : []),
  ];
}

function ofGroups(fleet: Fleet): Finding[] {
  const groups = sortedKeys(fleet.groups).filter((name) => fleet.groups[name]?.notify !== undefined);
  const findings: Finding[] = [];
  if (groups.length > 0 && !fleet.notify) {
    const want = "`notify` of the fleet, too: what names no group (a command, a server, a window) would reach nobody";
    const fix = "Add `notify: { mail: [...] }` to the file itself: who is in charge of the fleet.";
    findings.push({ path: ["groups", groups[0] ?? "", "notify"], got: "contacts of a group alone", want, fix });
  }
  if (groups.length > MOST_GROUPS) {
    const want = `at most ${MOST_GROUPS}: a bus of EventBridge takes 300 rules`;
    findings.push({
      path: ["groups"],
      got: `${groups.length} groups with contacts of their own`,
      want,
      fix: "Let some groups share the fleet's contacts.",
    });
  }
  return findings;
}

/** Contacts that are nobody, twice the same, or not enough, and addresses of chats that are secrets. */
export function contacts(fleet: Fleet): Finding[] {
  return [
    ...(fleet.notify ? judge(fleet.notify, ["notify"]) : []),
    ...sortedKeys(fleet.groups).flatMap((name) => {
      const notify = fleet.groups[name]?.notify;
      return notify ? judge(notify, ["groups", name, "notify"]) : [];
    }),
    ...ofGroups(fleet),
  ];
}
