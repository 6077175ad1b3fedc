import type { Database } from "./database";
import type { Layout } from "./layout";
import { filesOf, oddLines, plainRows, rawTable, READ_TYPES, seenFiles, tolerantRows } from "./raw-tables";
import { CHANGES, COVERAGE } from "../record/history";
import type { RecordType } from "../record/record-type";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS } from "../record/runs";
import { UNREADABLE } from "../record/unreadable";
import { DUCKDB, quoted } from "../sql/dialect";
import type { View } from "../sql/view";
import { VIEWS } from "../sql/views";
import { DAMAGE } from "../sql/views/damage";

/** Odd files are read again this many at a time. */
const AT_ONCE = 5000;

const oddOf = (type: RecordType): string => `SELECT file FROM seen_files WHERE odd AND type = ${quoted(type.type)}`;

/** A first pass finds the files that are empty or odd; a second one, when the views are made, takes what is neither. */
async function lookAt(database: Database, type: RecordType, syncs: readonly string[]): Promise<void> {
  const files = filesOf(type.type, syncs);
  await database.run(rawTable(type));
  if ((await countOf(database, `glob(${files})`)) === 0) return;
  await database.run(`INSERT INTO seen_files ${seenFiles(type, files)}`);
  await database.run(`INSERT INTO ${UNREADABLE.table}
    SELECT regexp_extract(file, 'accountid=([^/]*)', 1), regexp_extract(file, 'region=([^/]*)', 1), file, '0', 'an empty file'
    FROM glob(${files}) WHERE file NOT IN (SELECT file FROM seen_files)`);
}

/** Reads the lines of odd files with all tolerance, into the table of the type that each line tells. */
async function readOdd(database: Database, type: RecordType): Promise<void> {
  const files = (await database.rows(`${oddOf(type)} ORDER BY file`)).map(({ file }) => String(file));
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const select = oddLines(type, files.slice(from, from + AT_ONCE));
    await database.run(`CREATE OR REPLACE TEMP TABLE odd_lines AS ${select}`);
    for (const each of READ_TYPES) await database.run(tolerantRows(each));
  }
}

/** Lets the views see all rows of a type: the plain ones straight from the files, and the odd ones. */
async function addPlain(database: Database, type: RecordType, syncs: readonly string[]): Promise<void> {
  const seen = await countOf(database, `seen_files WHERE type = ${quoted(type.type)}`);
  const odd = await countOf(database, `(${oddOf(type)})`);
  if (seen === odd) return;
  const plain = `SELECT * FROM (${plainRows(type, filesOf(type.type, syncs))})${odd > 0 ? ` WHERE file NOT IN (${oddOf(type)})` : ""}`;
  await database.run(`ALTER TABLE ${type.table} RENAME TO odd_${type.table}`);
  await database.run(`CREATE VIEW ${type.table} AS ${plain} UNION ALL SELECT * FROM odd_${type.table}`);
}

async function countOf(database: Database, relation: string): Promise<number> {
  const [row] = await database.rows(`SELECT count(*) AS count FROM ${relation}`);
  return Number(row?.["count"] ?? 0);
}

interface Beside {
  readonly table: string;
  readonly folder: string;
  readonly columns: readonly string[];
}

async function readBeside(
  database: Database,
  { table, folder, columns }: Beside,
  layout: Layout,
  form: "json" | "parquet",
): Promise<void> {
  const all = form === "parquet" ? [...columns, "day"] : columns;
  await database.run(`CREATE TABLE ${table} (${all.map((name) => `"${name}" VARCHAR`).join(", ")})`);
  for (const root of layout.beside.get(folder) ?? []) {
    const files = quoted(`${root.replaceAll(/[[\]*?]/gu, (sign) => `[${sign}]`)}/**/*${form === "json" ? ".json*" : ""}`);
    if ((await countOf(database, `glob(${files})`)) === 0) continue;
    const source =
      form === "parquet"
        ? `read_parquet(${files}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`
        : `read_json(${files}, format = 'newline_delimited', columns = {${columns.map((name) => `"${name}": 'VARCHAR'`).join(", ")}}, ignore_errors = true, hive_partitioning = false)`;
    await database.run(
      `INSERT INTO ${table} SELECT ${all.map((name) => `CAST("${name}" AS VARCHAR)`).join(", ")} FROM ${source}`,
    );
  }
}

const keep = (database: Database, view: View): Promise<void> => database.run(`CREATE TABLE ${view.name} AS ${view.sql(DUCKDB)}`);

/** Reads everything below a folder into the views that depend on nothing else. */
export async function ingest(database: Database, layout: Layout, tell: (what: string) => void = () => {}): Promise<void> {
  await database.run("BEGIN");
  await database.run(`CREATE TABLE ${UNREADABLE.table} (${UNREADABLE.columns.map((name) => `${name} VARCHAR`).join(", ")})`);
  await database.run("CREATE TABLE seen_files (type VARCHAR, file VARCHAR, odd BOOLEAN)");
  for (const type of READ_TYPES) {
    tell(`looking at ${type.type}`);
    await lookAt(database, type, layout.syncs);
  }
  for (const type of READ_TYPES) await readOdd(database, type);
  // Only odd files can be damaged, and at this point only they are in the raw tables.
  await keep(database, DAMAGE);
  for (const type of READ_TYPES) await addPlain(database, type, layout.syncs);
  for (const table of [CHANGES, COVERAGE]) await readBeside(database, table, layout, "parquet");
  for (const table of [RUN_RECORDS, RUN_STARTS, RUN_PLACES]) await readBeside(database, table, layout, "json");
  for (const view of VIEWS.values()) {
    if (view.kept !== "always" || view === DAMAGE) continue;
    tell(`reading ${view.name}`);
    await keep(database, view);
  }
  await database.run("COMMIT");
}
