import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { open, type Opened } from "../fleet/open";
import type { Problem } from "../fleet/problem";
import { errorCode } from "./error-code";
import { readChanges } from "./read-changes";

function unreadable(file: string, got: string, fix: string): { readonly problems: readonly Problem[] } {
  return { problems: [{ at: file, got, want: "a fleet file", fix }] };
}

const REASONS: Readonly<Record<string, [got: string, fix: string]>> = {
  ENOENT: ["no such file", "Write one with `npx fleet init`, or name another file."],
  EACCES: ["a file that may not be read", "Give yourself the right to read it."],
  EISDIR: ["a folder", "Name the file in it."],
};

/** Larger than any fleet file can be: such a file is not even read. Bytes. */
const MOST_BYTES = 4_000_000;

/** The folder of a fleet's reviewed changes, where nothing else is said: `changes` beside the fleet file. */
export function changesBeside(file: string): string {
  return path.join(path.dirname(file), "changes");
}

/**
 * Reads a fleet file and the reviewed changes beside it from disk and decides them for an instant (RFC 3339). All that can go wrong
 * comes back as problems.
 *
 * @param changes another folder of changes, which must be there; null for the fleet file alone: what makes a change needs no other one
 */
export function readFleet(file: string, asOf: string, changes?: string | null): Opened {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES)
      return unreadable(file, `${Math.round(size / 1e6)} MB`, "Name the fleet file: it is never this large.");
    const text = readFileSync(file, "utf8");
    if (changes === null) return open(text, file, asOf);
    const { files, problems } = readChanges(changes ?? changesBeside(file), changes !== undefined);
    const opened = open(text, file, asOf, files);
    if (problems.length === 0) return opened;
    return { problems: [...("problems" in opened ? opened.problems : []), ...problems] };
  } catch (error) {
    const code = errorCode(error);
    const [got, fix] = REASONS[code] ?? [`a file that cannot be read (${code})`, "Look at the file."];
    return unreadable(file, got, fix);
  }
}
