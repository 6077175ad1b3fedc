import rule from "fleet-patching-policy/rules/review/manifest-is-named-by-its-digest";
import { changed } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const LIST = `install.props.${PARAMETERS}.2`;
const DIGEST = "5f".repeat(32);
const found = (address: string) => [`install, ${PARAMETERS}: InstallOverrideList ${address}`];

export const cases = testRule({
  rule,
  compliant: changed(handwritten, [[LIST, { name: "InstallOverrideList", values: [`s3://lists/${DIGEST}.yaml`] }]]),
  valid: [
    { name: "a key that is the digest" },
    { name: "a digest as a folder", changes: [[`${LIST}.values.0`, `s3://lists/${DIGEST}/list.yaml`]] },
    { name: "a digest in capitals", changes: [[`${LIST}.values.0`, `s3://lists/${DIGEST.toUpperCase()}.yaml`]] },
    { name: "no list", changes: [[LIST, undefined]] },
    { name: "an empty list", changes: [[`${LIST}.values.0`, ""]] },
  ],
  invalid: [
    {
      name: "a name that stays",
      change: [`${LIST}.values.0`, "s3://lists/approved.yaml"],
      finds: found("s3://lists/approved.yaml"),
    },
    {
      name: "a digest of another length, SHA-1",
      change: [`${LIST}.values.0`, `s3://lists/${DIGEST.slice(24)}.yaml`],
      finds: found(`s3://lists/${DIGEST.slice(24)}.yaml`),
    },
    {
      name: "a day instead of a digest",
      change: [`${LIST}.values.0`, "s3://lists/2026-11-29.yaml"],
      finds: found("s3://lists/2026-11-29.yaml"),
    },
    {
      name: "half a digest",
      change: [`${LIST}.values.0`, `s3://lists/${DIGEST.slice(32)}.yaml`],
      finds: found(`s3://lists/${DIGEST.slice(32)}.yaml`),
    },
    {
      name: "more digits than a digest has",
      change: [`${LIST}.values.0`, `s3://lists/${DIGEST}0.yaml`],
      finds: found(`s3://lists/${DIGEST}0.yaml`.slice(0, 60)),
    },
  ],
});

export const inRunbook = testRule({
  rule,
  compliant: changed(guarded, [
    ["runbook.props.content.mainSteps.4.inputs.Parameters.InstallOverrideList", `s3://lists/${DIGEST}.yaml`],
  ]),
  valid: [
    { name: "a digest in a runbook" },
    {
      name: "a list that only the execution knows",
      changes: [["runbook.props.content.mainSteps.4.inputs.Parameters.InstallOverrideList", "{{ Manifest }}"]],
    },
  ],
  invalid: [
    {
      name: "a name that stays, in a runbook",
      change: ["runbook.props.content.mainSteps.4.inputs.Parameters.InstallOverrideList", "s3://lists/latest.yaml"],
      finds: ["task, runbook fleet-install, step install: InstallOverrideList s3://lists/latest.yaml"],
    },
  ],
});
