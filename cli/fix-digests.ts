import { writeFileSync } from "node:fs";
import { fixedDigest } from "../fleet/fixed-digest";
import { readChanges } from "../stacks/read-changes";
import { changesBeside } from "../stacks/read-fleet";
import { failure } from "./terminal";

function isWritten(file: string, text: string): boolean {
  try {
    writeFileSync(file, text);
    return true;
  } catch (error) {
    failure(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return false;
  }
}

/**
 * Writes the digest of each list in the changes beside a fleet file that is not the list's own.
 * @returns the files that were written
 */
export function fixDigests(fleetFile: string): string[] {
  return readChanges(changesBeside(fleetFile), false).files.flatMap(({ file, text }) => {
    const fixed = fixedDigest(text, file);
    return fixed !== text && isWritten(file, fixed) ? [file] : [];
  });
}
