import { systemsOfGroup } from "../../baseline-system";
import type { ChangeOrigin, Changes } from "../../changes";
import { listed } from "../../closest";
import { isAutomatic } from "../../install-windows";
import type { Patch } from "../../manifest";
import type { Finding, Path } from "../../problem";
import type { Fleet } from "../../schema/fleet-file";
import type { Group } from "../../schema/group";
import { familyOf, type Family, type System } from "../../systems";
import { inChange, type ChangeFinding } from "./change-finding";

/** A list of packages in a change, with the groups that install it. */
export interface ListedPatches {
  readonly change: ChangeOrigin;
  readonly path: Path;
  readonly patches: readonly Patch[];
  readonly groups: readonly Group[];
}

/** Every list of packages: those of approvals with their group, those of releases with the groups that install in the ring. */
export function patchLists(fleet: Fleet, { approvals, releases }: Changes): ListedPatches[] {
  const ofApprovals = approvals.map((change): ListedPatches => {
    const group = Object.hasOwn(fleet.groups, change.group) ? fleet.groups[change.group] : undefined;
    return { change, path: ["patches"], patches: change.patches ?? [], groups: group ? [group] : [] };
  });
  const ofReleases = releases.map((change): ListedPatches => {
    const groups = Object.values(fleet.groups).filter((group) => group.ring === change.ring && isAutomatic(group));
    return { change, path: ["manifest", "patches"], patches: change.manifest?.patches ?? [], groups };
  });
  return [...ofApprovals, ...ofReleases].filter(({ groups, patches }) => groups.length > 0 && patches.length > 0);
}

/** The architectures that end a package's id, by how their systems get updates. */
const ARCHITECTURES: Readonly<Record<string, readonly Family[]>> = {
  amd64: ["apt"],
  arm64: ["apt"],
  armhf: ["apt"],
  i386: ["apt"],
  all: ["apt"],
  x86_64: ["rpm", "zypper"],
  aarch64: ["rpm", "zypper"],
  i686: ["rpm", "zypper"],
  noarch: ["rpm", "zypper"],
};
const ARTICLE = /^KB\d{5,8}$/u;
const EXAMPLES: Readonly<Record<Family, string>> = {
  apt: "`openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`",
  rpm: "`openssl.x86_64` with the title `openssl.x86_64:1:3.0.8-1.amzn2023`",
  zypper: "`openssl.x86_64` with the title `openssl.x86_64:0:3.0.8-1.1`",
  macos: "an update's exact name",
  windows: "`KB5034441`",
};

/** The kinds of systems that a patch can be for, by its id; none when no system would know it. */
function familiesOf({ id }: Patch): readonly Family[] {
  if (ARTICLE.test(id)) return ["windows"];
  const architecture = id.slice(id.lastIndexOf(".") + 1);
  return Object.hasOwn(ARCHITECTURES, architecture) ? (ARCHITECTURES[architecture] ?? []) : ["macos"];
}

function isTitled({ id, title }: Patch, families: readonly Family[]): boolean {
  if (families.includes("windows") || families.includes("macos")) return title === undefined;
  const version = title?.startsWith(`${id}:`) === true ? title.slice(id.length + 1) : "";
  return families.includes("apt") ? version !== "" : /^\d+:[^:]+-[^:-]+$/u.test(version);
}

function judge(patch: Patch, path: Path, systems: readonly System[]): Finding[] {
  const known = [...new Set(systems.map(familyOf))];
  const families = familiesOf(patch).filter((family) => known.includes(family));
  const [family] = families;
  if (family === undefined) {
    const want = `for ${listed(systems)}: ${known.map((each) => EXAMPLES[each]).join("; or ")}`;
    return [
      { path: [...path, "id"], got: patch.id, want, fix: "Write the id in full, with its architecture; or remove the entry." },
    ];
  }
  if (isTitled(patch, families)) return [];
  const want = `${EXAMPLES[family]}${family === "windows" || family === "macos" ? " without a title" : ""}`;
  const fix = patch.title === undefined ? "Add the title: the id and the exact version." : "Write the title in that form.";
  const titled = patch.title !== undefined && (family === "windows" || family === "macos");
  return [{ path: [...path, "title"], got: patch.title ?? "nothing", want, fix: titled ? "Remove the title." : fix }];
}

/** What is wrong with a patch in a list for servers of some systems; nothing when one of them could install it. */
export function misfits(patch: Patch, systems: readonly System[]): Finding[] {
  return judge(patch, [], systems);
}

/**
 * Entries of a list that no server of its groups could install: of another system, without architecture, without the exact version.
 * Run Command takes one list for all systems of a group, so a version is what keeps releases apart.
 */
export function manifestPatches(fleet: Fleet, changes: Changes): ChangeFinding[] {
  return patchLists(fleet, changes).flatMap(({ change, path, patches, groups }) => {
    const systems = [...new Set(groups.flatMap((group) => systemsOfGroup(fleet, group)))].toSorted();
    return inChange(
      change,
      patches.flatMap((patch, place) => judge(patch, [...path, place], systems)),
    );
  });
}
