import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { sharedOf } from "../../shares";
import { SHARED_RESOURCE } from "../../vocabulary";

export default defineRule({
  name: "only-parameters-are-shared",
  concern: "sharing",
  description: "Of patching, only parameters are shared between accounts.",
  why: "RAM cannot share patch baselines, windows or groups, whatever older guides say: the association is refused in the middle of an update.",
  remediation:
    "Publish the baseline's definition as an advanced parameter, share that, and make the baseline from it in each account.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.informationSharing],
  source: "https://docs.aws.amazon.com/ram/latest/userguide/shareable.html",
  unless: "AWS has begun to share baselines.",
  resources: [SHARED_RESOURCE],
  check: (stack) =>
    sharedOf(stack)
      .filter(({ kind }) => kind === "patching")
      .map(({ association, arn }) =>
        about(association, "resourceArn", arn ?? "a baseline or window of this stack", "a parameter's ARN"),
      ),
});
