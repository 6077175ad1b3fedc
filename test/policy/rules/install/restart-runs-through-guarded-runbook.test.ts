import rule from "fleet-patching-policy/rules/install/restart-runs-through-guarded-runbook";
import { changed, ref } from "../../support/fixture";
import { restarting, restartingByHand } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const PATH = "taskInvocationParameters.runCommandParameters.parameters";
const COMMAND = `plain.props.${PATH}.0.values.0`;
const PLAIN = `plain, ${PATH}: AWS-RunShellScript that restarts tag:PatchGroup=prod-auto`;
const UNSURE = "; whether its servers are production or sensitive cannot be told";
const IDS = [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }];
const HARMLESS = [
  "test -f /var/run/reboot-required && cat /var/run/reboot-required.pkgs",
  "needs-restarting -r",
  "systemctl restart nginx",
  "systemctl status reboot.target",
  "shutdown -c",
  "shutdown /a",
  "last reboot",
  "echo 'Unattended-Upgrade::Automatic-Reboot \"false\";'",
  "rebooted=1",
  "init 3",
  "exit 1",
  "Get-WURebootStatus",
];
const RESTARTING = [
  "reboot",
  "/sbin/reboot -f",
  "sudo -n reboot",
  "apt-get update; reboot",
  "sh -c 'reboot'",
  "if [ -e /var/run/reboot-required ]; then reboot; fi",
  "uptime && systemctl reboot",
  "systemctl --force poweroff",
  "shutdown -r now",
  "shutdown +5",
  "/sbin/halt",
  "telinit 6",
  "Restart-Computer -Force",
  "restart-computer",
  "Stop-Computer",
  "shutdown.exe /r /t 0",
  "cmd /c shutdown /f /r",
  "exit 194",
  "  exit 3010",
];

export const byTask = testRule({
  rule,
  compliant: changed(restarting, [
    [
      "plain",
      {
        type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
        props: {
          windowId: ref("window.id"),
          taskType: "RUN_COMMAND",
          taskArn: "AWS-RunShellScript",
          priority: 2,
          targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }],
          taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "commands", values: ["uptime"] }] } },
        },
      },
    ],
    ["nightly", restartingByHand],
  ]),
  valid: [
    { name: "a guarded runbook, harmless commands, and restarts in development" },
    ...HARMLESS.map((command) => ({ name: command, changes: [[COMMAND, command] as const] })),
    {
      name: "commands that patch by hand, too, which another rule reports",
      changes: [[COMMAND, "apt-get -y dist-upgrade; reboot"]],
    },
  ],
  invalid: [
    ...RESTARTING.map((command) => ({ name: command, change: [COMMAND, command] as const, finds: [PLAIN] })),
    {
      name: "an association that restarts",
      change: ["nightly.props.targets.0.values.0", "prod-auto"],
      finds: ["nightly, parameters: AWS-RunShellScript that restarts tag:PatchGroup=prod-auto, by an association"],
    },
    {
      name: "a restart of servers whose group nobody can tell",
      change: ["nightly.props.targets", IDS],
      finds: [
        `? nightly, parameters: AWS-RunShellScript that restarts InstanceIds=i-0123456789abcdef0, by an association${UNSURE}`,
      ],
    },
    {
      name: "a document of one's own that restarts",
      change: ["plain.props.taskArn", "fleet-restart-servers"],
      finds: [`plain, ${PATH}: fleet-restart-servers that restarts tag:PatchGroup=prod-auto`],
    },
    {
      name: "one of AWS's runbooks that restart",
      change: [
        "plain.props",
        {
          windowId: ref("window.id"),
          taskType: "AUTOMATION",
          taskArn: "AWS-RestartEC2Instance",
          targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }],
        },
      ],
      finds: ["plain, taskArn: AWS-RestartEC2Instance that restarts tag:PatchGroup=prod-auto"],
    },
    {
      name: "a sensitive group that is not production",
      change: [COMMAND, "reboot"],
      settings: { productionGroups: [], sensitiveGroups: ["prod-auto"] },
      finds: [PLAIN],
    },
  ],
});

