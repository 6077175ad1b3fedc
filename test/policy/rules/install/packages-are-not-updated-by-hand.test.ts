import rule from "fleet-patching-policy/rules/install/packages-are-not-updated-by-hand";
import { json } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const PATH = "taskInvocationParameters.runCommandParameters.parameters";
const COMMAND = `task.props.${PATH}.0.values.0`;
const GOT = "commands that update the whole system";
const HARMLESS = [
  "apt-get update",
  "apt-get install -y nginx",
  "apt-get -y install --only-upgrade openssl",
  "yum update -y amazon-ssm-agent",
  "yum check-update",
  "dnf upgrade kernel",
  "systemctl disable --now unattended-upgrades",
  "apt-get -y remove unattended-upgrades",
  "zypper refresh",
  "Get-WindowsUpdate",
  "echo 'please apt upgrade your skills'",
];
const PATCHING = [
  "apt upgrade",
  "apt-get -y upgrade",
  "DEBIAN_FRONTEND=noninteractive apt-get -y -o Dpkg::Options::=--force-confold dist-upgrade",
  "apt update && apt full-upgrade -y",
  "aptitude safe-upgrade",
  "yum update -y",
  "yum -y --security update; reboot",
  "dnf -y upgrade --refresh",
  "dnf update-minimal --security",
  "microdnf update",
  "zypper up",
  "zypper -n patch",
  "unattended-upgrade",
  "unattended-upgrade -v",
  "Install-WindowsUpdate -AcceptAll",
  "install-windowsupdate",
  "wuauclt.exe /updatenow",
  "usoclient startinstall",
  "softwareupdate -i -a",
];

export const cases = testRule({
  rule,
  compliant: {
    task: {
      type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
      props: {
        windowId: "mw-0123456789abcdef0",
        taskType: "RUN_COMMAND",
        taskArn: "AWS-RunShellScript",
        taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "commands", values: ["uptime"] }] } },
      },
    },
    association: {
      type: "aws:ssm/association:Association",
      props: { name: "AWS-RunPowerShellScript", parameters: { commands: "Get-Date" } },
    },
    document: {
      type: "aws:ssm/document:Document",
      props: {
        name: "acme",
        documentType: "Command",
        content: json({
          schemaVersion: "2.2",
          mainSteps: [{ action: "aws:runShellScript", name: "a", inputs: { runCommand: ["uptime"] } }],
        }),
      },
    },
  },
  valid: [
    { name: "harmless commands" },
    ...HARMLESS.map((command) => ({ name: command, changes: [[COMMAND, command] as const] })),
    {
      name: "such words as a parameter of another document",
      changes: [
        ["task.props.taskArn", "AWS-RunPatchBaseline"],
        [COMMAND, "apt upgrade"],
      ],
    },
    {
      name: "such words as a parameter of another association",
      changes: [["association.props", { name: "AWS-RunPatchBaseline", parameters: { x: "apt upgrade" } }]],
    },
    { name: "a document that is no JSON", changes: [["document.props.content", "apt upgrade"]] },
  ],
  invalid: [
    ...PATCHING.map((command) => ({ name: command, change: [COMMAND, command] as const, finds: [`task, ${PATH}: ${GOT}`] })),
    {
      name: "such a command in an association",
      change: ["association.props.parameters.commands", "Install-WUUpdates"],
      finds: [`association, parameters: ${GOT}`],
    },
    {
      name: "such a command in a document",
      change: ["document.props.content.mainSteps.0.inputs.runCommand.1", "yum -y update"],
      finds: [`document, content: ${GOT}`],
    },
    {
      name: "such a command on a line of its own",
      change: [COMMAND, "#!/bin/bash\nset -e\napt-get upgrade -y\nreboot"],
      finds: [`task, ${PATH}: ${GOT}`],
    },
    {
      name: "such a command by the document's ARN",
      change: [
        "association.props",
        { name: "arn:aws:ssm:eu-west-1::document/AWS-RunShellScript", parameters: { commands: "dnf -y update" } },
      ],
      finds: [`association, parameters: ${GOT}`],
    },
  ],
});
