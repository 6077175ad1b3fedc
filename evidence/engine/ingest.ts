import { CHANGES } from "../record/history";
import { RECORD_TYPES, type RecordType } from "../record/record-type";
import { DUCKDB } from "../sql/dialect";
import type { View } from "../sql/view";
import { VIEWS } from "../sql/views";
import { DAMAGE } from "../sql/views/damage";
import { readBeside } from "./beside";
import type { Database } from "./database";
import type { Layout } from "./layout";
import { keepOnly, listFiles, readOdd, readPlain } from "./raw-rows";
import { LARGE_VIEWS, oddTable, plainTable, SMALL_TYPES } from "./raw-tables";
import { keepInWords, learnServers, withServers } from "./words";

/** What narrows reading. */
export interface Reading {
  /**
   * Patches and packages of these patch groups only, by their tag's value, and no history; left out for all. Whoever asks must ask
   * of no other group, and of now.
   */
  readonly only?: readonly string[] | undefined;
  /** Hears what is going on. */
  readonly tell?: ((what: string) => void) | undefined;
}

function viewOf(name: string): View {
  const view = VIEWS.get(name);
  if (!view) throw new Error(`no view ${name}`);
  return view;
}

const LARGE = [...LARGE_VIEWS.keys()];
/** A line for each change of a package: it stays in its files. */
const CHANGED = "sights";

/** Keeps the few rows of a type as they stand. */
async function readSmall(database: Database, type: RecordType, tell: (what: string) => void): Promise<void> {
  await database.run(`CREATE TABLE ${plainTable(type)} AS FROM ${type.table}`);
  const take = () => database.run(`INSERT INTO ${plainTable(type)} FROM ${type.table}`);
  await readPlain(database, type, { take, tell });
  await readOdd(database, type);
}

/** Makes the large views of rows as they come: what they are made of is never kept as a whole. */
async function readLarge(database: Database, tell: (what: string) => void): Promise<void> {
  const appends: string[] = [];
  for (const [name, types] of LARGE_VIEWS) {
    const sql = await withServers(database, viewOf(name).sql(DUCKDB));
    const append = `INSERT INTO text_${name} ${sql}`;
    appends.push(append);
    await database.run(`CREATE TABLE text_${name} AS ${sql}`);
    for (const type of types) {
      await readPlain(database, type, { take: () => database.run(append), tell });
      await readOdd(database, type);
    }
  }
  for (const type of RECORD_TYPES) await database.run(`INSERT INTO ${type.table} FROM ${oddTable(type)}`);
  // Only odd files can be damaged, and at this point only their rows are in the raw tables.
  await database.run(`CREATE TABLE ${DAMAGE.name} AS ${DAMAGE.sql(DUCKDB)}`);
  for (const append of appends) await database.run(append);
}

/** What is read once becomes a table of text first, since its words have to be known before it is made of numbers. */
async function keepLarge(database: Database, tell: (what: string) => void): Promise<void> {
  await database.run(`CREATE VIEW text_${CHANGED} AS ${await withServers(database, viewOf(CHANGED).sql(DUCKDB))}`);
  tell("putting it in order");
  await keepInWords(database, new Map([...LARGE, CHANGED].map((name) => [name, `text_${name}`])));
  await database.run(`DROP VIEW text_${CHANGED}`);
  for (const name of LARGE) await database.run(`DROP TABLE text_${name}`);
}

async function keepRest(database: Database, tell: (what: string) => void): Promise<void> {
  for (const type of SMALL_TYPES) await database.run(`INSERT INTO ${type.table} FROM ${plainTable(type)}`);
  for (const view of VIEWS.values()) {
    if (view.kept !== "always" || LARGE.includes(view.name) || view.name === CHANGED) continue;
    tell(`reading ${view.name}`);
    const sql = await withServers(database, view === DAMAGE ? `SELECT * FROM ${DAMAGE.name}` : view.sql(DUCKDB));
    await database.run(`CREATE OR REPLACE TABLE ${view.name} AS ${sql}`);
  }
}

/** Every relation in which a server is told of. */
const SERVERS_IN = ["files", CHANGES.table];

/** Reads everything below a folder into the views that depend on nothing else. */
export async function ingest(database: Database, layout: Layout, { only, tell = () => {} }: Reading = {}): Promise<void> {
  tell("looking for files");
  await listFiles(database, layout);
  await readBeside(database, layout, only === undefined);
  await learnServers(database, SERVERS_IN);
  for (const type of SMALL_TYPES) await readSmall(database, type, tell);
  if (only) await keepOnly(database, only);
  await readLarge(database, tell);
  await keepLarge(database, tell);
  await keepRest(database, tell);
}
