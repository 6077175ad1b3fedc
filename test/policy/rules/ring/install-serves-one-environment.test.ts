import rule from "fleet-patching-policy/rules/ring/install-serves-one-environment";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const AT = "install, taskInvocationParameters.runCommandParameters.parameters";
const VALUES = "servers.props.targets.0.values";

export const cases = testRule({
  rule,
  compliant: handwritten,
  valid: [
    { name: "one production group" },
    { name: "two production groups", changes: [[VALUES, ["prod-auto", "prod-db"]]] },
    { name: "two groups of which none is production", changes: [[VALUES, ["dev", "test"]]] },
    { name: "any groups in a production stack", stack: "prod", changes: [[VALUES, ["jump", "log"]]] },
    { name: "a scan of all", changes: [["scan.props.targets.0", { key: "tag:PatchGroup", values: ["prod-auto", "dev"] }]] },
  ],
  invalid: [
    { name: "production beside test", change: [VALUES, ["prod-auto", "test"]], finds: [`${AT}: prod-auto beside test`] },
    { name: "production after test", change: [VALUES, ["test", "prod-auto"]], finds: [`${AT}: prod-auto beside test`] },
    {
      name: "production beside non-production",
      change: [VALUES, ["prod-auto", "non-prod-auto"]],
      finds: [`${AT}: prod-auto beside non-prod-auto`],
    },
    {
      name: "a configured production group beside another",
      settings: { productionGroups: ["web"] },
      change: [VALUES, ["web", "prod-auto"]],
      finds: [`${AT}: web beside prod-auto`],
    },
    {
      name: "two targets of one task",
      change: [
        "install.props.targets",
        [
          { key: "tag:PatchGroup", values: ["prod-auto"] },
          { key: "tag:PatchGroup", values: ["dev"] },
        ],
      ],
      finds: [`${AT}: prod-auto beside dev`],
    },
  ],
});
