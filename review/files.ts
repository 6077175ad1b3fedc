import { existsSync, readFileSync } from "node:fs";
import { RequestError } from "../evidence/report/request";
import { writeWhole } from "../evidence/report/written";

/** A file that is to be written. */
export interface NewFile {
  readonly file: string;
  readonly text: string;
  /** Whether one that is there, and says something else, must stay: people write into it. */
  readonly keep: boolean;
}

/** Writes files, all or none: nothing is written when one that people write into is there and says something else. */
export function writeFiles(files: readonly NewFile[]): void {
  for (const { file, text, keep } of files) {
    if (keep && existsSync(file) && readFileSync(file, "utf8") !== text)
      throw new RequestError(
        `${file} is there already and says something else; nothing is written: remove it if nobody needs it, or write elsewhere with --out`,
      );
  }
  writeWhole(files);
}
