import rule from "fleet-patching-policy/rules/install/failed-install-fails-the-run";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const INSTALL = "runbook.props.content.mainSteps.4";
const AT = "task, runbook fleet-install, step install";

export const cases = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a critical install that goes on" },
    {
      name: "an install that aborts",
      changes: [
        [`${INSTALL}.onFailure`, "Abort"],
        [`${INSTALL}.isCritical`, undefined],
      ],
    },
    {
      name: "an install that aborts, where nothing is written",
      changes: [
        [`${INSTALL}.onFailure`, undefined],
        [`${INSTALL}.isCritical`, undefined],
      ],
    },
    { name: "a critical install that jumps", changes: [[`${INSTALL}.onFailure`, "step:rescan"]] },
    { name: "a scan that goes on", changes: [["runbook.props.content.mainSteps.3.onFailure", "Continue"]] },
  ],
  invalid: [
    {
      name: "an install that goes on and is not critical",
      change: [`${INSTALL}.isCritical`, undefined],
      finds: [`${AT}: onFailure Continue without isCritical`],
    },
    {
      name: "an install that is said not to be critical",
      change: [`${INSTALL}.isCritical`, false],
      finds: [`${AT}: isCritical false`],
    },
    { name: "the same as text", change: [`${INSTALL}.isCritical`, "false"], finds: [`${AT}: isCritical false`] },
    {
      name: "an install that jumps and is not critical",
      change: [
        INSTALL,
        {
          name: "install",
          action: "aws:runCommand",
          onFailure: "step:rescan",
          inputs: { DocumentName: "AWS-RunPatchBaseline", Parameters: { Operation: "Install" } },
        },
      ],
      finds: [`${AT}: onFailure step:rescan without isCritical`],
    },
    {
      name: "a second install",
      change: ["runbook.props.content.mainSteps.5.inputs.Parameters.Operation", "Install"],
      finds: ["task, runbook fleet-install, step rescan: onFailure Continue without isCritical"],
    },
  ],
});
