import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

/** A resource has at most 50 tags, of which the fleet's own mark is one. @see Tags */
const MOST_TAGS = 49;
const OWN = new Set(["managed-by"]);
const PATCH_GROUP = new Set(["PatchGroup", "Patch Group"]);

function judge(key: string): Omit<Finding, "path"> | null {
  const fix = "Choose another key.";
  if (/^aws:/iu.test(key)) return { got: key, want: "a key that does not begin with `aws:`, which AWS keeps for itself", fix };
  if (OWN.has(key)) return { got: key, want: "another key: the fleet marks its resources with this one", fix };
  if (PATCH_GROUP.has(key)) {
    return {
      got: key,
      want: "another key: this one puts servers into patch groups",
      fix: "Remove it, and tag the servers themselves.",
    };
  }
  return null;
}

/** Tags that AWS would refuse or that mean something else. */
export function tags(fleet: Fleet): Finding[] {
  const keys = sortedKeys(fleet.tags);
  const findings = keys.flatMap((key): Finding[] => {
    const found = judge(key);
    return found ? [{ path: ["tags", key], ...found }] : [];
  });
  if (keys.length <= MOST_TAGS) return findings;
  const want = `at most ${MOST_TAGS}, as AWS takes 50 and the fleet adds one`;
  return [...findings, { path: ["tags"], got: `${keys.length} tags`, want, fix: "Remove some tags." }];
}
