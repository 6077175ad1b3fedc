import { tmpdir } from "node:os";

/** Why evidence cannot be had. */
export type EvidenceFault =
  | "cancelled"
  | "no folder"
  | "empty folder"
  | "no permission"
  | "other data"
  | "disk full"
  | "no memory"
  | "not readable";

/** Evidence that cannot be had: its message is one clear line that names what to do. */
export class EvidenceError extends Error {
  readonly fault: EvidenceFault;

  constructor(fault: EvidenceFault, message: string) {
    super(message);
    this.name = "EvidenceError";
    this.fault = fault;
  }
}

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").slice(0, 300);

/** What the engine or the file system says, as an error that a person can act on. `what` is the folder that was read. */
export function asEvidenceError(error: unknown, what: string): EvidenceError {
  if (error instanceof EvidenceError) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (/^INTERRUPT Error|operation was aborted/u.test(message))
    return new EvidenceError("cancelled", `reading ${what} was cancelled: repeat the command`);
  if (/no space left|ENOSPC|could not write.*(block|file)|max_temp_directory_size|disk is full/iu.test(message))
    return new EvidenceError(
      "disk full",
      `the disk of ${tmpdir()} is full: reading ${what} needs space there for what does not fit into memory; make room, or set TMPDIR to a larger disk`,
    );
  if (/out of memory|could not allocate|bad_alloc/iu.test(message))
    return new EvidenceError(
      "no memory",
      `not enough memory to read ${what}: a machine with more of it is needed, or the lake itself, with --data athena`,
    );
  if (/permission denied|EACCES|EPERM/iu.test(message)) {
    const file = /"([^"]+)"|'([^']+)'/u.exec(message);
    return new EvidenceError(
      "no permission",
      `no permission to read ${file?.[1] ?? file?.[2] ?? what}: give yourself the right to read it`,
    );
  }
  return new EvidenceError("not readable", `${what} cannot be read: ${oneLine(message)}`);
}
