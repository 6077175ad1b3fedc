import rule from "fleet-patching-policy/rules/install/baseline-override-is-not-used";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const STEPS = "runbook.props.content.mainSteps";

export const cases = testRule({
  rule,
  compliant: {
    ...handwritten,
    runbook: guarded["runbook"]!,
    task: guarded["task"]!,
    association: {
      type: "aws:ssm/association:Association",
      props: { name: "AWS-RunPatchBaseline", parameters: { Operation: "Scan" } },
    },
  },
  valid: [
    { name: "no override" },
    { name: "an empty override", changes: [[`scan.props.${PARAMETERS}.1`, { name: "BaselineOverride", values: [""] }]] },
    {
      name: "a list of patches to install",
      changes: [[`install.props.${PARAMETERS}.2`, { name: "InstallOverrideList", values: ["s3://manifests/a.yaml"] }]],
    },
    {
      name: "a parameter of that name for another document",
      changes: [
        ["scan.props.taskArn", "AWS-RunShellScript"],
        [`scan.props.${PARAMETERS}.1`, { name: "BaselineOverride", values: ["s3://a/b"] }],
      ],
    },
  ],
  invalid: [
    {
      name: "an override given twice, once empty",
      change: [`install.props.${PARAMETERS}.2`, { name: "BaselineOverride", values: ["", "s3://a/b.json"] }],
      finds: [`install, ${PARAMETERS}: BaselineOverride for AWS-RunPatchBaseline`],
    },
    {
      name: "an override of an install",
      change: [`install.props.${PARAMETERS}.2`, { name: "BaselineOverride", values: ["s3://a/b.json"] }],
      finds: [`install, ${PARAMETERS}: BaselineOverride for AWS-RunPatchBaseline`],
    },
    {
      name: "an override of a scan",
      change: [`scan.props.${PARAMETERS}.1`, { name: "BaselineOverride", values: ["https://example.com/b.json"] }],
      finds: [`scan, ${PARAMETERS}: BaselineOverride for AWS-RunPatchBaseline`],
    },
    {
      name: "an override in another case",
      change: [`scan.props.${PARAMETERS}.1`, { name: "baselineOverride", values: ["s3://a/b.json"] }],
      finds: [`scan, ${PARAMETERS}: baselineOverride for AWS-RunPatchBaseline`],
    },
    {
      name: "an override in a runbook",
      change: [`${STEPS}.4.inputs.Parameters.BaselineOverride`, "s3://a/b.json"],
      finds: ["task, runbook fleet-install, step install: BaselineOverride for AWS-RunPatchBaseline"],
    },
    {
      name: "an override that only the execution knows",
      change: [`${STEPS}.3.inputs.Parameters.BaselineOverride`, "{{ Override }}"],
      finds: ["task, runbook fleet-install, step scan: BaselineOverride for AWS-RunPatchBaseline"],
    },
    {
      name: "an override in an association",
      change: ["association.props.parameters.BaselineOverride", "s3://a/b.json"],
      finds: ["association, parameters: BaselineOverride for AWS-RunPatchBaseline"],
    },
  ],
});
