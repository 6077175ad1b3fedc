import rule from "fleet-patching-policy/rules/ring/targets-use-one-tag-key";
import { ref } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const KEY = "servers.props.targets.0.key";

export const cases = testRule({
  rule,
  compliant: {
    ...handwritten,
    runbook: guarded["runbook"]!,
    task: guarded["task"]!,
    association: {
      type: "aws:ssm/association:Association",
      props: {
        name: "AWS-RunPatchBaseline",
        parameters: { Operation: "Scan" },
        targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }],
      },
    },
  },
  valid: [
    {
      name: "targets that are not known yet",
      changes: [
        ["servers.props.targets", ref("window.id")],
        ["install.props.targets", ref("window.id")],
      ],
    },
    { name: "a key that is not known yet", changes: [[KEY, ref("window.id")]] },
    { name: "PatchGroup everywhere" },
    { name: "another tag beside it", changes: [["servers.props.targets.1", { key: "tag:Role", values: ["web"] }]] },
    { name: "ids", changes: [[KEY, "InstanceIds"]] },
  ],
  invalid: [
    { name: "the second key", change: [KEY, "tag:Patch Group"], finds: ["servers, targets: tag:Patch Group"] },
    { name: "the key in lower case", change: [KEY, "tag:patchgroup"], finds: ["servers, targets: tag:patchgroup"] },
    { name: "the key with a hyphen", change: [KEY, "tag:Patch-Group"], finds: ["servers, targets: tag:Patch-Group"] },
    { name: "tag in capitals", change: [KEY, "Tag:PatchGroup"], finds: ["servers, targets: Tag:PatchGroup"] },
    {
      name: "the second key in a task",
      change: ["install.props.targets.0", { key: "tag:Patch Group", values: ["prod-auto"] }],
      finds: ["install, taskInvocationParameters.runCommandParameters.parameters: tag:Patch Group"],
    },
    {
      name: "the second key in a runbook",
      change: ["runbook.props.content.mainSteps.3.inputs.Targets.0.Key", "tag:Patch Group"],
      finds: ["task, runbook fleet-install, step scan: tag:Patch Group"],
    },
    {
      name: "the second key in an association",
      change: ["association.props.targets.0.key", "tag:Patch Group"],
      finds: ["association, parameters: tag:Patch Group"],
    },
  ],
});

export const withSpace = testRule({
  rule,
  compliant: {
    ...handwritten,
    servers: {
      ...handwritten["servers"]!,
      props: { ...handwritten["servers"]!.props, targets: [{ key: "tag:Patch Group", values: ["prod-auto"] }] },
    },
  },
  settings: { tagKey: "Patch Group" },
  valid: [{ name: "Patch Group, where that is the fleet's key" }],
  invalid: [
    {
      name: "PatchGroup, where that is not the fleet's key",
      change: [KEY, "tag:PatchGroup"],
      finds: ["servers, targets: tag:PatchGroup"],
    },
    {
      name: "a key that is neither",
      settings: { tagKey: "Patchgroup" },
      change: [KEY, "tag:PatchGroup"],
      finds: ["servers, the configuration, targets-use-one-tag-key.tagKey: Patchgroup"].map((one) =>
        one.replace("servers", "the stack"),
      ),
    },
  ],
});
