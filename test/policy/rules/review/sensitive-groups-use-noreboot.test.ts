import rule from "fleet-patching-policy/rules/review/sensitive-groups-use-noreboot";
import { changed, ref, type Change } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const ON_GROUP = "tag:PatchGroup=prod-sensitive";

export const inWindow = testRule({
  rule,
  compliant: changed(handwritten, [
    ["servers.props.targets.0.values.0", "prod-sensitive"],
    [`install.props.${PARAMETERS}.1.values.0`, "NoReboot"],
  ]),
  valid: [
    { name: "an install with NoReboot in a sensitive group" },
    {
      name: "an install that restarts in a group that is not sensitive",
      changes: [
        ["servers.props.targets.0.values.0", "prod-auto"],
        [`install.props.${PARAMETERS}.1`, undefined],
      ],
    },
    {
      name: "NoReboot where the group cannot be told",
      changes: [["install.props.targets.0", { key: "InstanceIds", values: ["i-0123456789abcdef0"] }]],
    },
    {
      name: "a group outside the configured sensitive groups",
      settings: { sensitiveGroups: ["databases"] },
      changes: [[`install.props.${PARAMETERS}.1`, undefined]],
    },
    { name: "a scan without a reboot option", changes: [["install", undefined]] },
  ],
  invalid: [
    {
      name: "a reboot option that is absent and so means RebootIfNeeded",
      change: [`install.props.${PARAMETERS}.1`, undefined],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on ${ON_GROUP}`],
    },
    {
      name: "RebootIfNeeded",
      change: [`install.props.${PARAMETERS}.1.values.0`, "RebootIfNeeded"],
      finds: [`install, ${PARAMETERS}: RebootIfNeeded on ${ON_GROUP}`],
    },
    {
      name: "NoReboot in another spelling, which AWS refuses",
      change: [`install.props.${PARAMETERS}.1.values.0`, "noreboot"],
      finds: [`install, ${PARAMETERS}: noreboot on ${ON_GROUP}`],
    },
    {
      name: "a parameter's name in another case",
      change: [`install.props.${PARAMETERS}.1.name`, "rebootOption"],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on ${ON_GROUP}`],
    },
    {
      name: "two reboot options",
      change: [`install.props.${PARAMETERS}.1.values`, ["NoReboot", "RebootIfNeeded"]],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on ${ON_GROUP}`],
    },
    {
      name: "a sensitive group without its parameters",
      change: [`install.props.${PARAMETERS}`, [{ name: "Operation", values: ["Install"] }]],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on ${ON_GROUP}`],
    },
    {
      name: "a reboot option that is not known",
      change: [`install.props.${PARAMETERS}.1.values.0`, ref("window.name")],
      finds: [`install, ${PARAMETERS}: name-of-window on ${ON_GROUP}`],
      findsInPreview: [
        `? install, ${PARAMETERS}: a RebootOption that is not known on ${ON_GROUP}; its reboot option is not known`,
      ],
    },
    {
      name: "a document that lies elsewhere",
      change: ["install.props.taskArn", "acme-patching"],
      finds: [`? install, ${PARAMETERS}: a RebootOption that is not known on ${ON_GROUP}; its document is not in this stack`],
    },
  ],
});

const restarting: readonly Change[] = [[`install.props.${PARAMETERS}.1`, undefined]];

