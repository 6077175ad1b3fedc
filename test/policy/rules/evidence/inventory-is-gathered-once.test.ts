import rule from "fleet-patching-policy/rules/evidence/inventory-is-gathered-once";
import { ubuntu } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const inventory = {
  type: "aws:ssm/association:Association",
  props: {
    name: "AWS-GatherSoftwareInventory",
    targets: [{ key: "InstanceIds", values: ["*"] }],
    scheduleExpression: "rate(12 hours)",
    region: "eu-west-1",
  },
};
const NONE = ["ubuntu, its servers: no association that gathers inventory"];

export const cases = testRule({
  rule,
  compliant: { ubuntu, inventory },
  valid: [
    { name: "targets that are not known yet", changes: [["inventory.props.targets", ref("ubuntu.id")]] },
    { name: "one inventory of all nodes" },
    {
      name: "a stack without baselines",
      changes: [
        ["ubuntu", undefined],
        ["inventory", undefined],
      ],
    },
    {
      name: "another association beside it",
      changes: [["scan", { ...inventory, props: { ...inventory.props, name: "AWS-RunPatchBaseline" } }]],
    },
    {
      name: "a second one in another region",
      changes: [["second", { ...inventory, props: { ...inventory.props, region: "us-east-1" } }]],
    },
  ],
  invalid: [
    { name: "no inventory", change: ["inventory", undefined], finds: NONE },
    { name: "an inventory in another region", change: ["inventory.props.region", "us-east-1"], finds: NONE },
    {
      name: "an inventory of one group",
      change: ["inventory.props.targets.0", { key: "tag:PatchGroup", values: ["prod"] }],
      finds: ["inventory, targets: a part of the nodes"],
    },
    {
      name: "an inventory of one server",
      change: ["inventory.props.targets.0.values.0", "i-0123456789abcdef0"],
      finds: ["inventory, targets: a part of the nodes"],
    },
    {
      name: "all nodes of one group",
      change: ["inventory.props.targets.1", { key: "tag:PatchGroup", values: ["prod"] }],
      finds: ["inventory, targets: a part of the nodes"],
    },
    { name: "a second inventory", change: ["second", inventory], finds: ["second, name: a second inventory beside inventory"] },
    {
      name: "a second inventory by the document's ARN",
      change: [
        "second",
        { ...inventory, props: { ...inventory.props, name: "arn:aws:ssm:eu-west-1::document/AWS-GatherSoftwareInventory" } },
      ],
      finds: ["second, name: a second inventory beside inventory"],
    },
  ],
});
