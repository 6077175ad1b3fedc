import { expect } from "chai";
import { AlertTopic } from "../../../components/aws";
import { previewed, TAGS } from "../../support/component-run";
import { made, named } from "../../support/program-run";

const ARN = "arn:aws:sns:eu-west-1:222222222222:alerts";

function topic(mail: readonly string[]) {
  return previewed((opts) => {
    const place = { region: "eu-west-1", account: "222222222222", partition: "aws" };
    const key = "arn:aws:kms:eu-west-1:222222222222:key/1";
    new AlertTopic("mail", { ...place, topicName: "alerts", topicArn: ARN, keyArn: key, mail, tags: TAGS }, opts);
  });
}

describe("AlertTopic", () => {
  it("is encrypted, and lets this account's rules and alarms publish", async () => {
    const result = await topic([]);
    expect(named(result, "mail-topic").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "alerts",
      displayName: "Fleet patching",
      kmsMasterKeyId: "arn:aws:kms:eu-west-1:222222222222:key/1",
      tags: TAGS,
    });
    const { policy } = named(result, "mail-policy").inputs as { policy: string };
    expect(JSON.parse(policy).Statement).to.deep.equal([
      {
        Sid: "RulesPublish",
        Principal: { Service: "events.amazonaws.com" },
        Effect: "Allow",
        Action: ["sns:Publish"],
        Resource: ARN,
      },
      {
        Sid: "AlarmsPublish",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Effect: "Allow",
        Action: ["sns:Publish"],
        Resource: ARN,
        Condition: {
          StringEquals: { "aws:SourceAccount": "222222222222" },
          ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:222222222222:alarm:*" },
        },
      },
    ]);
  });

  it("names each mail by its address, so that another one changes nothing", async () => {
    const result = await topic(["ana@example.com", "bo@example.com"]);
    expect(named(result, "mail-bo@example.com").inputs).to.deep.equal({
      region: "eu-west-1",
      topic: { $unknown: true },
      protocol: "email",
      endpoint: "bo@example.com",
    });
    expect(made(result).filter(({ type }) => type.includes("TopicSubscription"))).to.have.lengthOf(2);
  });
});
