/** A run that was killed and came back with nothing left over. */
export interface Survived {
  /** Where it was killed: `before` or `after`, what was done, and to which type. */
  readonly at: string;
  readonly scenario: string;
  /** The operations that it left open, each with its type. */
  readonly pending: readonly string[];
}

/** Counts of killed runs for the reader of a log: by scenario, by where they were killed, and what they had left open. */
export function tally(runs: readonly Survived[]): string {
  const pending = runs.flatMap((run) => run.pending);
  return [
    `${runs.length} killed runs came back, nothing left over`,
    ...counted(runs.map(({ scenario }) => scenario)),
    "killed",
    ...counted(runs.map(({ at }) => at)),
    `open operations repaired: ${pending.length}`,
    ...counted(pending),
  ].join("\n");
}

function counted(words: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .map(([word, count]) => `  ${count} ${word}`);
}
