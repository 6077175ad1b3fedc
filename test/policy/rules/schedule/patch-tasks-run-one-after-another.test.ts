import rule from "fleet-patching-policy/rules/schedule/patch-tasks-run-one-after-another";
import { ref } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

export const cases = testRule({
  rule,
  compliant: handwritten,
  valid: [
    { name: "a scan and an install of different priorities" },
    {
      name: "equal priorities on different groups",
      changes: [
        ["install.props.priority", 1],
        ["install.props.targets.0", { key: "tag:PatchGroup", values: ["prod-db"] }],
      ],
    },
    {
      name: "equal priorities in different windows",
      changes: [
        ["install.props.priority", 1],
        ["install.props.windowId", "mw-0123456789abcdef0"],
      ],
    },
    {
      name: "a task beside the scan that patches nothing",
      changes: [
        ["install.props.priority", 1],
        ["install.props.taskArn", "AWS-RunShellScript"],
      ],
    },
  ],
  invalid: [
    {
      name: "a scan and an install of equal priority",
      change: ["install.props.priority", 1],
      finds: ["scan, priority: priority 1, as install, on tag:PatchGroup=prod-auto"],
    },
    {
      name: "a scan with the install's priority",
      change: ["scan.props.priority", 5],
      finds: ["scan, priority: priority 5, as install, on tag:PatchGroup=prod-auto"],
    },
    {
      name: "a third task with the same priority",
      change: ["again", { ...handwritten["install"], props: { ...handwritten["install"]!.props, priority: 1 } }],
      finds: ["scan, priority: priority 1, as again, on tag:PatchGroup=prod-auto"],
    },
    {
      name: "equal priorities on groups that share one",
      change: [
        "again",
        {
          ...handwritten["install"],
          props: { ...handwritten["install"]!.props, targets: [{ key: "tag:Patch Group", values: ["prod-db", "prod-auto"] }] },
        },
      ],
      finds: ["install, priority: priority 5, as again, on tag:PatchGroup=prod-auto"],
    },
    {
      name: "equal priorities on the same ids",
      change: [
        "again",
        {
          ...handwritten["install"],
          props: { ...handwritten["install"]!.props, targets: [{ key: "WindowTargetIds", values: [ref("servers.id")] }] },
        },
      ],
      finds: ["install, priority: priority 5, as again, on tag:PatchGroup=prod-auto"],
    },
  ],
});

export const withoutPriorities = testRule({
  rule,
  compliant: { ...handwritten, scan: { ...handwritten["scan"]!, props: { ...handwritten["scan"]!.props, priority: undefined } } },
  valid: [],
  invalid: [
    {
      name: "two tasks without a priority",
      change: ["install.props.priority", undefined],
      finds: ["scan, priority: priority not written, as install, on tag:PatchGroup=prod-auto"],
    },
  ],
});

const association = {
  type: "aws:ssm/association:Association",
  props: {
    name: "AWS-RunPatchBaseline",
    parameters: { Operation: "Scan" },
    targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }],
  },
};
const byId = (values: readonly string[], priority: number, windowId: unknown = "mw-0123456789abcdef0") => ({
  type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
  props: {
    windowId,
    taskType: "RUN_COMMAND",
    taskArn: "AWS-RunPatchBaseline",
    priority,
    targets: [{ key: "InstanceIds", values }],
    taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "Operation", values: ["Scan"] }] } },
  },
});

export const byIds = testRule({
  rule,
  compliant: { first: byId(["i-1", "i-2"], 1), second: byId(["i-1"], 2), association, other: association },
  valid: [
    { name: "different priorities in a window elsewhere, and associations" },
    { name: "equal priorities on other servers", changes: [["second", byId(["i-3"], 1)]] },
  ],
  invalid: [
    {
      name: "equal priorities on one of the servers",
      change: ["second.props.priority", 1],
      finds: ["second, priority: priority 1, as first, on InstanceIds=i-1"],
    },
    {
      name: "equal priorities on more servers than the other's",
      change: ["second", byId(["i-1", "i-2", "i-3"], 1)],
      finds: ["second, priority: priority 1, as first, on InstanceIds=i-1,i-2,i-3"],
    },
  ],
});

export const unknownWindows = testRule({
  rule,
  compliant: {
    first: byId(["i-1"], 1, ref("association.id")),
    second: byId(["i-1"], 1, ref("other.id")),
    association,
    other: association,
  },
  valid: [{ name: "equal priorities in windows of which nobody knows whether they are one" }],
  invalid: [
    {
      name: "equal priorities in one window elsewhere",
      change: ["second.props.windowId", "id-of-association"],
      finds: ["second, priority: priority 1, as first, on InstanceIds=i-1"],
      findsInPreview: [],
    },
  ],
});
