import { expect } from "chai";
import { hasAlerts, planAlerts, planForwarding } from "../../../fleet/plan/alerts";
import { homeOf } from "../../../fleet/plan/central";
import { matches } from "../../support/event-matcher";
import { automationEvent, commandEvent, complianceEvent, invocationEvent, windowEvent } from "../../support/events";
import { oneAccount, twoAccounts, TWO_ACCOUNTS } from "../../support/two-accounts";

const WEBHOOK = { url: "https://chat.example.com/hooks", secret: "ops", channel: "C01" };
const NOTIFY = { mail: ["zoe@example.com", "ana@example.com"], webhook: WEBHOOK };
const files = { ...TWO_ACCOUNTS.groups.files, notify: { mail: ["files@example.com"] } };
const fleet = twoAccounts({ notify: NOTIFY, groups: { ...TWO_ACCOUNTS.groups, files } });
const plan = planAlerts(fleet, homeOf(fleet));

describe("the plan of alerts", () => {
  it("is there with an organization, and for a single account that names somebody", () => {
    expect(hasAlerts(twoAccounts({ notify: undefined }))).to.equal(true);
    expect(hasAlerts(oneAccount())).to.equal(false);
    expect([
      planAlerts(oneAccount(), homeOf(oneAccount())),
      planForwarding(oneAccount(), "dev", homeOf(oneAccount())),
    ]).to.deep.equal([null, null]);
    const told = oneAccount({ notify: { mail: ["ana@example.com"] } });
    expect(hasAlerts(told)).to.equal(true);
    expect(planAlerts(told, homeOf(told))).to.deep.include({ organization: null, history: null });
  });

  it("has one bus in central's home, which the organization may put events on", () => {
    expect(plan).to.deep.include({
      region: "eu-west-1",
      account: "222222222222",
      bus: "fleet",
      busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
      organization: "o-a1b2c3d4e5",
    });
  });

  it("has the fleet's contacts, and those of each group that has its own", () => {
    const arn = (topic: string) => `arn:aws:sns:eu-west-1:222222222222:${topic}`;
    expect(plan?.contacts).to.deep.equal([
      {
        group: null,
        suffix: "",
        topic: "fleet-alerts",
        topicArn: arn("fleet-alerts"),
        mail: ["ana@example.com", "zoe@example.com"],
        chat: { name: "fleet-chat", url: WEBHOOK.url, header: "Authorization", secret: "webhook-ops", channel: "C01" },
      },
      {
        group: "files",
        suffix: "/files",
        topic: "fleet-alerts-files",
        topicArn: arn("fleet-alerts-files"),
        mail: ["files@example.com"],
        chat: null,
      },
    ]);
    expect(plan?.rules.filter(({ group }) => group === "files")).to.have.lengthOf(5);
    expect(plan?.rules.filter(({ group }) => group === null)).to.have.lengthOf(9);
    expect(plan?.rules.every(({ group, chat }) => "channel" in JSON.parse(chat) === (group === null))).to.equal(true);
  });

  it("watches the history job by its ARN, known before it is made", () => {
    const { rule, ...watch } = plan!.history!;
    expect(watch).to.deep.equal({
      stateMachine: "arn:aws:states:eu-west-1:222222222222:stateMachine:fleet-evidence-history",
      silent: "fleet-history-silent",
      failed: "fleet-history-failed",
    });
    expect(JSON.parse(rule.pattern).resources).to.deep.equal([
      "arn:aws:cloudwatch:eu-west-1:222222222222:alarm:fleet-history-silent",
      "arn:aws:cloudwatch:eu-west-1:222222222222:alarm:fleet-history-failed",
    ]);
  });
});

describe("the plan of forwarding", () => {
  const forwarded = (account: string) => planForwarding(fleet, account, homeOf(fleet))!;

  it("sends to central's bus under a role of the account's own", () => {
    expect(forwarded("prod")).to.deep.include({
      busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
      role: "fleet-forward",
      roleArn: "arn:aws:iam::444444444444:role/fleet-forward",
    });
  });

  it("sends compliance from production alone", () => {
    expect(forwarded("prod").rules.map(({ name }) => name)).to.deep.equal([
      "fleet-forward-runs",
      "fleet-forward-commands",
      "fleet-forward-compliance",
    ]);
    expect(forwarded("nonprod").rules.map(({ key }) => key)).to.deep.equal(["runs", "commands"]);
  });

  it("sends what central's rules listen for, each event once", () => {
    const { rules, windows } = forwarded("prod");
    const patterns = [...rules.map(({ pattern }) => JSON.parse(pattern)), windows.pattern];
    for (const event of [automationEvent(), commandEvent(), invocationEvent(), complianceEvent(), windowEvent()]) {
      expect(patterns.filter((pattern) => matches(pattern, event))).to.have.lengthOf(1);
      expect(plan?.rules.filter(({ pattern }) => matches(JSON.parse(pattern), event))).to.have.lengthOf(1);
    }
    expect(patterns.filter((pattern) => matches(pattern, automationEvent({ Definition: "somebody-elses" })))).to.deep.equal([]);
  });
});
