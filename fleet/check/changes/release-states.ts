import type { Changes, ReleaseChange } from "../../changes";
import { holdOf } from "../../plan/release";
import type { Finding } from "../../problem";
import { proofOf } from "../../proof";
import type { Fleet } from "../../schema/fleet-file";
import type { Ring } from "../../schema/ring";
import { inChange, type ChangeFinding } from "./change-finding";

function overridden(fleet: Fleet, release: ReleaseChange, ring: Ring): Finding[] {
  if (!release.override) return [];
  const path = ["override"];
  if (release.state === "held") {
    const fix = "Write `state: open`, or remove `override`.";
    return [{ path, got: "`override: true` on a release that is held", want: "an open release, or no override", fix }];
  }
  if (proofOf(fleet, ring) === "evidence") return [];
  const want = `no override: ring ${ring.name} does not wait for evidence`;
  return [{ path, got: "`override: true`", want, fix: "Remove `override`." }];
}

function judge(fleet: Fleet, changes: Changes, release: ReleaseChange): Finding[] {
  const ring = fleet.rings.find(({ name }) => name === release.ring);
  if (!ring) return [];
  const hold = release.state === "open" ? holdOf(fleet, changes, ring) : null;
  const findings = overridden(fleet, release, ring);
  if (hold === null) return findings;
  const want = "an open release of a ring that nobody holds: a hold wins";
  const fix = "Remove the hold, or this file.";
  return [{ path: ["state"], got: `open, while the ring is ${hold}`, want, fix }, ...findings];
}

/** Open releases of rings that people hold, and overrides that override nothing. */
export function releaseStates(fleet: Fleet, changes: Changes): ChangeFinding[] {
  return changes.releases.flatMap((release) => inChange(release, judge(fleet, changes, release)));
}
