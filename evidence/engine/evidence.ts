import type { Row } from "../record/question";

/** What narrows a question. Everything is text, so that it may come from a command line; instants are RFC 3339 in UTC. */
export interface Choice {
  /** The instant for which the question is answered. */
  readonly asOf: string;
  /** The tag value of a patch group. */
  readonly group?: string | undefined;
  /** Twelve digits. */
  readonly account?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  /** A package, a KB or a CVE. */
  readonly package?: string | undefined;
}

/** A file of which something could not be read, which makes its server `unknown`. */
export interface Unreadable {
  readonly file: string;
  /** How many of its lines; 0 when the file as a whole is wrong. */
  readonly lines: number;
  readonly why: string;
}

/** An engine that has the evidence and answers questions about it. */
export interface Evidence {
  /** Answers a question of `record/question` with rows of exactly its columns. */
  ask(question: string, choice: Choice): Promise<Row[]>;
  /** Every file of which something could not be read. */
  unreadable(): Promise<Unreadable[]>;
  close(): Promise<void>;
}
