import { exceptions } from "../../../fleet/check/exceptions";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

function entry(patch: string): string {
  return `{ patch: ${patch}, owner: a, why: b, until: 2027-01-01 }`;
}

describe("exceptions", () => {
  accepts(exceptions, {
    "different patches": baseline(`system: UBUNTU, approve: [${entry("bash")}], reject: [${entry("curl")}]`),
  });
  rejects(exceptions, {
    "a patch twice in a list": [
      baseline(`system: UBUNTU, approve: [${entry("bash")}, ${entry("bash")}]`),
      ["4 baselines.ubuntu.approve[1].patch", "bash once more", "each patch once", "Remove one of the two."],
    ],
    "a patch in both lists": [
      baseline(`system: UBUNTU, approve: [${entry("bash")}], reject: [${entry("bash")}]`),
      [
        "4 baselines.ubuntu.approve[0].patch",
        "bash, which is rejected too",
        "a patch in one of the two lists",
        "Remove it from `approve` or from `reject`.",
      ],
    ],
  });
});
