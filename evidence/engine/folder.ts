import path from "node:path";
import type { Answer } from "../record/answer";
import type { Row } from "../record/question";
import { DUCKDB, DUCKDB_SECONDS, quoted, type Dialect } from "../sql/dialect";
import { inputRelations, type Expected } from "../sql/inputs";
import { QUESTION_SQL } from "../sql/questions";
import { statement } from "../sql/statement";
import type { View } from "../sql/view";
import { VIEWS } from "../sql/views";
import { openDatabase, type Database, type Limits } from "./database";
import type { Choice, Evidence, Unreadable } from "./evidence";
import { asEvidenceError } from "./evidence-error";
import { ingest, type Reading } from "./ingest";
import { instants } from "./instants";
import { findLayout } from "./layout";

/** How a folder is opened. */
export interface FolderOptions extends Limits, Reading {
  readonly expected: Expected;
}

/** Evidence whose engine gives columns, and writes answers to files itself: they do not pass through this process as rows. */
export interface FolderEvidence extends Evidence {
  /** Answers as `ask` does, in columns: for answers of many rows. */
  look(question: string, choice: Choice): Promise<Answer>;
  /** Writes an answer to a file. */
  copy(question: string, choice: Choice, file: string, form: "csv" | "json" | "parquet"): Promise<void>;
}

const namesOf = (kept: View["kept"]): string[] =>
  [...VIEWS.values()].filter((view) => view.kept === kept).map(({ name }) => name);
const ALWAYS = new Set(namesOf("always"));
const KEPT = new Set([...ALWAYS, ...namesOf("an instant")]);

/** Keeps what depends on the instant alone, until another instant is asked for. */
async function keepInstant(database: Database, asOf: string, expected: Expected): Promise<void> {
  const inputs = inputRelations({ asOf, expected });
  const ready = new Set(ALWAYS);
  for (const name of namesOf("an instant")) {
    const sql = statement(DUCKDB, VIEWS, inputs, { needs: [name], sql: () => `SELECT * FROM ${name}` }, ready);
    await database.run(`CREATE OR REPLACE TABLE ${name} AS ${sql}`);
    ready.add(name);
  }
}

function sqlOf(question: string, choice: Choice, expected: Expected, dialect: Dialect): string {
  const query = QUESTION_SQL.get(question);
  if (!query) throw new Error(`no question ${question}; there are ${[...QUESTION_SQL.keys()].join(", ")}`);
  return statement(dialect, VIEWS, inputRelations({ ...choice, expected }), query, KEPT);
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
export async function openFolder(root: string, { expected, only, tell, ...limits }: FolderOptions): Promise<FolderEvidence> {
  const layout = findLayout(root);
  let database: Database | undefined;
  try {
    database = await openDatabase(limits);
    await ingest(database, layout, { only, tell });
  } catch (error) {
    database?.close();
    throw asEvidenceError(error, root);
  }
  const opened = database;
  const atInstant = instants((asOf) => keepInstant(opened, asOf, expected));
  const answer = <T>(question: string, choice: Choice, dialect: Dialect, work: (sql: string) => Promise<T>): Promise<T> =>
    atInstant(choice.asOf, () => work(sqlOf(question, choice, expected, dialect)));
  const clearly = <T>(answered: Promise<T>): Promise<T> =>
    answered.catch((error: unknown) => {
      throw asEvidenceError(error, root);
    });
  return {
    ask: (question, choice) => clearly(answer(question, choice, DUCKDB, async (sql) => (await opened.columns(sql)).slice())),
    look: (question, choice) => clearly(answer(question, choice, DUCKDB_SECONDS, (sql) => opened.columns(sql))),
    unreadable: async () =>
      unreadableOf(path.resolve(root), await opened.rows("SELECT file, lines, why FROM damage ORDER BY file, why")),
    copy: (question, choice, file, form) =>
      answer(question, choice, DUCKDB, (sql) => opened.run(`COPY (${sql}) TO ${quoted(file)} (${FORMS[form]})`)).catch(
        (error: unknown) => {
          // Of the file itself tells whoever named it.
          throw error instanceof Error && error.message.includes(file) ? error : asEvidenceError(error, root);
        },
      ),
    close: async () => opened.close(),
  };
}
