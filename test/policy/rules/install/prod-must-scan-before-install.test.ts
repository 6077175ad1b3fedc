import rule from "fleet-patching-policy/rules/install/prod-must-scan-before-install";
import { ref } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";

export const inWindow = testRule({
  rule,
  compliant: {
    ...handwritten,
    narrow: {
      type: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
      props: {
        windowId: ref("window.id"),
        resourceType: "INSTANCE",
        targets: [
          { key: "tag:PatchGroup", values: ["prod-auto"] },
          { key: "tag:Role", values: ["web"] },
        ],
      },
    },
  },
  valid: [
    { name: "a scan task before an install task on the same window target" },
    {
      name: "an install first in a group that is not production",
      changes: [
        ["servers.props.targets.0.values.0", "nonprod"],
        ["install.props.priority", 0],
      ],
    },
    {
      name: "a scan of more groups than the install",
      changes: [
        ["scan.props.targets.0", { key: "tag:PatchGroup", values: ["prod-auto", "prod-db"] }],
        ["install.props.targets.0", { key: "tag:PatchGroup", values: ["prod-db"] }],
      ],
    },
    { name: "a window without an install", changes: [[`install.props.${PARAMETERS}.0.values.0`, "Scan"]] },
    {
      name: "AWS's document by its ARN",
      changes: [["scan.props.taskArn", "arn:aws:ssm:eu-west-1::document/AWS-RunPatchBaseline"]],
    },
    {
      name: "a group outside the configured production groups",
      settings: { productionGroups: ["prod-db"] },
      changes: [["install.props.priority", 0]],
    },
    {
      name: "a document elsewhere that is said to be harmless",
      settings: { harmlessDocuments: ["acme-backup"] },
      changes: [["install.props.taskArn", "acme-backup"]],
    },
    {
      name: "an install after the scan through a document of another kind",
      changes: [["install.props.taskArn", "AWS-InstallWindowsUpdates"]],
    },
    {
      name: "two scans of which one comes first",
      changes: [["late", { ...handwritten["scan"], props: { ...handwritten["scan"]?.props, priority: 9 } }]],
    },
  ],
  invalid: [
    {
      name: "the install before the scan",
      change: ["install.props.priority", 0],
      finds: [
        `install, ${PARAMETERS}: install at priority 0 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "equal priorities, which run together",
      change: ["install.props.priority", 1],
      finds: [
        `install, ${PARAMETERS}: install at priority 1 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "a scan whose priority is not written",
      change: ["scan.props.priority", undefined],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on tag:PatchGroup=prod-auto, scan at priority not written on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "an install whose priority is not written",
      change: ["install.props.priority", undefined],
      finds: [
        `install, ${PARAMETERS}: install at priority not written on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "no scan in the window",
      change: ["scan", undefined],
      finds: [`install, ${PARAMETERS}: no task that scans in its window`],
    },
    {
      name: "a scan in another window",
      change: ["scan.props.windowId", "mw-0123456789abcdef0"],
      finds: [`install, ${PARAMETERS}: no task that scans in its window`],
    },
    {
      name: "a scan of another group",
      change: ["scan.props.targets", [{ key: "tag:PatchGroup", values: ["prod-db"] }]],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-db`,
      ],
    },
    {
      name: "a scan by the second tag key, which is another set of servers",
      change: ["scan.props.targets", [{ key: "tag:Patch Group", values: ["prod-auto"] }]],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:Patch Group=prod-auto`,
      ],
    },
    {
      name: "an install by the second tag key",
      change: ["install.props.targets", [{ key: "tag:Patch Group", values: ["prod-auto"] }]],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on tag:Patch Group=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "an install of one group more than the scan",
      change: ["install.props.targets", [{ key: "tag:PatchGroup", values: ["prod-auto", "prod-db"] }]],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on tag:PatchGroup=prod-auto,prod-db, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "a scan narrowed by a second tag",
      change: ["scan.props.targets.0.values.0", ref("narrow.id")],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto and tag:Role=web`,
      ],
    },
    {
      name: "a scan of a target that is registered elsewhere",
      change: ["scan.props.targets", [{ key: "WindowTargetIds", values: ["11111111-2222-3333-4444-555555555555"] }]],
      finds: [
        `? install, ${PARAMETERS}: install at priority 5 on tag:PatchGroup=prod-auto, scan at priority 1 on 11111111-2222-3333-4444-555555555555`,
      ],
    },
    {
      name: "an install of servers by id, whose group nobody can tell",
      change: ["install.props.targets", [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }]],
      finds: [
        `? install, ${PARAMETERS}: install at priority 5 on InstanceIds=i-0123456789abcdef0, scan at priority 1 on tag:PatchGroup=prod-auto; whether its servers are production cannot be told`,
      ],
    },
    {
      name: "an install of servers by id in a production stack",
      stack: "prod",
      change: ["install.props.targets", [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }]],
      finds: [
        `install, ${PARAMETERS}: install at priority 5 on InstanceIds=i-0123456789abcdef0, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "a scan whose Operation is in lower case, which AWS refuses",
      change: [`scan.props.${PARAMETERS}.0.values.0`, "scan"],
      finds: [
        `install, ${PARAMETERS}: no task that scans in its window`,
        `? scan, ${PARAMETERS}: its Operation is neither Scan nor Install`,
      ],
    },
    {
      name: "a scan whose parameter's name is in lower case",
      change: [`scan.props.${PARAMETERS}.0.name`, "operation"],
      finds: [
        `install, ${PARAMETERS}: no task that scans in its window`,
        `? scan, ${PARAMETERS}: its Operation is neither Scan nor Install`,
      ],
    },
    {
      name: "the scan turned into a second install, in another case",
      change: [`scan.props.${PARAMETERS}.0`, { name: "OPERATION", values: ["INSTALL"] }],
      finds: [
        `install, ${PARAMETERS}: no task that scans in its window`,
        `scan, ${PARAMETERS}: no task that scans in its window`,
      ],
    },
    {
      name: "an Operation given twice",
      change: [`scan.props.${PARAMETERS}.1`, { name: "Operation", values: ["Install"] }],
      finds: [
        `install, ${PARAMETERS}: no task that scans in its window`,
        `scan, ${PARAMETERS}: no task that scans in its window`,
      ],
    },
    {
      name: "an Operation that is not known",
      change: [`install.props.${PARAMETERS}.0.values.0`, ref("window.name")],
      finds: [`? install, ${PARAMETERS}: its Operation is neither Scan nor Install`],
      findsInPreview: [`? install, ${PARAMETERS}: its Operation is not known`],
    },
    {
      name: "an installing document that comes before the scan",
      change: [
        "rollback",
        {
          type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
          props: {
            windowId: ref("window.id"),
            taskType: "AUTOMATION",
            taskArn: "AWS-PatchInstanceWithRollback",
            priority: 0,
            targets: [{ key: "WindowTargetIds", values: [ref("servers.id")] }],
          },
        },
      ],
      finds: [
        "rollback, taskArn: install at priority 0 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto",
      ],
    },
    {
      name: "a package manager by hand before the scan",
      change: [
        "byHand",
        {
          type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
          props: {
            windowId: ref("window.id"),
            taskType: "RUN_COMMAND",
            taskArn: "AWS-RunShellScript",
            priority: 0,
            targets: [{ key: "WindowTargetIds", values: [ref("servers.id")] }],
            taskInvocationParameters: {
              runCommandParameters: { parameters: [{ name: "commands", values: ["apt-get update", "apt-get -y upgrade"] }] },
            },
          },
        },
      ],
      finds: [
        `byHand, ${PARAMETERS}: install at priority 0 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto`,
      ],
    },
    {
      name: "a document that lies elsewhere",
      change: ["install.props.taskArn", "acme-patching"],
      finds: [`? install, ${PARAMETERS}: its document is not in this stack`],
    },
    {
      name: "an installing association beside the window",
      change: [
        "association",
        {
          type: "aws:ssm/association:Association",
          props: {
            name: "AWS-RunPatchBaseline",
            targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }],
            parameters: { Operation: "Install" },
            scheduleExpression: "rate(7 days)",
          },
        },
      ],
      finds: ["association, parameters: an association that runs AWS-RunPatchBaseline by itself"],
    },
  ],
});
