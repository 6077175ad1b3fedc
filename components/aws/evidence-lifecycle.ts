/** One rule of a bucket's lifecycle, in days. What is left out does not happen. */
export interface LifecycleRule {
  readonly id: string;
  /** The objects that it is for, by the beginning of their key; empty for all. */
  readonly prefix: string;
  /** An object is deleted this long after it was last written. */
  readonly expireDays?: number;
  /** An old version is deleted this long after it was replaced. */
  readonly oldVersionDays: number;
  /** True where parts of uploads that were given up, and marks of deletions with nothing behind them, are cleared away too. */
  readonly clears?: true;
}

/** What one file was before its last change, for as long as somebody may want to look into a mistake. */
const OLD_VERSION_DAYS = 30;
/** Answers of queries are read at once, or asked for again. */
const RESULT_DAYS = 7;

/** Where Athena puts the answers of queries. */
export const RESULTS = "results";

/**
 * How long what stands in the evidence is kept. The starts and places of runs are part of the program and never expire.
 *
 * A running server's files are written again and again, so that only those of departed servers grow old.
 */
export function evidenceLifecycle(args: { readonly retentionDays: number; readonly departedDays: number }): LifecycleRule[] {
  const rule = (id: string, prefix: string, expireDays: number, oldVersionDays: number) => ({
    id,
    prefix,
    expireDays,
    oldVersionDays,
  });
  return [
    rule("departed", "AWS:", args.departedDays, OLD_VERSION_DAYS),
    rule("history", "history/", args.retentionDays, OLD_VERSION_DAYS),
    rule("records", "runs/records/", args.retentionDays, OLD_VERSION_DAYS),
    rule("results", `${RESULTS}/`, RESULT_DAYS, 1),
    { id: "rest", prefix: "", oldVersionDays: Math.max(args.retentionDays, OLD_VERSION_DAYS), clears: true },
  ];
}
