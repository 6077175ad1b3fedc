import rule from "fleet-patching-policy/rules/baseline/ended-system-is-acknowledged";
import { ubuntu, windows } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const PRODUCT = "baseline.props.approvalRules.0.patchFilters.0.values.0";
const AT = "approvalRules.0.patchFilters.0.values.0";
const acknowledged = [{ system: "Ubuntu20.04", owner: "platform", reason: "Ubuntu Pro until 2030" }];

export const cases = testRule({
  rule,
  compliant: { baseline: ubuntu },
  valid: [
    {
      name: "a section that is called like an ended release",
      changes: [["baseline.props.approvalRules.0.patchFilters.1", { key: "SECTION", values: ["Debian10"] }]],
    },
    { name: "living releases" },
    { name: "an ended release with an owner", settings: { acknowledged }, changes: [[PRODUCT, "Ubuntu20.04"]] },
    { name: "all products", changes: [[PRODUCT, "*"]] },
    { name: "a release on its last day", settings: { asOf: "2027-04-01" } },
    {
      name: "Windows Server 2016, before it ends",
      changes: [
        ["baseline.props", windows.props],
        [PRODUCT, "WindowsServer2016"],
      ],
    },
    { name: "an ended release on a day when it lived", settings: { asOf: "2024-01-01" }, changes: [[PRODUCT, "Ubuntu20.04"]] },
  ],
  invalid: [
    { name: "Ubuntu 20.04", change: [PRODUCT, "Ubuntu20.04"], finds: [`baseline, ${AT}: Ubuntu20.04, ended on 2025-05-31`] },
    {
      name: "Amazon Linux 2",
      change: ["baseline.props", { operatingSystem: "AMAZON_LINUX_2", approvalRules: [] }],
      finds: ["baseline, operatingSystem: AMAZON_LINUX_2, ended on 2026-06-30"],
    },
    {
      name: "a minor release of an ended one",
      change: [PRODUCT, "RedhatEnterpriseLinux7.9"],
      finds: [`baseline, ${AT}: RedhatEnterpriseLinux7.9, ended on 2024-06-30`],
    },
    {
      name: "a wildcard for an ended one",
      change: [PRODUCT, "RedhatEnterpriseLinux7.*"],
      finds: [`baseline, ${AT}: RedhatEnterpriseLinux7.*, ended on 2024-06-30`],
    },
    {
      name: "an acknowledgement of another",
      settings: { acknowledged },
      change: [PRODUCT, "Ubuntu18.04"],
      finds: [`baseline, ${AT}: Ubuntu18.04, ended on 2023-05-31`],
    },
    {
      name: "Windows Server 2016, after it ended",
      settings: { asOf: "2027-01-13" },
      change: [
        "baseline.props",
        {
          ...windows.props,
          approvalRules: [{ approveAfterDays: 7, patchFilters: [{ key: "PRODUCT", values: ["WindowsServer2016"] }] }],
        },
      ],
      finds: [`baseline, ${AT}: WindowsServer2016, ended on 2027-01-12`],
    },
    {
      name: "an ended release in a filter for all rules",
      change: ["baseline.props.globalFilters", [{ key: "PRODUCT", values: ["Ubuntu16.04"] }]],
      finds: ["baseline, globalFilters.0.values.0: Ubuntu16.04, ended on 2021-04-02"],
    },
    {
      name: "an acknowledgement without an owner",
      settings: { acknowledged: [{ system: "Ubuntu20.04", reason: "later" }] },
      change: [PRODUCT, "Ubuntu20.04"],
      finds: ["baseline, the configuration, ended-system-is-acknowledged.acknowledged.0.owner: nothing"],
    },
  ],
});
