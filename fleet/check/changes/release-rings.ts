import type { Changes } from "../../changes";
import { didYouMean, listed } from "../../closest";
import type { Finding } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import { repeats } from "../repeats";
import { inChange, type ChangeFinding } from "./change-finding";

function judge(rings: readonly string[], ring: string): Finding[] {
  if (rings.includes(ring)) return [];
  const fix = `${didYouMean(ring, rings)}Name the file after a ring of the fleet file.`;
  return [{ path: [], got: `${ring}.yaml`, want: `one of ${listed(rings.map((name) => `${name}.yaml`))}`, fix }];
}

/** Releases of rings that the fleet does not have, or a second one of a ring. */
export function releaseRings(fleet: Fleet, { releases }: Changes): ChangeFinding[] {
  const rings = fleet.rings.map(({ name }) => name);
  const twice = repeats(releases, ({ ring }) => ring).flatMap((place) => {
    const release = releases[place];
    const got = `a second release of ring ${release?.ring}`;
    return release ? inChange(release, [{ path: [], got, want: "one release a ring", fix: "Remove one of the two files." }]) : [];
  });
  return [...releases.flatMap((release) => inChange(release, judge(rings, release.ring))), ...twice];
}
