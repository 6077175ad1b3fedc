import { expect } from "chai";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { className } from "../support/component-run";
import { made, named, runStack } from "../support/program-run";
import { AS_OF, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

const webhook = { url: "https://chat.example.com/post", secret: "ops" };
const files = { ...TWO_ACCOUNTS.groups.files, notify: { mail: ["files@example.com"] } };
const chatty = decide(
  twoAccounts({ notify: { mail: ["ops@example.com"], webhook }, groups: { ...TWO_ACCOUNTS.groups, files } }),
  NO_CHANGES,
  AS_OF,
);
const plain = decide(twoAccounts(), NO_CHANGES, AS_OF);
const run = (plan: typeof plain) => runStack(plan, plan.stacks[0]!);

describe("the alerts of central", () => {
  it("are a bus, a key, a topic, a rule a kind, a notice a window, and two alarms", async () => {
    const counts: Record<string, number> = {};
    for (const { type, parent, custom } of made(await run(plain)))
      if (
        custom &&
        /alerts|mail|fleet-patching:aws:(AlertRule|WindowNotices|HistoryAlarms|AlertBus|AlertKey|AlertTopic)/u.test(parent ?? "")
      )
        counts[className(type)] = (counts[className(type)] ?? 0) + 1;
    expect(counts).to.deep.equal({
      "aws.cloudwatch.EventBus": 1,
      "aws.cloudwatch.EventBusPolicy": 1,
      "aws.kms.Key": 1,
      "aws.kms.Alias": 1,
      "aws.sns.Topic": 1,
      "aws.sns.TopicPolicy": 1,
      "aws.sns.TopicSubscription": 1,
      "aws.cloudwatch.EventRule": 9,
      "aws.cloudwatch.EventTarget": 9,
      // nonprod, prod, and the window of files.
      "aws.scheduler.Schedule": 3,
      "aws.cloudwatch.MetricAlarm": 2,
    });
  });

  it("reach a chat beside the mail, and a group's own contacts beside the fleet's", async () => {
    const result = await run(chatty);
    expect(named(result, "run-failed-chat").inputs["roleArn"]).to.deep.equal({ $unknown: true });
    expect(named(result, "run-failed-mail").inputs["roleArn"]).to.equal(undefined);
    expect(named(result, "run-failed/files-rule").inputs["name"]).to.equal("fleet-run-failed-files");
    expect(named(result, "mail/files-files@example.com").inputs["endpoint"]).to.equal("files@example.com");
    const names = made(result).map(({ name }) => name);
    expect(names).to.include("history-alarm-chat").and.not.to.include("history-alarm-mail");
    expect(names.filter((name) => name.endsWith("/files-chat"))).to.deep.equal([]);
    expect(named(result, "history-alarm-rule").inputs).to.not.have.property("eventBusName");
  });

  it("let a role do no more than it is for", async () => {
    const result = await run(chatty);
    const does = (name: string) => JSON.parse(named(result, name).inputs["policy"] as string).Statement;
    expect(does("chat-policy")).to.deep.equal([
      {
        Sid: "Do",
        Effect: "Allow",
        Action: ["events:InvokeApiDestination"],
        Resource: ["arn:aws:events:eu-west-1:222222222222:api-destination/fleet-chat/*"],
      },
    ]);
    expect(does("notice-policy")).to.deep.equal([
      {
        Sid: "Do",
        Effect: "Allow",
        Action: ["events:PutEvents"],
        Resource: ["arn:aws:events:eu-west-1:222222222222:event-bus/fleet"],
      },
    ]);
  });
});
