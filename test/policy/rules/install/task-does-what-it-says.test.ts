import rule from "fleet-patching-policy/rules/install/task-does-what-it-says";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";

export const cases = testRule({
  rule,
  compliant: {
    ...handwritten,
    weekly: {
      type: "aws:ssm/association:Association",
      props: { associationName: "weekly-scan", name: "AWS-RunPatchBaseline", parameters: { Operation: "Scan" } },
    },
  },
  valid: [
    {
      name: "a runbook that does both, called scan",
      changes: [
        ["runbook", guarded["runbook"]],
        ["all", { ...guarded["task"], props: { ...guarded["task"]!.props, name: "scan" } }],
      ],
    },
    { name: "a scan called scan and an install called install" },
    {
      name: "physical names that say it",
      changes: [
        ["scan.props.name", "prod-scan"],
        ["install.props.name", "prod-patch"],
      ],
    },
    {
      name: "names that say nothing",
      changes: [
        ["scan.props.name", "first"],
        ["install.props.name", "second"],
      ],
    },
    { name: "a name that says both", changes: [["scan.props.name", "scan-before-install"]] },
  ],
  invalid: [
    {
      name: "an install that only scans",
      change: [`install.props.${PARAMETERS}.0.values.0`, "Scan"],
      finds: [`install, ${PARAMETERS}: a scan, called install`],
    },
    {
      name: "a scan that installs",
      change: [`scan.props.${PARAMETERS}.0.values.0`, "Install"],
      finds: [`scan, ${PARAMETERS}: an install, called scan`],
    },
    {
      name: "a scan called patching by its physical name",
      change: ["scan.props.name", "patch-prod"],
      finds: [`scan, ${PARAMETERS}: a scan, called patch-prod`],
    },
    {
      name: "an association called install",
      change: ["weekly.props.associationName", "weekly-install"],
      finds: ["weekly, parameters: a scan, called weekly-install"],
    },
    {
      name: "an association that installs",
      change: ["weekly.props.parameters.Operation", "Install"],
      finds: ["weekly, parameters: an install, called weekly-scan"],
    },
  ],
});
