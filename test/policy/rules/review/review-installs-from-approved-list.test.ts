import rule from "fleet-patching-policy/rules/review/review-installs-from-approved-list";
import { changed } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const FOUND = [`install, ${PARAMETERS}: an install of all that its baseline approves, on tag:PatchGroup=prod-sensitive`];

export const cases = testRule({
  rule,
  compliant: changed(handwritten, [
    ["servers.props.targets.0.values.0", "prod-sensitive"],
    [`install.props.${PARAMETERS}.2`, { name: "InstallOverrideList", values: ["s3://manifests/a.yaml"] }],
  ]),
  valid: [
    { name: "an install of a list" },
    {
      name: "a group that is not sensitive",
      changes: [
        ["servers.props.targets.0.values.0", "prod-auto"],
        [`install.props.${PARAMETERS}.2`, undefined],
      ],
    },
    { name: "a scan", changes: [["install", undefined]] },
  ],
  invalid: [
    { name: "no list", change: [`install.props.${PARAMETERS}.2`, undefined], finds: FOUND },
    { name: "an empty list", change: [`install.props.${PARAMETERS}.2.values.0`, ""], finds: FOUND },
    { name: "a list under another name", change: [`install.props.${PARAMETERS}.2.name`, "OverrideList"], finds: FOUND },
    { name: "a list in another case", change: [`install.props.${PARAMETERS}.2.name`, "installOverrideList"], finds: FOUND },
  ],
});

export const inRunbook = testRule({
  rule,
  compliant: changed(guarded, [
    ["task.props.taskInvocationParameters.automationParameters.parameters.0.values.0", "prod-sensitive"],
    ["runbook.props.content.mainSteps.4.inputs.Parameters.InstallOverrideList", "{{ Manifest }}"],
  ]),
  valid: [{ name: "a list that the execution gives" }],
  invalid: [
    {
      name: "a runbook without a list",
      change: ["runbook.props.content.mainSteps.4.inputs.Parameters.InstallOverrideList", undefined],
      finds: [
        "task, runbook fleet-install, step install: an install of all that its baseline approves, on tag:PatchGroup=prod-sensitive",
      ],
    },
  ],
});
