import { expect } from "chai";
import { AlertKey } from "../../../components/aws";
import { previewed } from "../../support/component-run";
import { named } from "../../support/program-run";

const TOPICS = ["arn:aws:sns:eu-west-1:222222222222:a", "arn:aws:sns:eu-west-1:222222222222:b"];

describe("AlertKey", () => {
  it("lets rules and alarms encrypt for its topics alone, without a condition that SNS does not fill", async () => {
    const result = await previewed((opts) => {
      const place = { region: "eu-west-1", account: "222222222222", partition: "aws" };
      new AlertKey("alerts", { ...place, keyName: "alerts", topics: TOPICS, tags: {} }, opts);
    });
    const { policy, ...rest } = named(result, "alerts-key").inputs as { policy: string };
    expect(rest).to.deep.equal({ region: "eu-west-1", description: "Encrypts alerts", enableKeyRotation: true, tags: {} });
    const publisher = (Sid: string, Service: string) => ({
      Sid,
      Effect: "Allow",
      Principal: { Service },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
      Condition: { StringEquals: { "kms:EncryptionContext:aws:sns:topicArn": TOPICS } },
    });
    expect(JSON.parse(policy).Statement).to.deep.equal([
      { Sid: "Owner", Effect: "Allow", Principal: { AWS: "arn:aws:iam::222222222222:root" }, Action: ["kms:*"], Resource: "*" },
      publisher("RulesPublish", "events.amazonaws.com"),
      publisher("AlarmsPublish", "cloudwatch.amazonaws.com"),
    ]);
    expect(policy).to.not.match(/aws:Source(Arn|Account|OrgID)/u);
    expect(named(result, "alerts-alias").inputs["name"]).to.equal("alias/alerts");
  });
});
