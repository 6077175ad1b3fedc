/**
 * What stands in the history: the sync keeps the latest state only, so what changed is appended, a day a partition.
 * Every column is text; instants are RFC 3339 in UTC. Beside the columns each table has the partition `day` (2026-11-21).
 */
export interface HistoryTable {
  readonly table: string;
  /** Its folder below the root of the evidence. */
  readonly folder: string;
  readonly columns: readonly string[];
}

/**
 * One line for each thing on a server that appeared, changed or went. `kind` is `patch` (an item of a scan: its state is
 * in `state`) or `package` (of the inventory: its version is in `version`); `change` is `appeared`, `changed` or `gone`;
 * `was` is the state or version before; `seen` is the capture time of the file in which it was seen.
 */
export const CHANGES: HistoryTable = {
  table: "history_changes",
  folder: "history/changes",
  columns: [
    "accountid",
    "region",
    "resourceid",
    "kind",
    "id",
    "title",
    "version",
    "architecture",
    "state",
    "severity",
    "installedtime",
    "change",
    "was",
    "seen",
  ],
};

/** One line a server and day: the class that it was in. `ended` is `true` or `false`. */
export const COVERAGE: HistoryTable = {
  table: "history_coverage",
  folder: "history/coverage",
  columns: ["accountid", "region", "resourceid", "patchgroup", "class", "ended", "asof"],
};
