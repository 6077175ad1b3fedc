import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Action } from "./faults";
import type { Store } from "./store";

/** One call that reached the cloud, and how it ended. */
export interface Entry {
  readonly action: Action;
  readonly type: string;
  readonly urn: string;
  readonly account: string;
  /** How often the provider sent it; more than 1 after throttling. */
  readonly attempts: number;
  readonly refusal?: string;
  /** The run was killed at this call, before the cloud changed or after. */
  readonly killed?: "before" | "after";
}

/** Notes a call. */
export function note(store: Store, entry: Entry): void {
  appendFileSync(join(store.directory, "journal.jsonl"), `${JSON.stringify(entry)}\n`);
}

/** All calls so far, oldest first. */
export function journal(store: Store): Entry[] {
  const file = join(store.directory, "journal.jsonl");
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Entry => JSON.parse(line));
}
