import type { Database } from "./database";
import type { Layout } from "./layout";
import { emptyTable, filesOf, oddFiles, oddLines, rawTable, READ_TYPES, tolerantRows } from "./raw-tables";
import { CHANGES, COVERAGE } from "../record/history";
import type { RecordType } from "../record/record-type";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS } from "../record/runs";
import { UNREADABLE } from "../record/unreadable";
import { DUCKDB, quoted } from "../sql/dialect";
import { VIEWS } from "../sql/views";

/** Odd files are read again this many at a time. */
const AT_ONCE = 5000;

async function readType(database: Database, type: RecordType, syncs: readonly string[]): Promise<void> {
  const files = filesOf(type.type, syncs);
  const [{ count } = { count: 0 }] = await database.rows(`SELECT count(*) AS count FROM glob(${files})`);
  if (count === 0) return database.run(emptyTable(type));
  await database.run(rawTable(type, files));
  await database.run(`INSERT INTO odd_files SELECT ${quoted(type.type)}, file FROM (${oddFiles(type)})`);
  await database.run(`INSERT INTO unreadable
    SELECT regexp_extract(file, 'accountid=([^/]*)', 1), regexp_extract(file, 'region=([^/]*)', 1), file, '0', 'an empty file'
    FROM glob(${files}) WHERE file NOT IN (SELECT file FROM ${type.table})`);
}

async function readOdd(database: Database, type: RecordType): Promise<void> {
  const files = (await database.rows(`SELECT file FROM odd_files WHERE type = ${quoted(type.type)} ORDER BY file`)).map(
    ({ file }) => String(file),
  );
  if (files.length === 0) return;
  await database.run(`DELETE FROM ${type.table} WHERE file IN (SELECT file FROM odd_files WHERE type = ${quoted(type.type)})`);
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const select = oddLines(type, files.slice(from, from + AT_ONCE));
    await database.run(`CREATE OR REPLACE TEMP TABLE odd_lines AS ${select}`);
    for (const each of READ_TYPES) await database.run(tolerantRows(each));
  }
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
    const [{ count } = { count: 0 }] = await database.rows(`SELECT count(*) AS count FROM glob(${files})`);
    if (count === 0) continue;
    const source =
      form === "parquet"
        ? `read_parquet(${files}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`
        : `read_json(${files}, format = 'newline_delimited', columns = {${columns.map((name) => `"${name}": 'VARCHAR'`).join(", ")}}, ignore_errors = true, hive_partitioning = false)`;
    await database.run(
      `INSERT INTO ${table} SELECT ${all.map((name) => `CAST("${name}" AS VARCHAR)`).join(", ")} FROM ${source}`,
    );
  }
}

/** Reads everything below a folder into the raw tables, and keeps the views that depend on nothing else. */
export async function ingest(database: Database, layout: Layout, tell: (what: string) => void = () => {}): Promise<void> {
  await database.run(`CREATE TABLE ${UNREADABLE.table} (${UNREADABLE.columns.map((name) => `${name} VARCHAR`).join(", ")})`);
  await database.run("CREATE TABLE odd_files (type VARCHAR, file VARCHAR)");
  for (const type of READ_TYPES) {
    tell(`reading ${type.type}`);
    await readType(database, type, layout.syncs);
  }
  for (const type of READ_TYPES) await readOdd(database, type);
  for (const table of [CHANGES, COVERAGE]) await readBeside(database, table, layout, "parquet");
  for (const table of [RUN_RECORDS, RUN_STARTS, RUN_PLACES]) await readBeside(database, table, layout, "json");
  tell("counting");
  for (const view of VIEWS.values()) {
    if (view.lasting) await database.run(`CREATE TABLE ${view.name} AS ${view.sql(DUCKDB)}`);
  }
}
