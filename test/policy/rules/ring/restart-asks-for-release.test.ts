import rule from "fleet-patching-policy/rules/ring/restart-asks-for-release";
import { restarting } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const GROUP = "task.props.taskInvocationParameters.automationParameters.parameters.0.values.0";
const FOUND = ["task, runbook fleet-restart, step wave1: a way to wave1 on which no release is heeded"];
const CALENDAR_ALONE = [`${STEPS}.0.inputs.Script`, "ssm.get_calendar_state(CalendarNames=c)"] as const;

export const cases = testRule({
  rule,
  compliant: restarting,
  valid: [
    { name: "a gate that reads the release" },
    { name: "a group that is neither production nor sensitive", changes: [CALENDAR_ALONE, [GROUP, "dev"]] },
    {
      name: "a release read by an API call and a branch on its answer",
      changes: [
        [`${STEPS}.0`, { name: "gate", action: "aws:executeAwsApi", inputs: { Service: "ssm", Api: "GetParameter", Name: "r" } }],
      ],
    },
    {
      name: "a runbook that only scans",
      changes: [CALENDAR_ALONE, [`${STEPS}.3.inputs.DocumentName`, "AWS-GatherSoftwareInventory"]],
    },
  ],
  invalid: [
    { name: "a gate that asks the calendar alone", change: CALENDAR_ALONE, finds: FOUND },
    { name: "a gate that is told of no release", change: [`${STEPS}.0.inputs.InputPayload.Releases`, []], finds: FOUND },
    {
      name: "a sensitive group that is not production",
      change: CALENDAR_ALONE,
      settings: { productionGroups: [], sensitiveGroups: ["prod-auto"] },
      finds: FOUND,
    },
    { name: "a held run that goes on", change: [`${STEPS}.2.isEnd`, false], finds: FOUND },
    { name: "a default past the gate", change: [`${STEPS}.1.inputs.Default`, "wave1"], finds: FOUND },
  ],
});
