import { approvalsOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { list } from "../../read";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "baseline-approves-by-rule",
  concern: "baseline",
  description: "A patch baseline approves patches by a rule.",
  why: "What a baseline does not approve is not reported as missing: an empty one shows every server as compliant, and one with a list of approved patches alone hides all others from the reviewer.",
  remediation:
    "Add an approval rule with filters. For servers that are reviewed, approve security updates at once and install only from an approved list.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation, CONTROLS.ssmPatchCompliance, CONTROLS.osPatching],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-compliance-states.html",
  unless: "The baseline exists only to reject patches for one emergency, and compliance is read elsewhere.",
  resource: BASELINE,
  needs: ["approvalRules"],
  check: (baseline) => {
    const approvals = approvalsOf(baseline);
    const listed = list(baseline.props["approvedPatches"]).length;
    if (approvals.length === 0) {
      const got = listed > 0 ? `no rule, only a list of ${listed} approved patches` : "no rule";
      return [{ at: "approvalRules", got, want: "at least one approval rule" }];
    }
    const blind = approvals.filter(({ filters }) => filters.length === 0 || filters.some(({ values }) => values.length === 0));
    return blind.map(({ at }) => ({ at, got: "no filter, or one without values", want: "filters with values; * for all" }));
  },
});
