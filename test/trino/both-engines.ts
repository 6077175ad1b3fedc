import { openDatabase, type Database } from "../../evidence/engine/database";
import { ingest } from "../../evidence/engine/ingest";
import { findLayout, type Layout } from "../../evidence/engine/layout";
import { filesOf, oddTable, plainRows } from "../../evidence/engine/raw-tables";
import { CHANGES, COVERAGE } from "../../evidence/record/history";
import type { Row } from "../../evidence/record/question";
import { RECORD_TYPES, type RecordType, TECHNICAL } from "../../evidence/record/record-type";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS } from "../../evidence/record/runs";
import { UNREADABLE } from "../../evidence/record/unreadable";
import { DUCKDB } from "../../evidence/sql/dialect";
import { inputRelations, type Inputs } from "../../evidence/sql/inputs";
import { lakeQuestion } from "../../evidence/sql/lake";
import { type QuestionSql, statement } from "../../evidence/sql/statement";
import { VIEWS } from "../../evidence/sql/views";
import type { Trino } from "./trino";

const LASTING = new Set([...VIEWS.values()].filter(({ kept }) => kept === "always").map(({ name }) => name));
const BESIDE = [
  ...[CHANGES, COVERAGE].map(({ table, columns }) => ({ table, columns: [...columns, "day"] })),
  RUN_RECORDS,
  RUN_STARTS,
  RUN_PLACES,
];

/** The text for Athena over tables of which one more is there: the files that left no row, which Athena cannot see. */
function seeing(text: string): string {
  return text.replace(
    /\bunreadable AS \(SELECT [^()]*(?:\([^()]*\)[^()]*)* WHERE false\)/u,
    "unreadable AS (SELECT * FROM unreadable_files)",
  );
}

/** Every row of a type, as it stands in the files. */
async function rawRows(database: Database, type: RecordType, { syncs }: Layout): Promise<string> {
  const odd = `SELECT * FROM ${oddTable(type)}`;
  const plain = await database.rows(`SELECT file FROM seen_files WHERE NOT odd AND type = '${type.type}'`);
  if (plain.length === 0) return odd;
  const rows = plainRows(type, filesOf(type.type, syncs));
  return `SELECT * FROM (${rows}) WHERE file NOT IN (SELECT file FROM seen_files WHERE odd) UNION ALL ${odd}`;
}

/** The same evidence in DuckDB and, in a catalog of its own, in Trino, as Athena would see it. */
export class BothEngines {
  readonly #database: Database;
  readonly #trino: Trino;
  readonly #catalog: string;

  private constructor(database: Database, trino: Trino, catalog: string) {
    this.#database = database;
    this.#trino = trino;
    this.#catalog = catalog;
  }

  /** Reads a folder by DuckDB, and hands every raw row on to Trino. */
  static async open(folder: string, trino: Trino, catalog: string): Promise<BothEngines> {
    const database = await openDatabase();
    const layout = findLayout(folder);
    await ingest(database, layout);
    for (const type of RECORD_TYPES) {
      const { table, attributes } = type;
      const rows = await database.rows(`SELECT *, file AS "$path" FROM (${await rawRows(database, type, layout)})`);
      // Columns that no question reads are not even taken from the files: in Athena they are there.
      const columns = [...attributes, ...TECHNICAL].map((attribute) => attribute.toLowerCase());
      const known = [...columns, "accountid", "region", "resourcetype", "$path"];
      const whole = rows.map((row) => Object.fromEntries(known.map((column) => [column, row[column] ?? null])));
      await trino.table(catalog, table, known, whole);
    }
    for (const { table, columns } of BESIDE)
      await trino.table(catalog, table, columns, await database.rows(`SELECT * FROM ${table}`));
    await trino.table(catalog, "unreadable_files", UNREADABLE.columns, await database.rows(`SELECT * FROM ${UNREADABLE.table}`));
    return new BothEngines(database, trino, catalog);
  }

  duckdb(query: Omit<QuestionSql, "name">, inputs: Inputs): Promise<Row[]> {
    return this.#database.rows(statement(DUCKDB, VIEWS, inputRelations(inputs), query, LASTING));
  }

  /** By the text that Athena would be sent. */
  trino(query: Omit<QuestionSql, "name">, inputs: Inputs): Promise<Row[]> {
    return this.#trino.rows(this.#catalog, seeing(lakeQuestion("default", inputs, query)));
  }

  close(): void {
    this.#database.close();
  }
}
