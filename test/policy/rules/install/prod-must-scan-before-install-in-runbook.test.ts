import rule from "fleet-patching-policy/rules/install/prod-must-scan-before-install";
import { changed, ref } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const NO_SCAN = [`${STEPS}.3`, { name: "scan", action: "aws:sleep", inputs: { Duration: "PT1M" } }] as const;

export const inRunbook = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a runbook that scans on every way to its install" },
    { name: "a scan whose success, and not its place, leads to the install", changes: [[`${STEPS}.3.nextStep`, "install"]] },
    {
      name: "an installing runbook for a group that is not production",
      changes: [NO_SCAN, ["task.props.taskInvocationParameters.automationParameters.parameters.0.values.0", "nonprod"]],
    },
    { name: "an end that also names a next step", changes: [[`${STEPS}.2.nextStep`, "install"]] },
    { name: "a runbook that only scans", changes: [[`${STEPS}.4.inputs.Parameters.Operation`, "Scan"]] },
    { name: "one of AWS's runbooks that patches nothing", changes: [["task.props.taskArn", "AWS-RestartEC2Instance"]] },
  ],
  invalid: [
    {
      name: "a runbook without a scan before the install",
      change: NO_SCAN,
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a branch that jumps over the scan",
      change: [`${STEPS}.1.inputs.Choices.1`, { NextStep: "install", Variable: "{{ gate.State }}", StringEquals: "urgent" }],
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:PatchGroup=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a default that jumps over the scan",
      change: [`${STEPS}.1.inputs.Default`, "install"],
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:PatchGroup=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a failing gate that goes on to the install",
      change: [`${STEPS}.0.onFailure`, "step:install"],
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:PatchGroup=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a cancelled gate that goes on to the install",
      change: [`${STEPS}.0.onCancel`, "step:install"],
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:PatchGroup=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a jump to a step that does not exist",
      change: [`${STEPS}.3.name`, "check"],
      finds: ["? task, runbook fleet-install, step install: a jump to a step that does not exist: scan"],
    },
    {
      name: "a scan of another group",
      change: [`${STEPS}.3.inputs.Targets.0.Values.0`, "prod-db"],
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:PatchGroup=prod-db), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a scan by the second tag key",
      change: [`${STEPS}.3.inputs.Targets.0.Key`, "tag:Patch Group"],
      finds: [
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:Patch Group=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a first step called scan that installs",
      change: [`${STEPS}.3.inputs.Parameters.Operation`, "Install"],
      finds: [
        "task, runbook fleet-install, step scan: a way to scan (tag:PatchGroup=prod-auto) past every scan of its servers: rescan (tag:PatchGroup=prod-auto)",
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "an install told by a parameter that the task does not give",
      change: [`${STEPS}.3.inputs.Parameters.Operation`, "{{ Operation }}"],
      finds: [
        "? task, runbook fleet-install, step scan: its Operation is not known",
        "task, runbook fleet-install, step install: a way to install (tag:PatchGroup=prod-auto) past every scan of its servers: rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a command sent by API before the scan",
      change: [
        `${STEPS}.0`,
        {
          name: "gate",
          action: "aws:executeAwsApi",
          inputs: {
            Service: "ssm",
            Api: "SendCommand",
            DocumentName: "AWS-RunPatchBaseline",
            Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
            Parameters: { Operation: ["Install"] },
          },
        },
      ],
      finds: [
        "task, runbook fleet-install, step gate: a way to gate (tag:PatchGroup=prod-auto) past every scan of its servers: scan (tag:PatchGroup=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "a script that sends commands",
      change: [`${STEPS}.0.inputs.Script`, "import boto3\nboto3.client('ssm').send_command(DocumentName='AWS-RunPatchBaseline')"],
      finds: [
        "? task, runbook fleet-install, step gate: its script sends commands; whether its servers are production cannot be told",
      ],
    },
    {
      name: "a runbook that is not in the stack",
      change: ["runbook", undefined],
      finds: ["? task, taskArn: its runbook is not in this stack; whether its servers are production cannot be told"],
    },
    {
      name: "a runbook whose content waits for another resource",
      change: ["runbook.props.content.assumeRole", ref("window.arn")],
      finds: [],
      findsInPreview: [
        "? task, taskArn: runbook runbook: its content is not known before the update; whether its servers are production cannot be told",
      ],
    },
    {
      name: "a runbook that is not JSON",
      change: ["runbook.props.content", "not: [json"],
      finds: [
        "? task, taskArn: runbook runbook: its content is neither JSON nor plain YAML; whether its servers are production cannot be told",
      ],
    },
  ],
});

const run = (name: string, Operation: string) => ({
  name,
  action: "aws:runCommand",
  inputs: {
    DocumentName: "AWS-RunPatchBaseline",
    Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
    Parameters: { Operation },
  },
});

export const inLoop = testRule({
  rule,
  compliant: changed(guarded, [
    NO_SCAN,
    [
      `${STEPS}.4`,
      {
        name: "waves",
        action: "aws:loop",
        inputs: { Iterators: ["a", "b"], Steps: [run("look", "Scan"), run("wave", "Install")] },
      },
    ],
  ]),
  valid: [{ name: "a loop that scans before it installs" }],
  invalid: [
    {
      name: "a loop that installs before it scans",
      change: [`${STEPS}.4.inputs.Steps`, [run("wave", "Install"), run("look", "Scan")]],
      finds: [
        "task, runbook fleet-install, step wave: a way to wave (tag:PatchGroup=prod-auto) past every scan of its servers: look (tag:PatchGroup=prod-auto), rescan (tag:PatchGroup=prod-auto)",
      ],
    },
    {
      name: "an install after a loop that may not run",
      change: [`${STEPS}.5.inputs.Parameters.Operation`, "Install"],
      finds: [
        "task, runbook fleet-install, step rescan: a way to rescan (tag:PatchGroup=prod-auto) past every scan of its servers: look (tag:PatchGroup=prod-auto)",
      ],
    },
  ],
});
