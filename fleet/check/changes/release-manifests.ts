import type { Changes, ReleaseChange } from "../../changes";
import type { Finding } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import { inChange, type ChangeFinding } from "./change-finding";

function judge(fleet: Fleet, release: ReleaseChange): Finding[] {
  const ring = fleet.rings.find(({ name }) => name === release.ring);
  if (!ring || (ring.promote === "exact") === (release.manifest !== undefined)) return [];
  const path = ["manifest"];
  if (release.manifest !== undefined) {
    const want = `no manifest: ring ${ring.name} installs what its baselines approve`;
    const fix = "Remove `manifest`, or write `promote: exact` on the ring in the fleet file.";
    return [{ path, got: "a manifest", want, fix }];
  }
  if (release.state === "held") return [];
  const want = `the exact packages: ring ${ring.name} says \`promote: exact\``;
  return [{ path, got: "nothing", want, fix: `Let \`npx fleet promote ${ring.name}\` write it.` }];
}

/** Releases with a manifest that no ring would install, or open without the one that their ring needs. */
export function releaseManifests(fleet: Fleet, { releases }: Changes): ChangeFinding[] {
  return releases.flatMap((release) => inChange(release, judge(fleet, release)));
}