const wave = (action: string, inputs: object) => [`${STEPS}.3`, { name: "wave1", action, inputs }] as const;
const found = (document: string, targets: string) =>
  `task, runbook fleet-restart, step wave1: ${document} that restarts ${targets}, in a runbook that asks nothing`;
const unsure = (document: string, targets: string) => `? ${found(document, targets)}${UNSURE}`;
const ID = "i-0123456789abcdef0";

export const byStep = testRule({
  rule,
  compliant: changed(restarting, [
    [`${STEPS}.0`, { name: "gate", action: "aws:sleep", inputs: {} }],
    wave("aws:changeInstanceState", { InstanceIds: [ID], DesiredState: "running" }),
  ]),
  valid: [
    { name: "instances that are started" },
    {
      name: "a state that is only waited for",
      changes: [wave("aws:changeInstanceState", { DesiredState: "stopped", CheckStateOnly: true })],
    },
    {
      name: "an instance that the runbook itself has launched",
      changes: [
        [`${STEPS}.0`, { name: "gate", action: "aws:runInstances", inputs: {} }],
        wave("aws:changeInstanceState", { InstanceIds: ["{{ gate.InstanceIds }}"], DesiredState: "stopped" }),
      ],
    },
    { name: "an API call that only asks", changes: [wave("aws:executeAwsApi", { Service: "ec2", Api: "DescribeInstances" })] },
    { name: "the same call of another service", changes: [wave("aws:executeAwsApi", { Service: "rds", Api: "StopInstances" })] },
    { name: "a script that only asks", changes: [wave("aws:executeScript", { Script: "ec2.describe_instances()" })] },
  ],
  invalid: [
    {
      name: "instances that are stopped",
      change: wave("aws:changeInstanceState", { InstanceIds: [ID], DesiredState: "stopped" }),
      finds: [unsure("aws:changeInstanceState", `InstanceIds=${ID}`)],
    },
    {
      name: "a state that only the execution knows",
      change: wave("aws:changeInstanceState", { InstanceIds: [ID], DesiredState: "{{ State }}" }),
      finds: [unsure("aws:changeInstanceState", `InstanceIds=${ID}`)],
    },
    {
      name: "instances that another step has found",
      change: wave("aws:changeInstanceState", { InstanceIds: ["{{ gate.InstanceIds }}"], DesiredState: "stopped" }),
      finds: [unsure("aws:changeInstanceState", "InstanceIds=(unknown)")],
    },
    {
      name: "an API call that restarts",
      change: wave("aws:executeAwsApi", { Service: "ec2", Api: "RebootInstances", InstanceIds: [ID] }),
      finds: [unsure("aws:executeAwsApi", `InstanceIds=${ID}`)],
    },
    {
      name: "a script that restarts",
      change: wave("aws:executeScript", { Script: "ec2.reboot_instances(InstanceIds=ids)" }),
      finds: [unsure("aws:executeScript", "no targets")],
    },
    {
      name: "a command that restarts a group",
      change: wave("aws:runCommand", {
        DocumentName: "AWS-RunShellScript",
        Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
        Parameters: { commands: ["reboot"] },
      }),
      finds: [found("AWS-RunShellScript", "tag:PatchGroup=prod-auto")],
    },
    {
      name: "AWS's runbook inside the runbook",
      change: wave("aws:executeAutomation", { DocumentName: "AWS-RestartEC2Instance", InstanceIds: [ID] }),
      finds: [unsure("AWS-RestartEC2Instance", `InstanceIds=${ID}`)],
    },
  ],
});

export const asked = testRule({
  rule,
  compliant: restarting,
  valid: [{ name: "a gate that asks" }],
  invalid: [
    {
      name: "a gate that is told of no calendar",
      change: [`${STEPS}.0.inputs.InputPayload.Calendars`, []],
      finds: [
        "task, runbook fleet-restart, step wave1: fleet-restart-servers that restarts tag:PatchGroup=prod-auto and tag:ClusterRole=replica, in a runbook that asks nothing",
      ],
    },
  ],
});
