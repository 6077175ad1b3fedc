import rule from "fleet-patching-policy/rules/identity/provider-names-its-account";
import { ubuntu } from "../../support/baselines";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const provider = { name: "prod", props: { region: "eu-west-1", allowedAccountIds: '["444444444444"]' } };
const ACCOUNTS = "window.provider.props.allowedAccountIds";
const AT = "window, its provider prod, allowedAccountIds";

export const cases = testRule({
  rule,
  compliant: { window: { ...guarded["window"]!, provider }, second: { ...ubuntu, provider } },
  valid: [
    { name: "one account, as the engine writes it" },
    { name: "one account as a list", changes: [[ACCOUNTS, ["444444444444"]]] },
    {
      name: "other resources through the default provider",
      changes: [["topic", { type: "aws:sns/topic:Topic", props: {}, provider: { name: "default_7_48_0", props: {} } }]],
    },
    { name: "a provider whose name begins like the default one's", changes: [["window.provider.name", "defaults"]] },
  ],
  invalid: [
    {
      name: "a second resource through the same provider, told once",
      change: ["window.provider.props", {}],
      finds: [`${AT}: nothing`],
    },
    {
      name: "the default provider",
      change: ["window.provider.name", "default_7_48_0"],
      finds: ["window, its provider: the default provider"],
    },
    {
      name: "the default provider without a version",
      change: ["window.provider.name", "default"],
      finds: ["window, its provider: the default provider"],
    },
    { name: "no accounts", change: [ACCOUNTS, undefined], finds: [`${AT}: nothing`] },
    { name: "an empty list", change: [ACCOUNTS, "[]"], finds: [`${AT}: []`] },
    { name: "something that is no account", change: [ACCOUNTS, '["prod"]'], finds: [`${AT}: ["prod"]`] },
    {
      name: "a second resource through the default provider",
      change: ["baseline", { ...ubuntu, provider: { name: "default_7_48_0", props: {} } }],
      finds: ["baseline, its provider: the default provider"],
    },
  ],
});
