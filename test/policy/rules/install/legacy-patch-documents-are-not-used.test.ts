import rule from "fleet-patching-policy/rules/install/legacy-patch-documents-are-not-used";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";

export const cases = testRule({
  rule,
  compliant: {
    ...handwritten,
    task: guarded["task"]!,
    runbook: guarded["runbook"]!,
    association: {
      type: "aws:ssm/association:Association",
      props: { name: "AWS-RunPatchBaseline", parameters: { Operation: "Scan" } },
    },
  },
  valid: [
    { name: "AWS-RunPatchBaseline" },
    { name: "the document with hooks", changes: [["install.props.taskArn", "AWS-RunPatchBaselineWithHooks"]] },
    { name: "a document that patches nothing", changes: [["install.props.taskArn", "AWS-RunPowerShellScript"]] },
  ],
  invalid: [
    ...[
      "AWS-InstallMissingWindowsUpdates",
      "AWS-InstallSpecificWindowsUpdates",
      "AWS-InstallWindowsUpdates",
      "AWS-ApplyPatchBaseline",
    ].map((document) => ({
      name: `${document} in a task`,
      change: ["install.props.taskArn", document] as const,
      finds: [`install, ${PARAMETERS}: ${document}`],
    })),
    {
      name: "one by its ARN",
      change: ["install.props.taskArn", "arn:aws:ssm:eu-west-1::document/AWS-InstallMissingWindowsUpdates"],
      finds: [`install, ${PARAMETERS}: AWS-InstallMissingWindowsUpdates`],
    },
    {
      name: "one in a runbook",
      change: ["runbook.props.content.mainSteps.4.inputs.DocumentName", "AWS-InstallWindowsUpdates"],
      finds: ["task, runbook fleet-install, step install: AWS-InstallWindowsUpdates"],
    },
    {
      name: "one in an association",
      change: ["association.props.name", "AWS-InstallSpecificWindowsUpdates"],
      finds: ["association, parameters: AWS-InstallSpecificWindowsUpdates"],
    },
  ],
});
