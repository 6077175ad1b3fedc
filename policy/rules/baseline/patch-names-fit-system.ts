import { familyOf, patchesOf, systemOf } from "../../baseline/baseline";
import type { Family } from "../../baseline/systems";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { BASELINE } from "../../vocabulary";

export default defineRule({
  name: "patch-names-fit-system",
  concern: "baseline",
  description: "Approved and rejected patches are named as the operating system names them.",
  why: "A name that fits no patch is passed over without a word: a rejected kernel is installed, an approved fix is not.",
  remediation: "Write the name in the system's own form.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.flawRemediation],
  source:
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-approved-rejected-package-name-formats.html",
  unless: "AWS has added a form that this pack does not know yet.",
  resource: BASELINE,
  needs: ["operatingSystem", "approvedPatches", "rejectedPatches"],
  check: (baseline) => {
    const family = familyOf(baseline);
    if (family === undefined) return [];
    const misnamed = [
      ...patchesOf(baseline, "approvedPatches").filter(({ patch }) => !isName(family, patch, true)),
      ...patchesOf(baseline, "rejectedPatches").filter(({ patch }) => !isName(family, patch, false)),
    ];
    return misnamed.map(({ at, patch }) => ({ at, got: `${patch} for ${systemOf(baseline)}`, want: FORMS[family] }));
  },
});

const FORMS: Readonly<Record<Family, string>> = {
  apt: "a package's bare name, without version and architecture",
  rpm: "a package's full name or one wildcard; when approved also a CVE, an advisory or a Bugzilla number",
  zypper: "a package's full name or one wildcard",
  macos: "an exact name without a wildcard",
  windows: "KB and seven digits or so, or MS and a bulletin's number",
};

const KB = /^KB\d{6,8}$/;
const BULLETIN = /^MS\d{2}-\d{3}$/;
const CVE = /^CVE-\d{4}-\d{4,}$/i;
const ADVISORY = /^[A-Z]+2?(?:SA|BA|EA|AS)-\d{4}[:-]\S+$/;

function isName(family: Family, patch: string, approved: boolean): boolean {
  if (family === "windows") return KB.test(patch) || BULLETIN.test(patch);
  if (patch.length > 100 || /\s/.test(patch) || KB.test(patch) || BULLETIN.test(patch)) return false;
  const byAdvisory = CVE.test(patch) || ADVISORY.test(patch) || /^\d+$/.test(patch);
  switch (family) {
    case "apt":
      // Wildcards are not documented here, but are in wide use and match.
      return /^[a-z0-9][a-z0-9+.*-]*$/.test(patch) && !byAdvisory;
    case "rpm":
      return byAdvisory ? approved : patch.split("*").length <= 2;
    case "zypper":
      return !byAdvisory && patch.split("*").length <= 2;
    case "macos":
      return !patch.includes("*");
    default:
      return family satisfies never;
  }
}
