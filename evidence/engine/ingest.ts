import type { Database } from "./database";
import type { Layout } from "./layout";
import { filesOf, oddLines, plainRows, rawTable, READ_TYPES, SEEN_FILES, seenFiles, tolerantRows } from "./raw-tables";
import { keepInWords, learnServers, withServers } from "./words";
import { CHANGES, COVERAGE } from "../record/history";
import type { RecordType } from "../record/record-type";
import { RUN_PLACES, RUN_RECORDS, RUN_STARTS } from "../record/runs";
import { UNREADABLE } from "../record/unreadable";
import { DUCKDB, quoted } from "../sql/dialect";
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
  const odd = await countOf(database, `(${oddOf(type)})`);
  const seen = await countOf(database, `seen_files WHERE type = ${quoted(type.type)}`);
  await database.run(`ALTER TABLE ${type.table} RENAME TO odd_${type.table}`);
  if (seen === odd) return database.run(`CREATE VIEW ${type.table} AS SELECT * FROM odd_${type.table}`);
  const plain = `SELECT * FROM (${plainRows(type, filesOf(type.type, syncs))})${odd > 0 ? ` WHERE file NOT IN (${oddOf(type)})` : ""}`;
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

const below = (root: string, ending: string): string =>
  quoted(`${root.replaceAll(/[[\]*?]/gu, (sign) => `[${sign}]`)}/**/*${ending}`);

async function filledFolders(database: Database, folders: readonly string[], ending: string): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const files = below(folder, ending);
    if ((await countOf(database, `glob(${files})`)) > 0) found.push(files);
  }
  return found;
}

const asText = (names: readonly string[]): string => names.map((name) => `CAST("${name}" AS VARCHAR) AS "${name}"`).join(", ");
const none = (names: readonly string[]): string =>
  `SELECT ${names.map((name) => `CAST(NULL AS VARCHAR) AS "${name}"`).join(", ")} WHERE false`;

/** The history stays in its files, which are small and in columns. */
async function seeHistory(database: Database, { table, folder, columns }: Beside, layout: Layout): Promise<void> {
  const all = [...columns, "day"];
  const found = await filledFolders(database, layout.beside.get(folder) ?? [], "");
  const selects = found.map(
    (files) =>
      `SELECT ${asText(all)} FROM read_parquet(${files}, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)`,
  );
  await database.run(`CREATE VIEW ${table} AS ${selects.length > 0 ? selects.join(" UNION ALL ") : none(all)}`);
}

async function readRuns(database: Database, { table, folder, columns }: Beside, layout: Layout): Promise<void> {
  const typed = columns.map((name) => `"${name}": 'VARCHAR'`).join(", ");
  const found = await filledFolders(database, layout.beside.get(folder) ?? [], ".json*");
  const selects = found.map(
    (files) =>
      `SELECT ${asText(columns)} FROM read_json(${files}, format = 'newline_delimited', columns = {${typed}}, ignore_errors = true, hive_partitioning = false)`,
  );
  await database.run(`CREATE TABLE ${table} AS ${selects.length > 0 ? selects.join(" UNION ALL ") : none(columns)}`);
}

/** The views of many rows: a line for each patch, each package, and each change of one. */
const LARGE = ["items", "packages", "sights"];

/** What is read once becomes a table of text first, since its words have to be known before it is made of numbers. */
async function keepLarge(database: Database, tell: (what: string) => void): Promise<void> {
  const relations = new Map<string, string>();
  for (const name of LARGE) {
    const view = VIEWS.get(name);
    if (!view) throw new Error(`no view ${name}`);
    tell(`reading ${name}`);
    const sql = await withServers(database, view.sql(DUCKDB));
    await database.run(`CREATE ${name === "sights" ? "VIEW" : "TABLE"} text_${name} AS ${sql}`);
    relations.set(name, `text_${name}`);
  }
  tell("putting it in order");
  await keepInWords(database, relations);
  for (const name of LARGE) await database.run(`DROP ${name === "sights" ? "VIEW" : "TABLE"} text_${name}`);
}

async function keepRest(database: Database, tell: (what: string) => void): Promise<void> {
  for (const view of VIEWS.values()) {
    if (view.kept !== "always" || LARGE.includes(view.name)) continue;
    tell(`reading ${view.name}`);
    const sql = await withServers(database, view === DAMAGE ? `SELECT * FROM ${DAMAGE.name}` : view.sql(DUCKDB));
    await database.run(`CREATE OR REPLACE TABLE ${view.name} AS ${sql}`);
  }
}

/** Every relation in which a server may be told of, with the columns that name it. */
const SERVERS_IN: Readonly<Record<string, readonly string[]>> = {
  seen_files: ["least", "most"],
  [DAMAGE.name]: ["resourceid"],
  [CHANGES.table]: ["resourceid"],
  ...Object.fromEntries(READ_TYPES.map(({ table }) => [`odd_${table}`, ["resourceid"]])),
};

/** Reads everything below a folder into the views that depend on nothing else. */
export async function ingest(database: Database, layout: Layout, tell: (what: string) => void = () => {}): Promise<void> {
  await database.run("BEGIN");
  await database.run(`CREATE TABLE ${UNREADABLE.table} (${UNREADABLE.columns.map((name) => `${name} VARCHAR`).join(", ")})`);
  await database.run(`CREATE TABLE ${SEEN_FILES}`);
  for (const type of READ_TYPES) {
    tell(`looking at ${type.type}`);
    await lookAt(database, type, layout.syncs);
  }
  for (const type of READ_TYPES) await readOdd(database, type);
  // Only odd files can be damaged, and at this point only they are in the raw tables.
  await database.run(`CREATE TABLE ${DAMAGE.name} AS ${DAMAGE.sql(DUCKDB)}`);
  for (const type of READ_TYPES) await addPlain(database, type, layout.syncs);
  for (const table of [CHANGES, COVERAGE]) await seeHistory(database, table, layout);
  for (const table of [RUN_RECORDS, RUN_STARTS, RUN_PLACES]) await readRuns(database, table, layout);
  await learnServers(database, SERVERS_IN);
  await keepLarge(database, tell);
  await keepRest(database, tell);
  await database.run("COMMIT");
}
