import { misfits } from "../fleet/check/changes/manifest-patches";
import type { Patch } from "../fleet/manifest";
import { patch } from "../fleet/schema/patch";
import type { System } from "../fleet/systems";

/** Architectures as yum, dnf and zypper write them. */
const RPM = /\.(x86_64|aarch64|i686|noarch)$/u;

/** A version as people read it: an epoch of nothing is none. */
export const plainVersion = (version: string): string => version.replace(/^0:/u, "");

/** A package and its exact version, as a list for Patch Manager has it: on systems of rpm with the epoch, be it none. */
export function exactTitle(id: string, version: string): string {
  return RPM.test(id) && !/^\d+:/u.test(version) ? `${id}:0:${version}` : `${id}:${version}`;
}

/** Why no list for these systems can name a patch; null when one can. */
export function whyUnnamed(named: Patch, systems: readonly System[]): string | null {
  if (!patch.safeParse(named).success) return "a name that no list can hold";
  const [misfit] = misfits(named, systems);
  return misfit === undefined ? null : `not of a form that a list can name: wanted ${misfit.want}`;
}
