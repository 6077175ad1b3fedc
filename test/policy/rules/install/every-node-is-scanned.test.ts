import rule from "fleet-patching-policy/rules/install/every-node-is-scanned";
import { ubuntu } from "../../support/baselines";
import { ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const NONE = ["ubuntu, its servers: no association that scans all nodes"];
const LOOSE = ["ubuntu, its servers: a scan of all nodes that does not keep to a schedule"];

export const cases = testRule({
  rule,
  compliant: {
    ubuntu,
    scan: {
      type: "aws:ssm/association:Association",
      props: {
        name: "AWS-RunPatchBaseline",
        parameters: { Operation: "Scan" },
        targets: [{ key: "InstanceIds", values: ["*"] }],
        scheduleExpression: "cron(0 1 ? * SUN *)",
        applyOnlyAtCronInterval: true,
        region: "eu-west-1",
      },
    },
  },
  valid: [
    { name: "a weekly scan of all nodes" },
    {
      name: "a stack without baselines",
      changes: [
        ["ubuntu", undefined],
        ["scan", undefined],
      ],
    },
    {
      name: "a second scan of one group",
      changes: [
        [
          "second",
          {
            type: "aws:ssm/association:Association",
            props: {
              name: "AWS-RunPatchBaseline",
              parameters: { Operation: "Scan" },
              targets: [{ key: "tag:PatchGroup", values: ["prod"] }],
              region: "eu-west-1",
            },
          },
        ],
      ],
    },
  ],
  invalid: [
    {
      name: "all nodes of one group",
      change: ["scan.props.targets.1", { key: "tag:PatchGroup", values: ["prod"] }],
      finds: NONE,
    },
    { name: "a scan of one server", change: ["scan.props.targets.0.values.0", "i-0123456789abcdef0"], finds: NONE },
    { name: "any value of a tag", change: ["scan.props.targets.0.key", "tag:PatchGroup"], finds: NONE },
    { name: "no targets", change: ["scan.props.targets", []], finds: NONE },
    { name: "servers that are not known", change: ["scan.props.targets.0.values.0", ref("ubuntu.id")], finds: NONE },
    {
      name: "a scan by a task",
      change: [
        "scan",
        {
          type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
          props: {
            windowId: "mw-0",
            taskType: "RUN_COMMAND",
            taskArn: "AWS-RunPatchBaseline",
            targets: [{ key: "InstanceIds", values: ["*"] }],
            scheduleExpression: "x",
            applyOnlyAtCronInterval: true,
            region: "eu-west-1",
            taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: ["Scan"] }] } },
          },
        },
      ],
      finds: NONE,
    },
    { name: "no scan", change: ["scan", undefined], finds: NONE },
    { name: "a scan of one group", change: ["scan.props.targets.0", { key: "tag:PatchGroup", values: ["prod"] }], finds: NONE },
    { name: "an install of all nodes", change: ["scan.props.parameters.Operation", "Install"], finds: NONE },
    { name: "a scan in another region", change: ["scan.props.region", "us-east-1"], finds: NONE },
    { name: "a scan without a schedule", change: ["scan.props.scheduleExpression", undefined], finds: LOOSE },
    { name: "a scan that also runs whenever it is changed", change: ["scan.props.applyOnlyAtCronInterval", false], finds: LOOSE },
    { name: "an inventory instead", change: ["scan.props.name", "AWS-GatherSoftwareInventory"], finds: NONE },
  ],
});
