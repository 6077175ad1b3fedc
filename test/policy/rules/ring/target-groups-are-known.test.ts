import rule from "fleet-patching-policy/rules/ring/target-groups-are-known";
import { registered } from "../../support/baselines";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const VALUES = "servers.props.targets.0.values";
const both = (group: string) => ["install", "scan"].map((task) => `${task}, ${PARAMETERS}: group ${group}`);

export const cases = testRule({
  rule,
  compliant: { ...handwritten, ...registered },
  valid: [
    { name: "a group that is registered" },
    { name: "a group that is configured", settings: { groups: ["prod-db"] }, changes: [[`${VALUES}.0`, "prod-db"]] },
    {
      name: "any group in a stack that registers none",
      changes: [
        ["prodUbuntu", undefined],
        ["prodAmazon", undefined],
        [`${VALUES}.0`, "prod-db"],
      ],
    },
    { name: "ids", changes: [["servers.props.targets.0", { key: "InstanceIds", values: ["i-0123456789abcdef0"] }]] },
  ],
  invalid: [
    { name: "a mistyped group", change: [`${VALUES}.0`, "prod-atuo"], finds: both("prod-atuo") },
    { name: "a group in another case", change: [`${VALUES}.0`, "Prod-Auto"], finds: both("Prod-Auto") },
    { name: "a second group that nobody knows", change: [`${VALUES}.1`, "prod-db"], finds: both("prod-db") },
    {
      name: "a group outside the configured ones",
      settings: { groups: ["prod-db"] },
      change: [`${VALUES}.0`, "prod-auto"],
      finds: both("prod-auto"),
    },
    {
      name: "a group where none is configured",
      settings: { groups: [] },
      change: [`${VALUES}.0`, "prod-auto"],
      finds: both("prod-auto"),
    },
    {
      name: "a group that a task names itself",
      change: ["install.props.targets.0", { key: "tag:PatchGroup", values: ["web"] }],
      finds: [`install, ${PARAMETERS}: group web`],
    },
  ],
});
