import type { Unreadable } from "../engine/evidence";
import type { Answer } from "../record/answer";

/** Everything that a report shows: the answers by question, for one instant, and what could not be read. */
export interface Report {
  /** The instant that the answers are for, RFC 3339 in UTC. */
  readonly asOf: string;
  /** The fleet file that said what is expected; null when the expected servers are those in the data. */
  readonly fleet: string | null;
  /** What a choice leaves out, in sentences; nothing when the report is of everything. */
  readonly narrowed?: readonly string[];
  /** By the name of the question. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly unreadable: readonly Unreadable[];
}
