import { expect } from "chai";
import { alertKinds } from "../../../fleet/plan/alert-kinds";
import { alarmRule, alertRules, chatTemplate, mailTemplate } from "../../../fleet/plan/alert-rules";

const MESSAGE = { fields: { a: "$.detail.a" }, lines: ["A is <a>.", "Look."] };
const FLEET = { group: null, ring: null };

describe("the rules of alerts", () => {
  it("are one a kind for the fleet's contacts, and five for a group's", () => {
    expect(alertRules("eu-west-1", FLEET, null).map(({ key, name }) => [key, name])).to.deep.equal(
      alertKinds("eu-west-1").map(({ key }) => [key, `fleet-${key}`]),
    );
    const web = alertRules("eu-west-1", { group: "web", ring: "prod" }, null);
    expect(web.map(({ key, name, group }) => [key, name, group])).to.deep.equal(
      ["run-failed", "run-missing", "reboot-overdue", "ring-held", "window-ahead"].map((kind) => [
        `${kind}/web`,
        `fleet-${kind}-web`,
        "web",
      ]),
    );
  });

  it("write mail as lines in quotes, and chat as JSON with a text", () => {
    expect(mailTemplate(MESSAGE)).to.equal('"A is <a>."\n"Look."');
    expect(JSON.parse(chatTemplate(MESSAGE, null))).to.deep.equal({ text: "A is <a>.\nLook." });
    expect(JSON.parse(chatTemplate(MESSAGE, "C01"))).to.deep.equal({ channel: "C01", text: "A is <a>.\nLook." });
  });

  it("stay within what EventBridge takes: 2,048 characters a pattern, 8,192 a template", () => {
    const longest = { group: "g".repeat(64), ring: "r".repeat(40) };
    for (const rule of [FLEET, longest].flatMap((concern) => alertRules("us-gov-west-1", concern, "C01"))) {
      expect(rule.pattern.length, rule.key).to.be.lessThan(2048);
      expect(rule.mail.length, rule.key).to.be.lessThan(8192);
      expect(rule.about.length, rule.key).to.be.lessThan(512);
      expect(rule.name, rule.key).to.match(/^[.\-_A-Za-z0-9]{1,64}$/u);
    }
  });

  it("tell a chat of alarms", () => {
    const rule = alarmRule("eu-west-1", ["arn:a"], "C01");
    expect(JSON.parse(rule.pattern)).to.deep.equal({
      source: ["aws.cloudwatch"],
      "detail-type": ["CloudWatch Alarm State Change"],
      resources: ["arn:a"],
      detail: { state: { value: ["ALARM"] } },
    });
    expect([rule.name, JSON.parse(rule.chat).channel]).to.deep.equal(["fleet-history-alarm", "C01"]);
  });
});
