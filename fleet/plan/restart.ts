import type { Capacity } from "../schedule/capacity";
import type { WindowTimePlan } from "./ring";

/** Servers that restart together: those that carry this tag value. */
export interface Wave {
  readonly tag: string;
  readonly value: string;
}

/** A standing window in which servers of a group that wait for a restart are restarted, in one place. */
export interface RestartPlan {
  readonly group: string;
  /** The tag value on the group's servers. */
  readonly tag: string;
  readonly ring: string;
  /** The runbook's physical name. */
  readonly runbook: string;
  /** When, under which physical name. */
  readonly window: WindowTimePlan & { readonly name: string };
  /** In this order; none: all of the group together. */
  readonly waves: readonly Wave[];
  /** In AWS's spelling, such as `10%`. */
  readonly concurrency: string;
  /** The change calendar that the gate asks, by name. */
  readonly calendar: string;
  /** The release parameters that the gate asks, by ARN. */
  readonly declared: string;
  readonly proved: string | null;
  readonly production: boolean;
  /** The servers expected here; null when the file does not say. */
  readonly servers: number | null;
  /** How long each part of a run may take. */
  readonly capacity: Capacity;
}
