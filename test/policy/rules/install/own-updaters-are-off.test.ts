import rule from "fleet-patching-policy/rules/install/own-updaters-are-off";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { json, ref } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const COMMANDS = "document.props.content.mainSteps";
const still = (updater: string) => `its servers: ${updater} that nothing turns off`;

export const cases = testRule({
  rule,
  compliant: {
    ubuntu,
    amazon,
    windows,
    document: {
      type: "aws:ssm/document:Document",
      props: {
        name: "fleet-updaters-off",
        documentType: "Command",
        content: json({
          schemaVersion: "2.2",
          mainSteps: [
            {
              action: "aws:runShellScript",
              name: "linux",
              inputs: {
                runCommand: [
                  "systemctl disable --now unattended-upgrades apt-daily-upgrade.timer",
                  "systemctl disable --now dnf-automatic.timer",
                ],
              },
            },
            {
              action: "aws:runPowerShellScript",
              name: "windows",
              inputs: { runCommand: ["Set-ItemProperty -Name NoAutoUpdate -Value 1"] },
            },
          ],
        }),
        region: "eu-west-1",
      },
    },
    association: {
      type: "aws:ssm/association:Association",
      props: {
        name: "fleet-updaters-off",
        targets: [{ key: "InstanceIds", values: ["*"] }],
        scheduleExpression: "rate(1 day)",
        region: "eu-west-1",
      },
    },
  },
  valid: [
    {
      name: "a document by its ARN",
      changes: [["association.props.name", "arn:aws:ssm:eu-west-1:444444444444:document/fleet-updaters-off"]],
    },
    {
      name: "a document whose name is not known yet",
      changes: [
        ["association.props.name", ref("document.name")],
        ["document.props.name", "name-of-document"],
      ],
    },
    { name: "one association that turns all of them off" },
    {
      name: "a stack without baselines",
      changes: [
        ["ubuntu", undefined],
        ["amazon", undefined],
        ["windows", undefined],
        ["association", undefined],
      ],
    },
    {
      name: "only the systems in use",
      changes: [
        ["windows", undefined],
        [`${COMMANDS}.1`, undefined],
      ],
    },
    {
      name: "AWS's own document for Windows",
      changes: [
        ["ubuntu", undefined],
        ["amazon", undefined],
        ["document", undefined],
        ["association.props.name", "AWS-ConfigureWindowsUpdate"],
      ],
    },
    {
      name: "SUSE, which has none by default",
      changes: [
        ["ubuntu.props.operatingSystem", "SUSE"],
        [`${COMMANDS}.0.inputs.runCommand.0`, "uptime"],
      ],
    },
  ],
  invalid: [
    {
      name: "no association",
      change: ["association", undefined],
      finds: ["unattended-upgrades", "dnf-automatic", "Windows' automatic updates"].map((updater) => `amazon, ${still(updater)}`),
    },
    {
      name: "an association that reaches only a part",
      change: ["association.props.targets.0", { key: "tag:PatchGroup", values: ["prod-auto"] }],
      finds: ["unattended-upgrades", "dnf-automatic", "Windows' automatic updates"].map((updater) => `amazon, ${still(updater)}`),
    },
    {
      name: "an association of some ids",
      change: ["association.props.targets.0.values.0", "i-0123456789abcdef0"],
      finds: ["unattended-upgrades", "dnf-automatic", "Windows' automatic updates"].map((updater) => `amazon, ${still(updater)}`),
    },
    {
      name: "Ubuntu's left on",
      change: [`${COMMANDS}.0.inputs.runCommand.0`, "uptime"],
      finds: [`amazon, ${still("unattended-upgrades")}`],
    },
    {
      name: "Amazon Linux's left on",
      change: [`${COMMANDS}.0.inputs.runCommand.1`, "uptime"],
      finds: [`amazon, ${still("dnf-automatic")}`],
    },
    { name: "Windows' left on", change: [`${COMMANDS}.1`, undefined], finds: [`amazon, ${still("Windows' automatic updates")}`] },
    {
      name: "a baseline in a region without the association",
      change: ["amazon.props.region", "us-east-1"],
      finds: [`amazon, ${still("dnf-automatic")}`],
    },
    {
      name: "another document",
      change: ["association.props.name", "AWS-GatherSoftwareInventory"],
      finds: ["unattended-upgrades", "dnf-automatic", "Windows' automatic updates"].map((updater) => `amazon, ${still(updater)}`),
    },
  ],
});
