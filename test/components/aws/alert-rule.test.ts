import { expect } from "chai";
import { AlertRule } from "../../../components/aws";
import { previewed, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const TOPIC = "arn:aws:sns:eu-west-1:222222222222:alerts";
const RULE = {
  region: "eu-west-1",
  ruleName: "fleet-run-failed",
  description: "A run failed",
  pattern: '{"source":["aws.ssm"]}',
  fields: { a: "$.detail.a" },
  tags: TAGS,
};

describe("AlertRule", () => {
  it("tells a topic without a role, and a chat with one, each in its own words", async () => {
    const result = await previewed((opts) => {
      const mail = { key: "mail", arn: TOPIC, template: '"<a>"' };
      const chat = { key: "chat", arn: "arn:chat", role: "arn:role", template: '{"text":"<a>"}' };
      new AlertRule("run-failed", { ...RULE, busName: "fleet", targets: [mail, chat] }, opts);
    });
    expect(named(result, "run-failed-rule").inputs).to.deep.equal({
      region: "eu-west-1",
      name: "fleet-run-failed",
      description: "A run failed",
      eventBusName: "fleet",
      eventPattern: '{"source":["aws.ssm"]}',
      state: "ENABLED",
      tags: TAGS,
    });
    const common = { region: "eu-west-1", rule: "fleet-run-failed", eventBusName: "fleet" };
    const words = (inputTemplate: string) => ({ inputTransformer: { inputPaths: { a: "$.detail.a" }, inputTemplate } });
    expect(named(result, "run-failed-mail").inputs).to.deep.equal({ ...common, targetId: "mail", arn: TOPIC, ...words('"<a>"') });
    expect(named(result, "run-failed-chat").inputs).to.deep.equal({
      ...common,
      targetId: "chat",
      arn: "arn:chat",
      roleArn: "arn:role",
      ...words('{"text":"<a>"}'),
    });
  });

  it("listens on the account's own bus where no other is named", async () => {
    const result = await previewed((opts) => {
      new AlertRule("alarm", { ...RULE, targets: [{ key: "mail", arn: TOPIC, template: '"<a>"' }] }, opts);
    });
    for (const name of ["alarm-rule", "alarm-mail"]) expect(named(result, name).inputs).to.not.have.property("eventBusName");
  });
});
