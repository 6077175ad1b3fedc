import rule from "fleet-patching-policy/rules/review/review-group-has-no-standing-install";
import { changed, ref } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const AT = "install, taskInvocationParameters.runCommandParameters.parameters";
const SCHEDULE = "window.props.schedule";
const on = (standing: string) => [`${AT}: an install on tag:PatchGroup=prod-sensitive ${standing}`];

export const cases = testRule({
  rule,
  compliant: changed(handwritten, [
    ["servers.props.targets.0.values.0", "prod-sensitive"],
    [SCHEDULE, "at(2026-12-01T02:00:00)"],
  ]),
  valid: [
    { name: "a one-off window" },
    {
      name: "a standing install of a group that is not sensitive",
      changes: [
        [SCHEDULE, "cron(0 2 ? * SUN *)"],
        ["servers.props.targets.0.values.0", "prod-auto"],
      ],
    },
    {
      name: "a standing scan",
      changes: [
        [SCHEDULE, "cron(0 2 ? * SUN *)"],
        ["install", undefined],
      ],
    },
    {
      name: "a group outside the configured ones",
      settings: { sensitiveGroups: ["db"] },
      changes: [[SCHEDULE, "cron(0 2 ? * SUN *)"]],
    },
  ],
  invalid: [
    { name: "a weekly window", change: [SCHEDULE, "cron(0 2 ? * SUN *)"], finds: on("by cron(0 2 ? * SUN *)") },
    { name: "a rate", change: [SCHEDULE, "rate(30 days)"], finds: on("by rate(30 days)") },
    {
      name: "a window elsewhere",
      change: ["install.props.windowId", "mw-0123456789abcdef0"],
      finds: on("in a window whose schedule is not known").map((one) => `? ${one}`),
    },
    {
      name: "a schedule that is not known",
      change: [SCHEDULE, ref("servers.id")],
      finds: on("by id-of-servers"),
      findsInPreview: on("in a window whose schedule is not known").map((one) => `? ${one}`),
    },
    {
      name: "an association",
      change: [
        "association",
        {
          type: "aws:ssm/association:Association",
          props: {
            name: "AWS-RunPatchBaseline",
            parameters: { Operation: "Install" },
            targets: [{ key: "tag:PatchGroup", values: ["prod-sensitive"] }],
          },
        },
      ],
      finds: ["association, parameters: an install on tag:PatchGroup=prod-sensitive by an association"],
    },
    {
      name: "a standing install of ids, whose group nobody can tell",
      change: [
        "install.props",
        {
          ...handwritten["install"]!.props,
          windowId: "mw-0123456789abcdef0",
          targets: [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }],
        },
      ],
      finds: [
        `? ${AT}: an install on InstanceIds=i-0123456789abcdef0 in a window whose schedule is not known; whether its servers are sensitive cannot be told`,
      ],
    },
  ],
});

export const configured = testRule({
  rule,
  compliant: handwritten,
  settings: { sensitiveGroups: ["databases"] },
  valid: [{ name: "a standing install of another group" }],
  invalid: [
    {
      name: "a configured group",
      change: ["servers.props.targets.0.values.0", "databases"],
      finds: [`${AT}: an install on tag:PatchGroup=databases by cron(0 2 ? * SUN *)`],
    },
  ],
});
