import { readFileSync, readdirSync, statSync, type Dirent } from "node:fs";
import path from "node:path";
import { CHANGE_FOLDERS, type ChangeFile } from "../fleet/parse-changes";
import type { Problem } from "../fleet/problem";
import { errorCode } from "./error-code";

/** The texts of all changes of a folder, and what keeps some of them from being read. */
export interface ReadChanges {
  readonly files: readonly ChangeFile[];
  readonly problems: readonly Problem[];
}

/** More than anybody reviews: such a folder is something else. */
const MOST_FILES = 2000;
/** Larger than any change can be. Bytes. */
const MOST_BYTES = 2_000_000;

/** What may lie beside changes without being one. */
function isNoChange(name: string): boolean {
  return name.startsWith(".") || /^readme\.md$/iu.test(name);
}

/** As paths are written in messages and compared: with slashes. */
function slashed(file: string): string {
  return file.split(path.sep).join("/");
}

function stray(file: string, got: string): Problem {
  const folders = CHANGE_FOLDERS.map((name) => `\`${name}/\``).join(" and ");
  const want = `${folders} with files that end in .yaml, and nothing else`;
  return { at: slashed(file), got, want, fix: "Rename it, or move it out of the folder of changes." };
}

/** What lies in a folder, in one order on every system; null when it is not there. @throws Error where it cannot be read */
function entriesOf(folder: string): Dirent[] | null {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !isNoChange(name)).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function readOne(file: string): ChangeFile | Problem {
  const at = slashed(file);
  const want = "a change that can be read";
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES)
      return { at, got: `${Math.round(size / 1e6)} MB`, want, fix: "A change is never this large: remove it." };
    return { file: at, text: readFileSync(file, "utf8") };
  } catch (error) {
    return { at, got: `a file that cannot be read (${errorCode(error)})`, want, fix: "Give yourself the right to read it." };
  }
}

function readKind(folder: string): ReadChanges {
  const entries = entriesOf(folder) ?? [];
  if (entries.length > MOST_FILES) return { files: [], problems: [stray(folder, `${entries.length} files`)] };
  const files: ChangeFile[] = [];
  const problems: Problem[] = [];
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    // One that ends in .yml would be left out silently, and a hold with it.
    if (entry.isDirectory()) problems.push(stray(file, "a folder"));
    else if (!entry.name.endsWith(".yaml")) problems.push(stray(file, entry.name));
    else {
      const read = readOne(file);
      if ("text" in read) files.push(read);
      else problems.push(read);
    }
  }
  return { files, problems };
}

/**
 * Reads the reviewed changes of a folder: `approvals/*.yaml` and `releases/*.yaml`. Anything else in it is a problem, since a change
 * that nobody reads is worse than none.
 *
 * @param wanted whether somebody named the folder, so that it must be there
 */
export function readChanges(folder: string, wanted: boolean): ReadChanges {
  try {
    const entries = entriesOf(folder);
    const want = "a folder of reviewed changes";
    if (entries === null) {
      const fix = "Make it, or name another one by the stack's configuration `changes`.";
      return { files: [], problems: wanted ? [{ at: slashed(folder), got: "no such folder", want, fix }] : [] };
    }
    const known: readonly string[] = CHANGE_FOLDERS;
    const strays = entries.filter((entry) => !known.includes(entry.name));
    const kinds = CHANGE_FOLDERS.map((name) => readKind(path.join(folder, name)));
    return {
      files: kinds.flatMap(({ files }) => files),
      problems: [...strays.map(({ name }) => stray(path.join(folder, name), name)), ...kinds.flatMap(({ problems }) => problems)],
    };
  } catch (error) {
    const got = `a folder that cannot be read (${errorCode(error)})`;
    return {
      files: [],
      problems: [{ at: slashed(folder), got, want: "a folder of reviewed changes", fix: "Look at the folder." }],
    };
  }
}
