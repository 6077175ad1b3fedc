import type { Changes } from "../../changes";
import type { Patch } from "../../manifest";
import type { Finding, Path } from "../../problem";
import type { Baseline } from "../../schema/baseline";
import type { Fleet } from "../../schema/fleet-file";
import { inChange, type ChangeFinding } from "./change-finding";
import { patchLists } from "./manifest-patches";

interface NamedBaseline {
  readonly name: string;
  readonly baseline: Baseline;
}

/** Every spelling by which a rejection may name a patch: name, with architecture, with version and release, with epoch. */
function spellings({ id, title }: Patch): string[] {
  const name = id.slice(0, Math.max(id.lastIndexOf("."), 0)) || id;
  const architecture = id.slice(name.length);
  const full = title?.slice(id.length + 1) ?? "";
  const version = full.replace(/^\d+:/u, "");
  const versions = [full, version].filter((each) => each !== "");
  return [id, name, ...versions.flatMap((each) => [`${name}-${each}`, `${name}-${each}${architecture}`])];
}

/** Whether a rejection's text, in which a `*` stands for anything, names one of the spellings. */
function names(rejection: string, all: readonly string[]): boolean {
  const pattern = rejection
    .split("*")
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
    .join(".*");
  const expression = new RegExp(`^${pattern}$`, "u");
  return all.some((spelling) => expression.test(spelling));
}

/** Whether a rejection means a patch, by any spelling. */
export function rejects(rejection: string, patch: Patch): boolean {
  return names(rejection, spellings(patch));
}

function judge(patch: Patch, path: Path, baselines: readonly NamedBaseline[]): Finding[] {
  const all = spellings(patch);
  for (const { name, baseline } of baselines) {
    const entry = baseline.reject.find(({ patch: rejection }) => names(rejection, all));
    if (!entry) continue;
    const got = `${patch.id}, which baseline ${name} rejects (${entry.patch}; ${entry.owner}: ${entry.why})`;
    const fix = "Remove the entry, or have the rejection removed: an approved list would install it all the same.";
    return [{ path: [...path, "id"], got, want: "nothing that a baseline of the group rejects", fix }];
  }
  return [];
}

/** Entries of a list that a baseline of its groups rejects: Patch Manager would install them from a list all the same. */
export function rejectedPatches(fleet: Fleet, changes: Changes): ChangeFinding[] {
  return patchLists(fleet, changes).flatMap(({ change, path, patches, groups }) => {
    const used = [...new Set(groups.flatMap((group) => group.baselines))].toSorted();
    const baselines = used.flatMap((name): NamedBaseline[] => {
      const baseline = Object.hasOwn(fleet.baselines, name) ? fleet.baselines[name] : undefined;
      return baseline && baseline.reject.length > 0 ? [{ name, baseline }] : [];
    });
    return inChange(
      change,
      patches.flatMap((patch, place) => judge(patch, [...path, place], baselines)),
    );
  });
}
