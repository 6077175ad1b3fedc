/** What is known of runs: JSON lines, whose columns are all text, as tables below the root of the evidence. */
export interface RunsTable {
  readonly table: string;
  /** Its folder below the root of the evidence. */
  readonly folder: string;
  readonly columns: readonly string[];
}

/**
 * What a runbook's last step writes: one object a run, at
 * `runs/records/accountid=…/region=…/<execution id>.json`. Times are RFC 3339 in UTC, counts are whole numbers as text.
 * `approved`, `leftout` and `unapproved` count patches of a run with a manifest: on its list, not installed, installed without being
 * on it; they are empty where it had none, and where not all of its servers could be asked and nothing was found. Records
 * from before have no such columns.
 * `outcome` is `succeeded`, `failed` or `held`; `why` says why it was held or what failed.
 */
export const RUN_RECORDS: RunsTable = {
  table: "run_records",
  folder: "runs/records",
  columns: [
    "execution",
    "accountid",
    "region",
    "patchgroup",
    "ring",
    "runbook",
    "started",
    "ended",
    "outcome",
    "why",
    "expected",
    "finished",
    "failed",
    "approved",
    "leftout",
    "unapproved",
  ],
};

/** The starts of each window in the years that are written ahead: written by central's `up`, the same whatever the day. */
export const RUN_STARTS: RunsTable = { table: "run_starts", folder: "runs/starts", columns: ["schedule", "starts"] };

/** Which group installs where, and by which of those schedules. `hours` is how long its window is. */
export const RUN_PLACES: RunsTable = {
  table: "run_places",
  folder: "runs/places",
  columns: ["schedule", "accountid", "region", "patchgroup", "ring", "hours"],
};
