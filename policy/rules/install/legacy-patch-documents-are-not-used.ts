import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { LEGACY_DOCUMENTS } from "../../patching/documents";
import { operationsOf } from "../../patching/operation";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "legacy-patch-documents-are-not-used",
  concern: "install",
  description: "Patching uses none of AWS's legacy documents.",
  why: "They patch Windows only, past baselines and compliance, and AWS keeps them for old users alone.",
  remediation: "Use AWS-RunPatchBaseline.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-ssm-documents.html",
  unless: "Never.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    operationsOf(stack)
      .filter(({ document }) => LEGACY_DOCUMENTS.includes(document))
      .map(({ by, at, document }) => about(by, at, document, "AWS-RunPatchBaseline")),
});
