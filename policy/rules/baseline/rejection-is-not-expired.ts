import { patchesOf } from "../../baseline/baseline";
import { rejections } from "../../baseline/rejections";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "rejection-is-not-expired",
  concern: "baseline",
  description: "No rejected patch is past the date on which it was to be looked at again.",
  why: "A rejection stays in force after its date, so that no server changes by the calendar alone. Somebody has to decide.",
  remediation: "Have the owner renew the record or take the patch off the list.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.flawRemediation],
  source:
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-approved-rejected-package-name-formats.html",
  unless: "Rejections are recorded and reviewed in another system.",
  settings: { rejections },
  resource: BASELINE,
  needs: ["rejectedPatches"],
  check: (baseline, { settings, asOf }) => {
    const today = new Date(asOf).toISOString().slice(0, 10);
    return patchesOf(baseline, "rejectedPatches").flatMap(({ at, patch }) => {
      const record = settings.rejections.find((candidate) => candidate.patch === patch);
      if (record === undefined || today <= record.until) return [];
      return [
        {
          at,
          got: `${patch}, rejected by ${record.owner} until ${record.until} (${record.reason})`,
          want: "a date that has not passed",
        },
      ];
    });
  },
});
