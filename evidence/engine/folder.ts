import path from "node:path";
import { openDatabase, type Database, type Limits } from "./database";
import type { Choice, Evidence, Unreadable } from "./evidence";
import { asEvidenceError } from "./evidence-error";
import { ingest } from "./ingest";
import { findLayout } from "./layout";
import type { Row } from "../record/question";
import { DUCKDB } from "../sql/dialect";
import { inputRelations, type Expected } from "../sql/inputs";
import { QUESTION_SQL } from "../sql/questions";
import { statement } from "../sql/statement";
import { VIEWS } from "../sql/views";

/** How a folder is opened. */
export interface FolderOptions extends Limits {
  readonly expected: Expected;
  /** Hears what is going on, for progress. */
  readonly tell?: (what: string) => void;
}

/** Evidence that can also be written to a file by the engine itself, without passing through this process's memory. */
export interface FolderEvidence extends Evidence {
  /** Writes an answer to a file. */
  copy(question: string, choice: Choice, file: string, form: "csv" | "json" | "parquet"): Promise<void>;
}

const LASTING = new Set([...VIEWS.values()].filter(({ lasting }) => lasting).map(({ name }) => name));

function sqlOf(question: string, choice: Choice, expected: Expected): string {
  const query = QUESTION_SQL.get(question);
  if (!query) throw new Error(`no question ${question}; there are ${[...QUESTION_SQL.keys()].join(", ")}`);
  return statement(DUCKDB, VIEWS, inputRelations({ ...choice, expected }), query, LASTING);
}

const FORMS = { csv: "FORMAT csv, HEADER", json: "FORMAT json, ARRAY true", parquet: "FORMAT parquet, COMPRESSION zstd" };

function unreadableOf(root: string, rows: readonly Row[]): Unreadable[] {
  return rows.map(({ file, lines, why }) => ({
    file: path.relative(root, String(file)),
    lines: Number(lines),
    why: String(why),
  }));
}

/** Reads a folder in the layout of a resource data sync, and answers questions about it. Fails with an `EvidenceError`. */
export async function openFolder(root: string, { expected, tell, ...limits }: FolderOptions): Promise<FolderEvidence> {
  const layout = findLayout(root);
  let database: Database | undefined;
  try {
    database = await openDatabase(limits);
    await ingest(database, layout, tell);
  } catch (error) {
    database?.close();
    throw asEvidenceError(error, root);
  }
  const opened = database;
  return {
    ask: (question, choice) => opened.rows(sqlOf(question, choice, expected)),
    unreadable: async () =>
      unreadableOf(path.resolve(root), await opened.rows("SELECT file, lines, why FROM damage ORDER BY file, why")),
    copy: (question, choice, file, form) =>
      opened.run(`COPY (${sqlOf(question, choice, expected)}) TO '${file.replaceAll("'", "''")}' (${FORMS[form]})`),
    close: async () => opened.close(),
  };
}
