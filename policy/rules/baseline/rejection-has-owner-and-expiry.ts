import { patchesOf } from "../../baseline/baseline";
import { rejections } from "../../baseline/rejections";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "rejection-has-owner-and-expiry",
  concern: "baseline",
  description: "Each rejected patch has an owner, a reason and a date on which it is looked at again.",
  why: "A rejection made on a bad night outlives everybody who knew why. Years later its packages are the oldest on the server.",
  remediation: "Add a record for the patch to the rule's `rejections`, or take the patch off the list.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.changeControl],
  source:
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-approved-rejected-package-name-formats.html",
  unless: "Rejections are recorded and reviewed in another system.",
  settings: { rejections },
  resource: BASELINE,
  needs: ["rejectedPatches"],
  check: (baseline, { settings }) =>
    patchesOf(baseline, "rejectedPatches")
      .filter(({ patch }) => !settings.rejections.some((record) => record.patch === patch))
      .map(({ at, patch }) => ({ at, got: `${patch}, which nobody answers for`, want: "a record with owner, reason and until" })),
});
