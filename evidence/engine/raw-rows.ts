import { RECORD_TYPES, type RecordType } from "../record/record-type";
import { UNREADABLE } from "../record/unreadable";
import { quoted } from "../sql/dialect";
import { sameServer } from "../sql/reading";
import { countOf, type Database } from "./database";
import type { Layout } from "./layout";
import {
  filesOf,
  LARGE_TYPES,
  oddLines,
  oddTable,
  plainRows,
  plainTable,
  rawColumns,
  SEEN_FILES,
  seenFiles,
  SMALL_TYPES,
  tolerantRows,
} from "./raw-tables";

/** So many files are read at a time: their rows are kept as they stand, until the views are made of them. */
const AT_ONCE = 2000;

/** Whose a file is, by its name. */
const NAME = "'.*/accountid=([^/]*)/region=([^/]*)/resourcetype=[^/]*/(.*)[.]json$', ['accountid', 'region', 'resourceid']";
/** A file's name as a pattern that means just itself. */
const LITERAL = "regexp_replace(file, '([\\[\\]*?])', '[\\1]', 'g')";

/** Makes the tables of what is read, and lists every file: `files`, with whose it is by its name. */
export async function listFiles(database: Database, { syncs }: Layout): Promise<void> {
  await database.run(`CREATE TABLE ${UNREADABLE.table} (${UNREADABLE.columns.map((name) => `${name} VARCHAR`).join(", ")})`);
  await database.run(`CREATE TABLE ${SEEN_FILES}`);
  const listed = RECORD_TYPES.map(
    ({ type }) =>
      `SELECT ${quoted(type)} AS type, file, unnest(regexp_extract(file, ${NAME})) FROM glob(${filesOf(type, syncs)})`,
  );
  await database.run(`CREATE TABLE files AS ${listed.join(" UNION ALL ")}`);
  for (const type of RECORD_TYPES)
    for (const table of [type.table, oddTable(type)]) await database.run(`CREATE TABLE ${table} (${rawColumns(type)})`);
}

/** What is done with the rows of a type, as they come. */
export interface Taking {
  /** Is called each time that there are rows of whole files in the type's own table. */
  readonly take: () => Promise<void>;
  /** Hears how far it is. */
  readonly tell: (what: string) => void;
}

/** Reads the files of a type, some at a time. */
export async function readPlain(database: Database, type: RecordType, { take, tell }: Taking): Promise<void> {
  const ofType = `type = ${quoted(type.type)}`;
  await database.run(
    `CREATE OR REPLACE TABLE waiting AS SELECT file, (row_number() OVER () - 1) // ${AT_ONCE} AS batch FROM files WHERE ${ofType}`,
  );
  const files = await countOf(database, "waiting");
  for (let batch = 0; batch * AT_ONCE < files; batch += 1) {
    tell(`reading ${type.type}, ${batch * AT_ONCE} of ${files} files`);
    await database.run(`SET VARIABLE batch = (SELECT list(${LITERAL}) FROM waiting WHERE batch = ${batch})`);
    await database.run(`CREATE OR REPLACE TABLE ${type.table} AS ${plainRows(type, "getvariable('batch')")}`);
    await database.run(`INSERT INTO seen_files ${seenFiles(type)}`);
    await database.run(`DELETE FROM ${type.table} WHERE file IN (SELECT file FROM seen_files WHERE odd AND ${ofType})`);
    await take();
  }
  await database.run(`TRUNCATE ${type.table}`);
  await database.run(`INSERT INTO ${UNREADABLE.table} SELECT accountid, region, file, '0', 'an empty file'
    FROM files WHERE ${ofType} AND file NOT IN (SELECT file FROM seen_files)`);
}

/** Reads the lines of a type's odd files with all tolerance, into the table for odd rows of the type that each line tells. */
export async function readOdd(database: Database, type: RecordType): Promise<void> {
  const rows = await database.rows(`SELECT file FROM seen_files WHERE odd AND type = ${quoted(type.type)} ORDER BY file`);
  const files = rows.map(({ file }) => String(file));
  for (let from = 0; from < files.length; from += AT_ONCE) {
    await database.run(`CREATE OR REPLACE TEMP TABLE odd_lines AS ${oddLines(type, files.slice(from, from + AT_ONCE))}`);
    for (const each of RECORD_TYPES) await database.run(tolerantRows(each));
  }
}

/** Where a small type names a server's patch group. */
const GROUPS_IN: Readonly<Record<string, string>> = { "AWS:Tag": "value", "AWS:PatchSummary": "patchgroup" };

/** Whether any of the small types says something of a file's server, on a condition. */
function isTold(condition: (column: string) => string): string {
  const rows = SMALL_TYPES.flatMap((type) => {
    const column = GROUPS_IN[type.type];
    return column === undefined
      ? []
      : [plainTable(type), oddTable(type)].map((table) => `FROM ${table} WHERE ${condition(column)}`);
  });
  return `(${rows.map((each) => `EXISTS (FROM (${each}) AS told WHERE ${sameServer("told", "files")})`).join(" OR ")})`;
}

/** Leaves files of the large types out that are of servers whose tags and summary name none of these patch groups. */
export async function keepOnly(database: Database, groups: readonly string[]): Promise<void> {
  const wanted = groups.map(quoted).join(", ") || "NULL";
  await database.run(`DELETE FROM files WHERE type IN (${LARGE_TYPES.map(({ type }) => quoted(type)).join(", ")})
    AND ${isTold(() => "true")} AND NOT ${isTold((column) => `trim(${column}) IN (${wanted})`)}`);
}
