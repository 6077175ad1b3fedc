import { readDocument } from "../../automation/document";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { patchesByHand } from "../../patching/by-hand";
import { SHELL_DOCUMENTS, documentName } from "../../patching/documents";
import { at, text } from "../../read";
import { ASSOCIATION, DOCUMENT, TASK } from "../../vocabulary";

export default defineRule({
  name: "packages-are-not-updated-by-hand",
  concern: "install",
  description: "No command updates a whole system past its patch baseline.",
  why: "`apt upgrade` and its like install what nobody approved, leave no record and no compliance, and fight with patch runs for the package lock.",
  remediation: "Use AWS-RunPatchBaseline.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.changeControl, CONTROLS.osPatching],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager.html",
  unless: "The commands prepare an image and never run on a server in use.",
  resources: [TASK, ASSOCIATION, DOCUMENT],
  check: (stack) => {
    const want = "AWS-RunPatchBaseline";
    const got = "commands that update the whole system";
    const tasks = stack.of(TASK).flatMap((task) => {
      const path = "taskInvocationParameters.runCommandParameters.parameters";
      const runs = SHELL_DOCUMENTS.includes(documentName(text(task.props["taskArn"]) ?? ""));
      return runs && patchesByHand(at(task.props, path)) ? [about(task, path, got, want)] : [];
    });
    const associations = stack.of(ASSOCIATION).flatMap((association) => {
      const runs = SHELL_DOCUMENTS.includes(documentName(text(association.props["name"]) ?? ""));
      return runs && patchesByHand(association.props["parameters"]) ? [about(association, "parameters", got, want)] : [];
    });
    const documents = stack.of(DOCUMENT).flatMap((document) => {
      const read = readDocument(document);
      return read.is === "readable" && patchesByHand(read.content["mainSteps"]) ? [about(document, "content", got, want)] : [];
    });
    return [...tasks, ...associations, ...documents];
  },
});
