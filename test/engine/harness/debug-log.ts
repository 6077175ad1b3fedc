import { existsSync, readFileSync } from "node:fs";
import { isStructure, type Properties } from "../api/finding";

/** One call between the engine, the program, its providers and its policy packs, as Pulumi's own debug log has it. */
export interface DebugCall {
  /** The full method, e.g. `/pulumirpc.ResourceMonitor/RegisterResource`. */
  readonly method: string;
  readonly request: Properties;
  /** Empty when the call failed. */
  readonly response: Properties;
  /** What the caller was told when the call failed; empty when it did not. */
  readonly errors: readonly string[];
}

/**
 * Reads what `PULUMI_DEBUG_GRPC=<file>` recorded: every finished call, in order of its end.
 * Set the variable in the environment of a run, e.g. `stack.preview({ environment: { PULUMI_DEBUG_GRPC: file } })`.
 */
export function debugLog(file: string): DebugCall[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line))
    .filter(isStructure)
    .filter((entry) => typeof entry["method"] === "string" && entry["progress"] === "response_completed")
    .map(({ method, request, response, errors }) => ({
      method: String(method),
      request: isStructure(request) ? request : {},
      response: isStructure(response) ? response : {},
      errors: Array.isArray(errors) ? errors.map(String) : [],
    }));
}
