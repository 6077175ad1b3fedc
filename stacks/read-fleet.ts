import { readFileSync, statSync } from "node:fs";
import { open, type Opened } from "../fleet/open";
import type { Problem } from "../fleet/problem";

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

/** Reads a fleet file from disk and decides it for an instant (RFC 3339). All that can go wrong comes back as problems. */
export function readFleet(file: string, asOf: string): Opened {
  try {
    const { size } = statSync(file);
    if (size > MOST_BYTES)
      return unreadable(file, `${Math.round(size / 1e6)} MB`, "Name the fleet file: it is never this large.");
    return open(readFileSync(file, "utf8"), file, asOf);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const [got, fix] = REASONS[code] ?? [`a file that cannot be read (${code})`, "Look at the file."];
    return unreadable(file, got, fix);
  }
}
