import type { Row } from "../../evidence/record/question";
import { manifestOf, type Manifest, type Patch } from "../../fleet/manifest";
import type { RejectionPlan } from "../../fleet/plan/group";
import type { System } from "../../fleet/systems";
import { exactTitle, whyUnnamed } from "../exact";
import { rejectedBy } from "../rejected";

/** A package of which the servers of one system that prove it carry too many versions to say which one is proved. */
export interface Conflict {
  readonly system: string;
  readonly id: string;
  /** Each version with the number of its servers, most first. */
  readonly versions: readonly (readonly [version: string, servers: number])[];
  /** The servers that have the package at all. */
  readonly servers: number;
}

/** What a ring was proved with, exactly. */
export interface ProvedSet {
  readonly manifest: Manifest;
  /** How many entries each system gives, sorted by system. */
  readonly systems: readonly (readonly [system: string, entries: number])[];
  readonly conflicts: readonly Conflict[];
  /** What the ring itself rejects, sorted: a list would install it whatever a baseline says. */
  readonly rejected: readonly string[];
  /** What no list for the ring's systems can name in an exact version, sorted: of a system that the ring does not have, above all. */
  readonly unnamed: readonly string[];
}

interface Version {
  readonly version: string | null;
  readonly servers: number;
}

interface Package {
  readonly system: string;
  readonly id: string;
  readonly having: number;
  readonly versions: Version[];
}

function packagesOf(rows: readonly Row[]): Package[] {
  const found = new Map<string, Package>();
  for (const row of rows) {
    const [system, id] = [String(row["system"] ?? ""), String(row["id"] ?? "")];
    const known = found.get(`${system}\n${id}`) ?? { system, id, having: Number(row["having"] ?? 0), versions: [] };
    found.set(`${system}\n${id}`, known);
    const version = row["version"] ?? null;
    known.versions.push({ version: version === null ? null : String(version), servers: Number(row["servers"] ?? 0) });
  }
  return [...found.values()].toSorted((one, other) => (`${one.system}\n${one.id}` < `${other.system}\n${other.id}` ? -1 : 1));
}

/** An article of Windows is its number; everything else is proved in a version only. */
function patchOf({ system, id }: Package, { version }: Version): Patch {
  return system.startsWith("WindowsServer") || version === null ? { id } : { id, title: exactTitle(id, version) };
}

function conflictOf({ system, id, having, versions }: Package): Conflict {
  const named = versions.map(({ version, servers }) => [version ?? "not told", servers] as const);
  return { system, id, servers: having, versions: named.toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1)) };
}

/** By what a set is judged. */
export interface Judged {
  /** How many per cent of the servers that have a package must carry one version. */
  readonly share: number;
  /** What the baselines of the ring that follows reject. */
  readonly rejections: readonly RejectionPlan[];
  /** The systems of the ring that follows. */
  readonly systems: readonly System[];
}

/**
 * The set that a ring was proved with: each version that at least `share` per cent of those servers of a system carry that have the
 * package at all. Where no version reaches it, nothing of the package is promoted: which of two versions is proved nobody can say,
 * and the newer one may be the one that only few servers run.
 */
export function provedSet(rows: readonly Row[], { share, rejections, systems: known }: Judged): ProvedSet {
  const patches: Patch[] = [];
  const conflicts: Conflict[] = [];
  const rejected = new Set<string>();
  const unnamed = new Set<string>();
  const systems = new Map<string, number>();
  for (const item of packagesOf(rows)) {
    const proved = item.versions.filter(({ servers }) => servers * 100 >= item.having * share);
    if (proved.length === 0) conflicts.push(conflictOf(item));
    for (const version of proved) {
      const entry = patchOf(item, version);
      if (rejectedBy(entry, rejections) !== null) rejected.add(item.id);
      else if (whyUnnamed(entry, known) !== null) unnamed.add(item.id);
      else {
        patches.push(entry);
        systems.set(item.system, (systems.get(item.system) ?? 0) + 1);
      }
    }
  }
  return {
    manifest: manifestOf(patches),
    systems: [...systems].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    conflicts,
    rejected: [...rejected].toSorted(),
    unnamed: [...unnamed].toSorted(),
  };
}
