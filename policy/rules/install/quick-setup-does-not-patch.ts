import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { at, show, text } from "../../read";
import { QUICK_SETUP } from "../../vocabulary";

export default defineRule({
  name: "quick-setup-does-not-patch",
  concern: "install",
  description: "No Quick Setup patch policy patches beside the windows.",
  why: "A patch policy heeds neither windows nor patch groups nor calendars, and overwrites the compliance that other scans have written.",
  remediation: "Remove the policy; scan by an association and install by windows.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/quick-setup-patch-manager.html",
  unless: "Quick Setup is the only thing that patches the account.",
  resource: QUICK_SETUP,
  needs: ["configurationDefinition.type"],
  check: ({ props }) => {
    const type = text(at(props["configurationDefinition"], "type"));
    if (type?.startsWith("AWSQuickSetupType-PatchPolicy") !== true) return [];
    return [{ at: "configurationDefinition.type", got: show(type), want: "a configuration that does not patch" }];
  },
});
