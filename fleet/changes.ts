import type { FleetSource } from "./locate";
import type { ApprovalFile } from "./schema/approval";
import type { ReleaseFile } from "./schema/release";

/** Where a change stands: its file, and its values in it where it was read from text. */
export interface ChangeOrigin {
  /** The file's name, as messages show it. */
  readonly file: string;
  /** Null for a change that was never a file. */
  readonly source: FleetSource | null;
}

/** An approval: what one group under review installs once, in one window, or that it restarts. */
export interface Approval extends ApprovalFile, ChangeOrigin {
  /** The file's name without its ending: part of physical names. */
  readonly key: string;
}

/** What people declare of one ring by a reviewed change. */
export interface ReleaseChange extends ReleaseFile, ChangeOrigin {
  readonly ring: string;
}

/** Reviewed changes beside the fleet file, each a file of its own by pull request. */
export interface Changes {
  readonly approvals: readonly Approval[];
  readonly releases: readonly ReleaseChange[];
}

/** No reviewed changes. */
export const NO_CHANGES: Changes = { approvals: [], releases: [] };
