import { ResourceError, RunError } from "@pulumi/pulumi";
import type { EngineError } from "./engine-error";

/** Why a run gave no stack. */
export interface ProgramFailure {
  /**
   * `refused`: the program says so itself, for its user (RunError). `engine`: the engine refused what was asked.
   * `crashed`: an error nobody expected. `unfinished`: the program waits for something that can never come.
   */
  readonly kind: "refused" | "engine" | "crashed" | "unfinished";
  readonly message: string;
  /** The resource it is about, where that is known. */
  readonly urn?: string;
  /** Where it was thrown; only for crashes, and only when the run kept stack traces. */
  readonly stack?: string;
}

/** The failure that an engine error is. */
export function engineFailure(error: EngineError): ProgramFailure {
  return { kind: "engine", ...error };
}

/** The failure of a run in which nothing moves any more. */
export const UNFINISHED: ProgramFailure = {
  kind: "unfinished",
  message:
    "the program never finished: it waits for a value that never comes (a promise that nobody resolves, or two resources that need each other)",
};

/** The failure that a thrown value is, whatever was thrown. */
export function thrownFailure(thrown: unknown): ProgramFailure {
  if (RunError.isInstance(thrown)) {
    return { kind: "refused", message: thrown.message };
  }
  if (!(thrown instanceof Error)) {
    return { kind: "crashed", message: String(thrown) };
  }
  const hidden = ResourceError.isInstance(thrown) && thrown.hideStack === true;
  const { message, stack } = thrown;
  return { kind: "crashed", message, ...(hidden || !stack?.includes("\n    at ") ? {} : { stack }) };
}
