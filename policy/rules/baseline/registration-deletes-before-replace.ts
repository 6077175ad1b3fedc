import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { DEFAULT_BASELINE, REGISTRATION } from "../../vocabulary";

export default defineRule({
  name: "registration-deletes-before-replace",
  concern: "baseline",
  description: "A patch group and a default baseline are deleted before they are replaced.",
  why: "A new baseline replaces its registrations, and Pulumi makes the new one first: a group is then refused as already there, and deleting the old default puts AWS's own in place of the new one, without a word.",
  remediation: "Set the option deleteBeforeReplace: true on the resource.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.changeControl],
  source: "https://www.pulumi.com/docs/iac/concepts/resources/options/deletebeforereplace/",
  unless: "The baseline is never replaced.",
  resource: [REGISTRATION, DEFAULT_BASELINE],
  needs: [],
  check: ({ options }) =>
    options.deleteBeforeReplace
      ? []
      : [{ at: "the option deleteBeforeReplace", got: "nothing, so the new one is made first", want: "true" }],
});
