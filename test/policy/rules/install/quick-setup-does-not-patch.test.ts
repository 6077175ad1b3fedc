import rule from "fleet-patching-policy/rules/install/quick-setup-does-not-patch";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const TYPE = "setup.props.configurationDefinition.type";

export const cases = testRule({
  rule,
  compliant: {
    setup: {
      type: "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager",
      props: {
        name: "hosts",
        configurationDefinition: { type: "AWSQuickSetupType-SSMHostMgmt", parameters: { TargetAccounts: "444444444444" } },
      },
    },
  },
  valid: [
    { name: "host management" },
    { name: "another configuration", changes: [[TYPE, "AWSQuickSetupType-CFGRecording"]] },
    { name: "no type", changes: [[TYPE, undefined]] },
  ],
  invalid: [
    {
      name: "a patch policy",
      change: [TYPE, "AWSQuickSetupType-PatchPolicy"],
      finds: ["setup, configurationDefinition.type: AWSQuickSetupType-PatchPolicy"],
    },
    {
      name: "a newer kind of patch policy",
      change: [TYPE, "AWSQuickSetupType-PatchPolicyV2"],
      finds: ["setup, configurationDefinition.type: AWSQuickSetupType-PatchPolicyV2"],
    },
    {
      name: "a patch policy that only scans",
      change: [
        "setup.props.configurationDefinition",
        { type: "AWSQuickSetupType-PatchPolicy", parameters: { ConfigurationOptionsPatchOperation: "Scan" } },
      ],
      finds: ["setup, configurationDefinition.type: AWSQuickSetupType-PatchPolicy"],
    },
    {
      name: "a second configuration that patches",
      change: [
        "second",
        {
          type: "aws:ssm/quicksetupConfigurationManager:QuicksetupConfigurationManager",
          props: { configurationDefinition: { type: "AWSQuickSetupType-PatchPolicy" } },
        },
      ],
      finds: ["second, configurationDefinition.type: AWSQuickSetupType-PatchPolicy"],
    },
    {
      name: "a type that is not known",
      change: [TYPE, ref("setup.id")],
      finds: [],
      findsInPreview: ["? setup, configurationDefinition.type: a value not known before the update"],
    },
  ],
});