export const byStack = testRule({
  rule,
  compliant: changed(handwritten, [[`install.props.${PARAMETERS}.1.values.0`, "NoReboot"]]),
  stack: "sensitive-databases",
  valid: [
    { name: "NoReboot in a stack whose name says sensitive" },
    {
      name: "a restart when the sensitive groups are configured and this is none",
      settings: { sensitiveGroups: ["db"] },
      changes: restarting,
    },
    {
      name: "a restart when the sensitive stacks are configured and this is none",
      settings: { sensitiveStacks: ["db"] },
      changes: restarting,
    },
  ],
  invalid: [
    {
      name: "a restart in a stack whose name says sensitive",
      change: [`install.props.${PARAMETERS}.1`, undefined],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on tag:PatchGroup=prod-auto`],
    },
    {
      name: "a restart in a configured stack",
      stack: "db",
      settings: { sensitiveStacks: ["db"] },
      change: [`install.props.${PARAMETERS}.1`, undefined],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on tag:PatchGroup=prod-auto`],
    },
    {
      name: "a restart of servers by id, whose group nobody can tell",
      stack: "workloads",
      settings: { sensitiveGroups: ["db"] },
      change: [
        "install.props",
        { ...handwritten["install"]?.props, targets: [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }] },
      ],
      finds: [
        `? install, ${PARAMETERS}: RebootIfNeeded on InstanceIds=i-0123456789abcdef0; whether its servers are sensitive cannot be told`,
      ],
    },
    {
      name: "a restart of a resource group",
      stack: "workloads",
      change: [
        "install.props",
        { ...handwritten["install"]?.props, targets: [{ key: "resource-groups:Name", values: ["databases"] }] },
      ],
      finds: [
        `? install, ${PARAMETERS}: RebootIfNeeded on resource-groups:Name=databases; whether its servers are sensitive cannot be told`,
      ],
    },
    {
      name: "a package manager by hand",
      change: [
        "install.props",
        {
          ...handwritten["install"]?.props,
          taskArn: "AWS-RunShellScript",
          taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "commands", values: ["yum -y update"] }] } },
        },
      ],
      finds: [`install, ${PARAMETERS}: no RebootOption, so RebootIfNeeded on tag:PatchGroup=prod-auto`],
    },
  ],
});

const AUTOMATION = "task.props.taskInvocationParameters.automationParameters.parameters";
const INSTALL = "runbook.props.content.mainSteps.4.inputs.Parameters";

export const inRunbook = testRule({
  rule,
  compliant: changed(guarded, [
    [`${AUTOMATION}.0.values.0`, "prod-sensitive"],
    [`${AUTOMATION}.3.values.0`, "NoReboot"],
  ]),
  valid: [
    { name: "a runbook that is given NoReboot" },
    {
      name: "a runbook that always says NoReboot",
      changes: [
        [`${INSTALL}.RebootOption`, "NoReboot"],
        [`${AUTOMATION}.3.values.0`, "RebootIfNeeded"],
      ],
    },
    {
      name: "a runbook whose default is NoReboot",
      changes: [
        ["runbook.props.content.parameters.Reboot.default", "NoReboot"],
        [`${AUTOMATION}.3`, undefined],
      ],
    },
  ],
  invalid: [
    {
      name: "a task that gives RebootIfNeeded",
      change: [`${AUTOMATION}.3.values.0`, "RebootIfNeeded"],
      finds: ["task, runbook fleet-install, step install: RebootIfNeeded on tag:PatchGroup=prod-sensitive"],
    },
    {
      name: "a task that gives no option, where the runbook has no default",
      change: [`${AUTOMATION}.3`, undefined],
      finds: [
        "? task, runbook fleet-install, step install: a RebootOption that is not known on tag:PatchGroup=prod-sensitive; its reboot option is not known",
      ],
    },
    {
      name: "a runbook that does not hand the option on",
      change: [`${INSTALL}.RebootOption`, undefined],
      finds: ["task, runbook fleet-install, step install: no RebootOption, so RebootIfNeeded on tag:PatchGroup=prod-sensitive"],
    },
    {
      name: "a runbook that always restarts",
      change: [`${INSTALL}.RebootOption`, "RebootIfNeeded"],
      finds: ["task, runbook fleet-install, step install: RebootIfNeeded on tag:PatchGroup=prod-sensitive"],
    },
    {
      name: "a parameter whose name differs in case",
      change: [`${INSTALL}.RebootOption`, "{{ reboot }}"],
      finds: [
        "? task, runbook fleet-install, step install: a RebootOption that is not known on tag:PatchGroup=prod-sensitive; its reboot option is not known",
      ],
    },
  ],
});
