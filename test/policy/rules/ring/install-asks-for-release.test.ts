import rule from "fleet-patching-policy/rules/ring/install-asks-for-release";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const FOUND = ["task, runbook fleet-install, step install: a way to install on which no release is heeded"];

export const cases = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a gate that reads releases" },
    { name: "a gate that reads one", changes: [[`${STEPS}.0.inputs.Script`, "ssm.get_parameter(Name=release)"]] },
    {
      name: "a group that is not production",
      changes: [
        ["task.props.taskInvocationParameters.automationParameters.parameters.0.values.0", "dev"],
        [`${STEPS}.0.inputs.Script`, "pass"],
      ],
    },
    {
      name: "a release read by an API call",
      changes: [
        [`${STEPS}.0`, { name: "gate", action: "aws:executeAwsApi", inputs: { Service: "ssm", Api: "GetParameter", Name: "x" } }],
      ],
    },
  ],
  invalid: [
    {
      name: "a gate that is told of no release",
      change: ["runbook.props.content.mainSteps.0.inputs.InputPayload.releases", []],
      finds: ["task, runbook fleet-install, step install: a way to install on which no release is heeded"],
    },
    {
      name: "a gate that asks the calendar alone",
      change: [`${STEPS}.0.inputs.Script`, "ssm.get_calendar_state(CalendarNames=[])"],
      finds: FOUND,
    },
    {
      name: "a gate that mentions it in a comment",
      change: [`${STEPS}.0.inputs.Script`, "pass # get_parameter()"],
      finds: FOUND,
    },
    { name: "a release that is read and not heeded", change: [`${STEPS}.1.inputs.Default`, "scan"], finds: FOUND },
    {
      name: "another API call",
      change: [
        `${STEPS}.0`,
        { name: "gate", action: "aws:executeAwsApi", inputs: { Service: "ssm", Api: "GetParameterHistory", Name: "x" } },
      ],
      finds: FOUND,
    },
    { name: "no gate", change: [`${STEPS}.0`, { name: "gate", action: "aws:sleep", inputs: {} }], finds: FOUND },
  ],
});
