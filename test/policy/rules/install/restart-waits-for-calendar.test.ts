import rule from "fleet-patching-policy/rules/install/restart-waits-for-calendar";
import { restarting } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const CHOICE = `${STEPS}.1.inputs.Choices.0`;
const GROUP = "task.props.taskInvocationParameters.automationParameters.parameters.0.values.0";
const FOUND = ["task, runbook fleet-restart, step wave1: a way to wave1 on which no answer of a change calendar is heeded"];
const UNSURE = "; whether its servers are production or sensitive cannot be told";
const GATE_SLEEPS = [`${STEPS}.0`, { name: "gate", action: "aws:sleep", inputs: { Duration: "PT1S" } }] as const;

export const cases = testRule({
  rule,
  compliant: restarting,
  valid: [
    { name: "a restart behind the gate" },
    { name: "a group that is neither production nor sensitive", changes: [GATE_SLEEPS, [GROUP, "dev"]] },
    {
      name: "a runbook that only scans",
      changes: [GATE_SLEEPS, [`${STEPS}.3.inputs.DocumentName`, "AWS-GatherSoftwareInventory"]],
    },
    {
      name: "a group that is not configured to be either",
      settings: { productionGroups: ["web"], sensitiveGroups: ["databases"] },
      changes: [GATE_SLEEPS],
    },
  ],
  invalid: [
    { name: "a default that leads to the restart", change: [`${STEPS}.1.inputs.Default`, "wave1"], finds: FOUND },
    {
      name: "a second choice past the gate",
      change: [`${STEPS}.1.inputs.Choices.1`, { NextStep: "wave1", Variable: "{{ Group }}", StringEquals: "dev" }],
      finds: FOUND,
    },
    { name: "a branch on something else", change: [`${CHOICE}.Variable`, "{{ Group }}"], finds: FOUND },
    { name: "a branch that goes on when it is held", change: [`${CHOICE}.StringEquals`, "held"], finds: FOUND },
    { name: "a held run that goes on", change: [`${STEPS}.2.isEnd`, false], finds: FOUND },
    { name: "a failing gate that leads to the restart", change: [`${STEPS}.0.onFailure`, "step:wave1"], finds: FOUND },
    { name: "a gate that does not ask", change: [`${STEPS}.0.inputs.Script`, "return {'State': 'open'}"], finds: FOUND },
    { name: "a gate that is told of no calendar", change: [`${STEPS}.0.inputs.InputPayload.Calendars`, []], finds: FOUND },
    {
      name: "a sensitive group that is not production",
      change: [GATE_SLEEPS[0], GATE_SLEEPS[1]],
      settings: { productionGroups: [], sensitiveGroups: ["prod-auto"] },
      finds: FOUND,
    },
  ],
});

export const byInstances = testRule({
  rule,
  compliant: restarting,
  valid: [],
  invalid: [
    {
      name: "instances that EC2 stops past the gate",
      change: [
        `${STEPS}.0`,
        {
          name: "gate",
          action: "aws:changeInstanceState",
          inputs: { InstanceIds: ["i-0123456789abcdef0"], DesiredState: "stopped" },
        },
      ],
      finds: [
        `? task, runbook fleet-restart, step gate: a way to gate on which no answer of a change calendar is heeded${UNSURE}`,
        ...FOUND,
      ],
    },
  ],
});
