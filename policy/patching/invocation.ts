import type { Plain } from "../plain";
import { UNKNOWN } from "../plain";
import { isRecord, list, text } from "../read";
import { patchesByHand, restartsByHand } from "./by-hand";
import { BASELINE_DOCUMENTS, INSTALLING_DOCUMENTS, RESTARTING_DOCUMENTS, SHELL_DOCUMENTS, isAwsOwned } from "./documents";

/** What running a document does to servers. */
export type Effect =
  | { readonly does: "scan" | "install" | "restart" }
  | { readonly does: "nothing" }
  | { readonly does: "unclear"; readonly why: string }
  /** Its own content decides. */
  | { readonly does: "own" };

/** What one of AWS's documents does with these parameters; `own` where the document is the user's. */
export function effectOf(document: string, parameters: ReadonlyMap<string, Plain>): Effect {
  if (BASELINE_DOCUMENTS.includes(document)) return effectOfOperation(parameters);
  if (INSTALLING_DOCUMENTS.includes(document)) return { does: "install" };
  if (RESTARTING_DOCUMENTS.includes(document)) return { does: "restart" };
  if (SHELL_DOCUMENTS.includes(document)) return effectOfCommands(parameters.get("commands"));
  return isAwsOwned(document) ? { does: "nothing" } : { does: "own" };
}

/** What commands of the user's own do to a server; one that patches and restarts counts as an install. */
export function effectOfCommands(commands: Plain): Effect {
  if (patchesByHand(commands)) return { does: "install" };
  return { does: restartsByHand(commands) ? "restart" : "nothing" };
}

/**
 * Parameter names and values are case-sensitive in AWS. So only an exact `Operation: Scan` is a scan, while anything
 * that looks like an install, in whatever case, counts as one.
 */
function effectOfOperation(parameters: ReadonlyMap<string, Plain>): Effect {
  const given = [...parameters].filter(([name]) => name.toLowerCase() === "operation");
  const values = given.flatMap(([, value]) => list(value));
  if (values.some((value) => text(value)?.toLowerCase() === "install")) return { does: "install" };
  if (values.includes(UNKNOWN)) return { does: "unclear", why: "its Operation is not known" };
  const exact = list(parameters.get("Operation"));
  if (exact.length === 1 && exact[0] === "Scan" && given.length === 1) return { does: "scan" };
  return { does: "unclear", why: "its Operation is neither Scan nor Install" };
}

/** Parameters as window tasks write them: a list of `{ name, values }`. A repeated name holds all its values. */
export function readNamedValues(source: Plain): ReadonlyMap<string, Plain> | typeof UNKNOWN {
  if (source === UNKNOWN) return UNKNOWN;
  const parameters = new Map<string, Plain>();
  for (const entry of list(source)) {
    const name = isRecord(entry) ? text(entry["name"]) : undefined;
    if (name === undefined || !isRecord(entry)) return UNKNOWN;
    parameters.set(name, entry["values"] === UNKNOWN ? UNKNOWN : [...list(parameters.get(name)), ...list(entry["values"])]);
  }
  return parameters;
}

/** Parameters as runbooks and associations write them: a map. */
export function readMap(source: Plain): ReadonlyMap<string, Plain> | typeof UNKNOWN {
  if (source === UNKNOWN) return UNKNOWN;
  return new Map(Object.entries(isRecord(source) ? source : {}));
}

/** One parameter's only value as text; UNKNOWN where it is not known, undefined where there is none or several. */
export function parameter(parameters: ReadonlyMap<string, Plain>, name: string): string | typeof UNKNOWN | undefined {
  const values = list(parameters.get(name));
  if (values.includes(UNKNOWN)) return UNKNOWN;
  return values.length === 1 ? text(values[0]) : undefined;
}
