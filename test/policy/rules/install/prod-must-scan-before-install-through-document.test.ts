import rule from "fleet-patching-policy/rules/install/prod-must-scan-before-install";
import { json, ref } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

export const throughAnotherDocument = testRule({
  rule,
  stack: "prod",
  compliant: {
    ...handwritten,
    document: {
      type: "aws:ssm/document:Document",
      props: {
        name: "acme-maintenance",
        documentType: "Command",
        content: json({
          schemaVersion: "2.2",
          mainSteps: [{ action: "aws:runShellScript", name: "clean", inputs: { runCommand: ["apt-get clean"] } }],
        }),
      },
    },
    maintenance: {
      type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
      props: {
        windowId: ref("window.id"),
        taskType: "RUN_COMMAND",
        taskArn: ref("document.name"),
        priority: 0,
        targets: [{ key: "WindowTargetIds", values: [ref("servers.id")] }],
      },
    },
  },
  valid: [
    { name: "a command document of one's own that does not patch" },
    {
      name: "an update of a single package",
      changes: [["document.props.content.mainSteps.0.inputs.runCommand.0", "yum update -y amazon-ssm-agent"]],
    },
    {
      name: "a document that scans",
      changes: [
        [
          "document.props.content.mainSteps.0",
          {
            action: "aws:runDocument",
            name: "scan",
            inputs: {
              documentType: "SSMDocument",
              documentPath: "AWS-RunPatchBaseline",
              documentParameters: { Operation: "Scan" },
            },
          },
        ],
      ],
    },
  ],
  invalid: [
    "apt-get -y dist-upgrade",
    "yum -y update",
    "dnf upgrade --security -y && reboot",
    "zypper --non-interactive patch",
    "unattended-upgrade -d",
    "Install-WindowsUpdate -AcceptAll -AutoReboot",
  ].map((command) => ({
    name: `a document that patches by hand: ${command}`,
    change: ["document.props.content.mainSteps.0.inputs.runCommand.0", command] as const,
    finds: [
      "maintenance, taskInvocationParameters.runCommandParameters.parameters: install at priority 0 on tag:PatchGroup=prod-auto, scan at priority 1 on tag:PatchGroup=prod-auto",
    ],
  })),
});
