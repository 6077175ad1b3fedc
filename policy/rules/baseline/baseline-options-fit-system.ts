import { approvalsOf, familyOf, systemOf } from "../../baseline/baseline";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { flag, list } from "../../read";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "baseline-options-fit-system",
  concern: "baseline",
  description: "A patch baseline uses only options that its operating system has.",
  why: "Non-security updates and sources of one's own exist on Linux only, the status of available security updates on Windows only. Elsewhere they are refused, or do nothing while their author believes in them.",
  remediation: "Leave the option out.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreatePatchBaseline.html",
  unless: "Never: such an option has no effect.",
  resource: BASELINE,
  needs: ["operatingSystem", "approvedPatchesEnableNonSecurity", "availableSecurityUpdatesComplianceStatus"],
  check: (baseline) => {
    const family = familyOf(baseline);
    const isLinux = family === "apt" || family === "rpm" || family === "zypper";
    const refused = [
      ...approvalsOf(baseline).flatMap(({ at, nonSecurity }) =>
        flag(nonSecurity) === true && !isLinux ? [`${at}.enableNonSecurity`] : [],
      ),
      ...(flag(baseline.props["approvedPatchesEnableNonSecurity"]) === true && !isLinux
        ? ["approvedPatchesEnableNonSecurity"]
        : []),
      ...(list(baseline.props["sources"]).length > 0 && !isLinux ? ["sources"] : []),
      ...(baseline.props["availableSecurityUpdatesComplianceStatus"] !== undefined && family !== "windows"
        ? ["availableSecurityUpdatesComplianceStatus"]
        : []),
    ];
    return refused.map((at) => ({ at, got: `an option that ${systemOf(baseline)} does not have`, want: "nothing" }));
  },
});
