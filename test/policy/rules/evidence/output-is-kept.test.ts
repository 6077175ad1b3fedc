import rule from "fleet-patching-policy/rules/evidence/output-is-kept";
import { ref } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const RUN = "install.props.taskInvocationParameters.runCommandParameters";
const STEP = "runbook.props.content.mainSteps.4.inputs";
const IN_WINDOW = ["install, taskInvocationParameters.runCommandParameters.parameters: output that is not kept"];
const IN_RUNBOOK = ["task, runbook fleet-install, step install: output that is not kept"];

export const cases = testRule({
  rule,
  compliant: { ...handwritten, runbook: guarded["runbook"]!, task: guarded["task"]! },
  valid: [
    { name: "a bucket, and a log group" },
    { name: "a bucket that is not known yet", changes: [[`${RUN}.outputS3Bucket`, ref("window.id")]] },
    {
      name: "a log group for a command",
      changes: [
        [`${RUN}.outputS3Bucket`, undefined],
        [`${RUN}.cloudwatchConfig`, { cloudwatchOutputEnabled: true }],
      ],
    },
    {
      name: "a bucket for a runbook's step",
      changes: [
        [`${STEP}.CloudWatchOutputConfig`, undefined],
        [`${STEP}.OutputS3BucketName`, "output"],
      ],
    },
    {
      name: "a scan without output",
      changes: [["scan.props.taskInvocationParameters.runCommandParameters.outputS3Bucket", undefined]],
    },
  ],
  invalid: [
    { name: "a command without output", change: [`${RUN}.outputS3Bucket`, undefined], finds: IN_WINDOW },
    { name: "a bucket without a name", change: [`${RUN}.outputS3Bucket`, ""], finds: IN_WINDOW },
    { name: "a step without output", change: [`${STEP}.CloudWatchOutputConfig`, undefined], finds: IN_RUNBOOK },
    {
      name: "a step whose output is off",
      change: [`${STEP}.CloudWatchOutputConfig.CloudWatchOutputEnabled`, false],
      finds: IN_RUNBOOK,
    },
    {
      name: "a log group that is named but not turned on",
      change: [`${STEP}.CloudWatchOutputConfig.CloudWatchOutputEnabled`, undefined],
      finds: IN_RUNBOOK,
    },
    {
      name: "a command with the step's spelling",
      change: [RUN, { OutputS3BucketName: "output", parameters: [{ name: "Operation", values: ["Install"] }] }],
      finds: IN_WINDOW,
    },
  ],
});
