import rule from "fleet-patching-policy/rules/install/runbook-branches-have-default";
import { changed } from "../../support/fixture";
import { guarded, restarting } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";

export const cases = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a branch with a default" },
    {
      name: "a runbook that does not install",
      changes: [
        [`${STEPS}.1.inputs.Default`, undefined],
        [`${STEPS}.4.inputs.Parameters.Operation`, "Scan"],
      ],
    },
    { name: "a runbook without branches", changes: [[`${STEPS}.1`, { name: "decide", action: "aws:sleep", inputs: {} }]] },
  ],
  invalid: [
    {
      name: "a branch without a default",
      change: [`${STEPS}.1.inputs.Default`, undefined],
      finds: ["task, runbook fleet-install, step decide: no Default"],
    },
    {
      name: "a second branch without a default",
      change: [`${STEPS}.5`, { name: "after", action: "aws:branch", inputs: { Choices: [] } }],
      finds: ["task, runbook fleet-install, step after: no Default"],
    },
    {
      name: "a default that does not exist",
      change: [`${STEPS}.1.inputs.Default`, "stop"],
      finds: ["task, runbook fleet-install: a jump to stop"],
    },
    {
      name: "a choice that does not exist",
      change: [`${STEPS}.1.inputs.Choices.1`, { NextStep: "check", Variable: "{{ gate.State }}", StringEquals: "x" }],
      finds: ["task, runbook fleet-install: a jump to check"],
    },
    {
      name: "a failure that leads nowhere",
      change: [`${STEPS}.4.onFailure`, "step:cancel"],
      finds: ["task, runbook fleet-install: a jump to cancel"],
    },
    {
      name: "a next step that does not exist",
      change: [`${STEPS}.4.nextStep`, "reconcile"],
      finds: ["task, runbook fleet-install: a jump to reconcile"],
    },
  ],
});

export const twoInstalls = testRule({
  rule,
  compliant: changed(guarded, [[`${STEPS}.5.inputs.Parameters.Operation`, "Install"]]),
  valid: [],
  invalid: [
    {
      name: "a branch without a default, told once for two installs",
      change: [`${STEPS}.1.inputs.Default`, undefined],
      finds: ["task, runbook fleet-install, step decide: no Default"],
    },
  ],
});

export const restart = testRule({
  rule,
  compliant: restarting,
  valid: [{ name: "a runbook that restarts" }],
  invalid: [
    {
      name: "a branch without a default before a restart",
      change: [`${STEPS}.1.inputs.Default`, undefined],
      finds: ["task, runbook fleet-restart, step decide: no Default"],
    },
  ],
});
