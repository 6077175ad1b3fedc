import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "./store";

/** What the provider was asked to do. */
export type Action = "check" | "create" | "read" | "update" | "delete" | "invoke";

/**
 * Something that goes wrong on purpose: the calls numbered `from` to `from + times - 1` that match `action` and `type`.
 * - `refuse`: the cloud answers with this error.
 * - `throttle`: the cloud answers with a ThrottlingException; the provider tries again, 25 times at most.
 * - `kill-before`, `kill-after`: command line and provider die by SIGKILL, before the cloud changes or after.
 */
export interface Fault {
  readonly effect: "refuse" | "throttle" | "kill-before" | "kill-after";
  /** `change` is any of create, update and delete. */
  readonly action?: Action | "change";
  /** A type or function token, or a part of it. */
  readonly type?: string;
  /** The first matching call that it concerns, 1 when absent. */
  readonly from?: number;
  /** How many calls it concerns, 1 when absent. */
  readonly times?: number;
  readonly code?: string;
  readonly reason?: string;
}

/** Makes these the faults of the cloud; counting starts anew. */
export function setFaults(store: Store, faults: readonly Fault[]): void {
  const round = store.next("faults");
  writeFileSync(join(store.directory, "faults.json"), JSON.stringify({ round, faults }));
}

/** The fault that this call meets, if any. Every matching call is counted, over all processes. */
export function faultOf(store: Store, action: Action, type: string): Fault | undefined {
  const file = join(store.directory, "faults.json");
  if (!existsSync(file)) return undefined;
  const { round, faults }: { round: number; faults: readonly Fault[] } = JSON.parse(readFileSync(file, "utf8"));
  const met = faults.map((fault, index) => {
    if (!concerns(fault, action)) return undefined;
    if (fault.type !== undefined && !type.includes(fault.type)) return undefined;
    const call = store.next(`fault ${round} ${index}`);
    const from = fault.from ?? 1;
    return call >= from && call < from + (fault.times ?? 1) ? fault : undefined;
  });
  return met.find((fault) => fault !== undefined);
}

function concerns(fault: Fault, action: Action): boolean {
  if (fault.action === "change") return ["create", "update", "delete"].includes(action);
  return fault.action === undefined || fault.action === action;
}
