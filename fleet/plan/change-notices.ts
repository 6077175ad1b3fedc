import type { Changes, ReleaseChange } from "../changes";
import type { Fleet } from "../schema/fleet-file";
import { planApprovals } from "./approval";
import type { Notice } from "./notices";
import { releaseChange } from "./release";

/** Without its file a list that is approved anew is uploaded anew, and the gate holds what was written twice. */
const KEEP = "the file may go, unless the very same list may be approved again";

function ofApprovals(fleet: Fleet, changes: Changes, asOf: string): Notice[] {
  const files = new Map(changes.approvals.map(({ key, file }) => [key, file]));
  return planApprovals(fleet, changes, asOf)
    .filter(({ spent }) => spent)
    .map(({ key, ends, digest }) => ({
      at: files.get(key) ?? key,
      message: `spent, its window ended ${ends}; ${digest === null ? "the file may go" : KEEP}`,
    }));
}

function told({ file, state, until, by, why, ring, override }: ReleaseChange, now: number): Notice {
  const past = Date.parse(until) <= now;
  if (state === "held") {
    const overdue = past
      ? `; it was to be looked at again by ${until}, and stays held until the file is removed`
      : `, until ${until}`;
    return { at: file, message: `ring ${ring} is held by ${by}: ${why}${overdue}` };
  }
  if (past) return { at: file, message: `ring ${ring} was open until ${until} and is held since: remove the file, or renew it` };
  const proof = override ? ", whatever evidence says of the ring before" : "";
  return { at: file, message: `ring ${ring} is open until ${until} by ${by}${proof}: ${why}; held from then on` };
}

/** Rings that install nothing but a manifest, and have none. */
function withoutManifest(fleet: Fleet, changes: Changes): Notice[] {
  return fleet.rings.flatMap((ring, place) => {
    if (ring.promote !== "exact" || releaseChange(changes, ring)?.manifest !== undefined) return [];
    const message = `ring ${ring.name} is held: \`promote: exact\` and no manifest; \`npx fleet promote ${ring.name}\` writes one`;
    return [{ at: `rings[${place}].promote`, message }];
  });
}

/** What a person should know about reviewed changes at an instant: spent approvals, releases that hold or end, missing manifests. */
export function changeNotices(fleet: Fleet, changes: Changes, asOf: string): Notice[] {
  const now = Date.parse(asOf);
  return [
    ...changes.releases.map((release) => told(release, now)),
    ...withoutManifest(fleet, changes),
    ...ofApprovals(fleet, changes, asOf),
  ];
}
