import rule from "fleet-patching-policy/rules/ring/install-targets-group-by-tag";
import { ref } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const AT = "install, taskInvocationParameters.runCommandParameters.parameters";
const CONDITION = "servers.props.targets.0";

export const inWindow = testRule({
  rule,
  compliant: handwritten,
  valid: [
    { name: "a group by its tag" },
    { name: "a group by the second tag key", changes: [[`${CONDITION}.key`, "tag:Patch Group"]] },
    { name: "a group narrowed by a second tag", changes: [["servers.props.targets.1", { key: "tag:Role", values: ["web"] }]] },
    { name: "a scan of ids", changes: [["scan.props.targets", [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }]]] },
  ],
  invalid: [
    {
      name: "ids beside servers that are not known",
      change: [
        "install.props.targets",
        [
          { key: "InstanceIds", values: ["i-1"] },
          { key: "InstanceIds", values: [ref("window.name")] },
        ],
      ],
      finds: [`${AT}: InstanceIds=i-1 or InstanceIds=name-of-window`],
      findsInPreview: [`? ${AT}: InstanceIds=i-1 or InstanceIds=(unknown)`],
    },
    {
      name: "two conditions of which one is not known",
      change: [
        "servers.props.targets",
        [
          { key: "tag:Role", values: ["web"] },
          { key: "tag:Stage", values: [ref("window.name")] },
        ],
      ],
      finds: [`${AT}: tag:Role=web and tag:Stage=name-of-window`],
      findsInPreview: [`? ${AT}: tag:Role=web and tag:Stage=(unknown)`],
    },
    {
      name: "ids",
      change: [CONDITION, { key: "InstanceIds", values: ["i-0123456789abcdef0"] }],
      finds: [`${AT}: InstanceIds=i-0123456789abcdef0`],
    },
    {
      name: "another tag",
      change: [CONDITION, { key: "tag:Environment", values: ["prod"] }],
      finds: [`${AT}: tag:Environment=prod`],
    },
    {
      name: "a tag's key alone",
      change: [CONDITION, { key: "tag-key", values: ["PatchGroup"] }],
      finds: [`${AT}: tag-key=PatchGroup`],
    },
    {
      name: "a resource group",
      change: [CONDITION, { key: "resource-groups:Name", values: ["web"] }],
      finds: [`${AT}: resource-groups:Name=web`],
    },
    { name: "a group without a name", change: [`${CONDITION}.values`, []], finds: [`${AT}: tag:PatchGroup=`] },
    { name: "no targets", change: ["install.props.targets", []], finds: [`${AT}: no targets`] },
    {
      name: "a target that is registered elsewhere",
      change: ["install.props.targets.0.values.0", "11111111-2222-3333-4444-555555555555"],
      finds: [`? ${AT}: 11111111-2222-3333-4444-555555555555`],
    },
    {
      name: "a group that is not known",
      change: [`${CONDITION}.values.0`, ref("window.name")],
      finds: [],
      findsInPreview: [`? ${AT}: tag:PatchGroup=(unknown)`],
    },
    {
      name: "targets that are not known",
      change: ["install.props.targets", ref("window.name")],
      finds: [`? ${AT}: (unknown)=(unknown)`],
      findsInPreview: [`? ${AT}: targets not known before the update`],
    },
  ],
});

export const inRunbook = testRule({
  rule,
  compliant: guarded,
  valid: [{ name: "a group that the task gives" }],
  invalid: [
    {
      name: "a group that nobody gives",
      change: ["task.props.taskInvocationParameters.automationParameters.parameters.0", undefined],
      finds: ["? task, runbook fleet-install, step install: tag:PatchGroup=(unknown)"],
    },
    {
      name: "ids in a runbook",
      change: ["runbook.props.content.mainSteps.4.inputs.Targets.0", { Key: "InstanceIds", Values: ["i-0123456789abcdef0"] }],
      finds: ["task, runbook fleet-install, step install: InstanceIds=i-0123456789abcdef0"],
    },
  ],
});
