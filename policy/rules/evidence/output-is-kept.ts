import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { operationsOf, type Operation } from "../../patching/operation";
import { UNKNOWN } from "../../plain";
import { at, flag } from "../../read";
import { TASK } from "../../vocabulary";

export default defineRule({
  name: "output-is-kept",
  concern: "evidence",
  description: "The output of every install is kept.",
  why: "Systems Manager keeps the first 24,000 characters, for thirty days. What went wrong on a server is read from the rest, and by an auditor next year.",
  remediation: "Write the output to a CloudWatch log group or to a bucket.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.auditRecords, CONTROLS.auditRetention],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-rc-setting-up-cwlogs.html",
  unless: "Another agent ships the logs of Systems Manager from the servers.",
  resources: [TASK],
  check: (stack) =>
    operationsOf(stack)
      .filter(({ does, window }) => does === "install" && window !== undefined)
      .filter((install) => !keepsOutput(install))
      .map(({ by, at: path }) => about(by, path, "output that is not kept", "a log group or a bucket")),
});

function keepsOutput({ by, step }: Operation): boolean {
  const inputs = step === undefined ? at(by.props, "taskInvocationParameters.runCommandParameters") : step.inputs;
  const bucket = at(inputs, step === undefined ? "outputS3Bucket" : "OutputS3BucketName");
  const logs = at(
    inputs,
    step === undefined ? "cloudwatchConfig.cloudwatchOutputEnabled" : "CloudWatchOutputConfig.CloudWatchOutputEnabled",
  );
  return (bucket !== undefined && bucket !== "") || logs === UNKNOWN || flag(logs) === true;
}
