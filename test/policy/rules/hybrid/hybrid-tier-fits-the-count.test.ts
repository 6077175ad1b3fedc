import rule from "fleet-patching-policy/rules/hybrid/hybrid-tier-fits-the-count";
import { activation } from "../../support/hybrid";
import { testRule } from "../../support/test-rule";

const setting = {
  type: "aws:ssm/serviceSetting:ServiceSetting",
  props: {
    settingId: "arn:aws:ssm:eu-west-1:444444444444:servicesetting/ssm/managed-instance/activation-tier",
    settingValue: "advanced",
    region: "eu-west-1",
  },
};
const of = (registrationLimit: number | undefined, region = "eu-west-1") => ({
  ...activation,
  props: { ...activation.props, registrationLimit, region },
});
const found = (machines: number) => [`second, registrationLimit: ${machines} machines on the standard tier`];

export const cases = testRule({
  rule,
  compliant: { first: of(900), second: of(200), setting },
  valid: [
    { name: "1,100 machines on the advanced tier" },
    {
      name: "1,000 machines on the standard tier",
      changes: [
        ["setting", undefined],
        ["second", of(100)],
      ],
    },
    {
      name: "1,100 machines in two regions",
      changes: [
        ["setting", undefined],
        ["second", of(200, "us-east-1")],
      ],
    },
    {
      name: "a limit that is not written counts as one",
      changes: [
        ["setting", undefined],
        ["second", of(undefined)],
      ],
    },
  ],
  invalid: [
    { name: "1,100 machines without the setting", change: ["setting", undefined], finds: found(1100) },
    { name: "the standard tier, written", change: ["setting.props.settingValue", "standard"], finds: found(1100) },
    {
      name: "another setting",
      change: ["setting.props.settingId", "/ssm/managed-instance/default-ec2-instance-management-role"],
      finds: found(1100),
    },
    { name: "the setting in another region", change: ["setting.props.region", "us-east-1"], finds: found(1100) },
    {
      name: "the setting in another place",
      change: ["setting.provider", { name: "other", props: { region: "eu-west-1" } }],
      finds: found(1100),
    },
  ],
});

export const oneMore = testRule({
  rule,
  compliant: { first: of(1000) },
  valid: [{ name: "exactly 1,000 machines" }],
  invalid: [
    {
      name: "an activation whose limit is not written, which means one machine",
      change: ["second", of(undefined)],
      finds: found(1001),
    },
  ],
});
