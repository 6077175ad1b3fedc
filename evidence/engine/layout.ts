import { readdirSync, statSync, type Dirent, type Stats } from "node:fs";
import path from "node:path";
import { EvidenceError, asEvidenceError } from "./evidence-error";

/** Where the parts of the evidence lie below a folder. */
export interface Layout {
  /** Every folder that holds `AWS:…` folders: one for each prefix. */
  readonly syncs: readonly string[];
  /** The folders beside them, such as `history/changes`, as far as they are there: absolute paths by name. */
  readonly beside: ReadonlyMap<string, readonly string[]>;
}

const TYPE = /^AWS:[A-Za-z]+$/u;
/** What may lie beside a sync's folders. */
const BESIDE = ["history/changes", "history/coverage", "runs/records", "runs/starts", "runs/places"];
/** A prefix has few parts; deeper than this there is other data. */
const DEEPEST = 6;

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw asEvidenceError(error, folder);
  }
}

/** What lies there; nothing where a part of the path is a file. */
function statOf(root: string): Stats | undefined {
  try {
    return statSync(root, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return undefined;
    throw asEvidenceError(error, root);
  }
}

const isFolder = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;

function roots(folder: string, depth: number, found: { syncs: string[]; others: string[] }): void {
  const here = entries(folder).filter(
    (entry) => entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path.join(folder, entry.name))),
  );
  const sync = here.some(({ name }) => TYPE.test(name));
  if (sync) found.syncs.push(folder);
  if (here.some(({ name }) => name === "history" || name === "runs")) found.others.push(folder);
  if (depth >= DEEPEST) return;
  for (const { name } of here) {
    if (!TYPE.test(name) && !name.includes("=") && !["history", "runs"].includes(name) && !name.startsWith("."))
      roots(path.join(folder, name), depth + 1, found);
  }
}

/** Finds the parts of the evidence below a folder, with or without a prefix. */
export function findLayout(root: string): Layout {
  const stat = statOf(root);
  if (!stat)
    throw new EvidenceError(
      "no folder",
      `${root}: no such folder; --data wants the root of a data sync, s3://bucket/prefix or athena`,
    );
  if (!stat.isDirectory())
    throw new EvidenceError("no folder", `${root} is a file; --data wants the folder that holds the AWS:… folders`);
  const absolute = path.resolve(root);
  if (entries(absolute).length === 0)
    throw new EvidenceError(
      "empty folder",
      `${root} is empty: copy a data sync there, as with aws s3 sync, or name another folder`,
    );
  const found = { syncs: [] as string[], others: [] as string[] };
  roots(absolute, 0, found);
  if (found.syncs.length === 0) {
    const inside = absolute.split(path.sep).some((part) => TYPE.test(part));
    throw new EvidenceError(
      "other data",
      inside
        ? `${root} lies within a data sync: name the folder that holds the AWS:… folders`
        : `${root} holds other data: wanted AWS:PatchSummary and the like, as a resource data sync writes them`,
    );
  }
  const beside = BESIDE.map((name) => [name, found.others.map((folder) => path.join(folder, name)).filter(isFolder)] as const);
  return { syncs: found.syncs, beside: new Map(beside.filter(([, folders]) => folders.length > 0)) };
}
