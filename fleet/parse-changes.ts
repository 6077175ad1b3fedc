import type { Approval, Changes, ReleaseChange } from "./changes";
import { parseFile } from "./parse/parse-file";
import type { FileKind } from "./parse/read-yaml";
import { printable } from "./printable";
import type { Problem } from "./problem";
import { approvalFile } from "./schema/approval";
import { releaseFile } from "./schema/release";

/** A reviewed change as it stands in its file. */
export interface ChangeFile {
  /** Its path; the last two parts say what it is: `approvals/<name>.yaml` or `releases/<name>.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** The changes whose shape is right, and every problem of the others. */
export interface ParsedChanges {
  readonly changes: Changes;
  readonly problems: readonly Problem[];
}

/** An approval's file. */
export const APPROVAL_FILE: FileKind = {
  what: "an approval",
  start: "Let `npx fleet review GROUP` write a draft, or remove the file.",
  shorten: "Give an approval of one group; a list of packages needs no comments.",
  keys: "`group`, `window` and `patches`",
  first: "`group:`",
};

/** A release's file. */
export const RELEASE_FILE: FileKind = {
  what: "a release",
  start: "Write `state:`, `why:`, `by:` and `until:`, or remove the file.",
  shorten: "Give a release of one ring; a list of packages needs no comments.",
  keys: "`state`, `why` and `until`",
  first: "`state:`",
};

/** The folders of changes, below their common one. */
export const CHANGE_FOLDERS = ["approvals", "releases"] as const;

const PLACE = /(?:^|[/\\])(approvals|releases)[/\\]([^/\\]+)$/u;
/** Part of physical names, each of which takes at most 128 characters. */
const STEM = /^[A-Za-z0-9_.-]{1,100}\.yaml$/u;

function misplaced(file: string): Problem {
  const want = "`approvals/<date>-<group>.yaml` or `releases/<ring>.yaml`, of letters, digits, `-`, `_` and `.`";
  return { at: printable(file), got: "a file that is no change by its name", want, fix: "Rename it, or move it elsewhere." };
}

/**
 * Reads reviewed changes from their texts, each by itself: YAML first, then its shape. Whether they make sense with the fleet is
 * `checkChanges`' part. Never throws. In the order of their files' names, whatever order they came in.
 */
export function parseChanges(files: readonly ChangeFile[]): ParsedChanges {
  const approvals: Approval[] = [];
  const releases: ReleaseChange[] = [];
  const problems: Problem[] = [];
  for (const { file, text } of files.toSorted((one, other) => (one.file < other.file ? -1 : 1))) {
    const [, folder, name = ""] = PLACE.exec(file) ?? [];
    const stem = name.replace(/\.yaml$/u, "");
    if (!STEM.test(name)) problems.push(misplaced(file));
    else if (folder === "approvals") {
      const parsed = parseFile(approvalFile, text, file, APPROVAL_FILE);
      if ("problems" in parsed) problems.push(...parsed.problems);
      else approvals.push({ ...parsed.value, key: stem, file, source: parsed.source });
    } else {
      const parsed = parseFile(releaseFile, text, file, RELEASE_FILE);
      if ("problems" in parsed) problems.push(...parsed.problems);
      else releases.push({ ...parsed.value, ring: stem, file, source: parsed.source });
    }
  }
  return { changes: { approvals, releases }, problems };
}
