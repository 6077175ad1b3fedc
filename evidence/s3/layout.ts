import { CHANGES, COVERAGE } from "../record/history";
import { RECORD_TYPES } from "../record/record-type";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS } from "../record/runs";

/** The folders that the questions read, each with its slash. A sync writes others, which are neither listed nor fetched. */
export const READ: readonly string[] = [
  ...RECORD_TYPES.map(({ type }) => `${type}/`),
  ...[CHANGES, COVERAGE, RUN_RECORDS, RUN_STARTS, RUN_PLACES].map(({ folder }) => `${folder}/`),
];

/** The first part of each of those folders: what stands at the root of evidence. */
export const AT_ROOT: ReadonlySet<string> = new Set(READ.map((folder) => folder.slice(0, folder.indexOf("/") + 1)));

/** Whether a key can be a file below a folder: what a sync writes can; a key with `..` must never leave the cache. */
export function isFile(key: string): boolean {
  const parts = key.split("/");
  return parts.every(
    (part) => part !== "" && part !== "." && part !== ".." && Buffer.byteLength(part) <= 255 && !part.includes("\0"),
  );
}
