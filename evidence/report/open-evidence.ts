import type { Evidence } from "../engine/evidence";
import { EvidenceError } from "../engine/evidence-error";
import { openFolder, type FolderEvidence } from "../engine/folder";
import type { Expected } from "../sql/inputs";

/** How evidence is opened, wherever it lies. */
export interface Opening {
  readonly expected: Expected;
  /** Hears what is going on. */
  readonly tell: (what: string) => void;
  /** Ends when a person breaks off. */
  readonly signal: AbortSignal;
}

/** Whether an engine writes files itself. */
export function writesFiles(evidence: Evidence): evidence is FolderEvidence {
  return "copy" in evidence;
}

/** Opens what `--data` names: `athena`, a bucket, or a folder. */
export async function openEvidence(data: string, { expected, tell }: Opening): Promise<Evidence> {
  if (data === "athena")
    throw new EvidenceError("not readable", "--data athena is not there yet: copy the bucket into a folder and name that");
  if (/^[a-z0-9]+:\/\//iu.test(data)) {
    if (!data.startsWith("s3://"))
      throw new EvidenceError("no folder", `--data ${data}: wanted a folder, s3://bucket/prefix or athena`);
    throw new EvidenceError(
      "not readable",
      "--data s3:// is not there yet: copy the bucket into a folder with aws s3 sync and name that",
    );
  }
  return openFolder(data, { expected, tell });
}
