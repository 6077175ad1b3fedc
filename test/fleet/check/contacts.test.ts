import { contacts } from "../../../fleet/check/contacts";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const told = (notify: string) => `${SMALL_FLEET}notify: ${notify}\n`;
const hook = (url: string) => told(`{ webhook: { url: "${url}", secret: ops } }`);
const ofGroup = (fleet: string, notify: string) => replaced(fleet, "dev: { ring: dev,", `dev: { ring: dev, notify: ${notify},`);
const SECRET = [
  "an address without a secret: it is read by many",
  "Use an address that takes its secret in a header (Slack: https://slack.com/api/chat.postMessage with a bot's token), and renew the one that stood here.",
] as const;

describe("contacts", () => {
  accepts(contacts, {
    "nobody at all": SMALL_FLEET,
    "mail alone": told("{ mail: [ana@example.com] }"),
    "a chat that takes its secret in a header": hook("https://slack.com/api/chat.postMessage"),
    "a group beside the fleet": ofGroup(told("{ mail: [ana@example.com] }"), "{ mail: [ana@example.com] }"),
  });
  rejects(contacts, {
    "contacts that are nobody": [
      told("{}"),
      ["9 notify", "nobody", "at least one address or a chat", "Write `mail: [...]` or `webhook: {...}`, or remove `notify`."],
    ],
    "an address twice": [
      told("{ mail: [ana@example.com, Ana@example.com] }"),
      ["9 notify.mail[1]", "Ana@example.com once more", "each address once", "Remove one of the two."],
    ],
    "a group's contacts alone": [
      ofGroup(SMALL_FLEET, "{ mail: [ana@example.com] }"),
      [
        "8 groups.dev.notify",
        "contacts of a group alone",
        "`notify` of the fleet, too: what names no group (a command, a server, a window) would reach nobody",
        "Add `notify: { mail: [...] }` to the file itself: who is in charge of the fleet.",
      ],
    ],
    "an address of Slack that is a secret": [
      hook("https://hooks.slack.com/services/T0/B0/x"),
      ["9 notify.webhook.url", "an incoming webhook of Slack, whose address is the secret", ...SECRET],
    ],
    "an address with a signature": [
      hook("https://x.logic.azure.com/workflows/1/triggers/manual?api-version=1&sig=abc"),
      ["9 notify.webhook.url", "a secret in the address", ...SECRET],
    ],
    "an address with a password": [
      hook("https://ops:pass@chat.example.com/"),
      ["9 notify.webhook.url", "a user or password in the address", ...SECRET],
    ],
  });
});
