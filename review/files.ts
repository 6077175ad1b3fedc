import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeProblem } from "../evidence/report/written";
import { RequestError } from "../evidence/report/request";

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
  for (const { file, text } of files) {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    } catch (error) {
      throw writeProblem(file, error);
    }
  }
}
