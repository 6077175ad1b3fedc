import { KEY } from "../sql/reading";
import type { Database } from "./database";

/**
 * The words of a column, each once and in order: a table then holds a number for each, is a tenth as large, and is compared,
 * grouped and put in order by numbers. The SQL of the questions sees text as before.
 */
const typeOf = (words: string): string => `words_of_${words}`;

/** Columns that speak of the same things share their words, so that they can be compared by number. All others have their own. */
const SHARED: Readonly<Record<string, string>> = { id: "names", name: "names", bare: "names" };

const wordsOf = (column: string): string => SHARED[column] ?? column;
const isKey = (column: string): boolean => KEY.some((each) => each === column);

async function define(database: Database, words: string, selects: readonly string[]): Promise<void> {
  // The empty word is there always: a type without any word is none.
  const told = [...selects, "SELECT ''"].join(" UNION ");
  await database.run(
    `CREATE TYPE ${typeOf(words)} AS ENUM (SELECT word FROM (${told}) AS told (word) WHERE word IS NOT NULL ORDER BY word)`,
  );
}

/** Learns what tells servers apart from relations that hold every server, before any large table is made. */
export async function learnServers(database: Database, relations: readonly string[]): Promise<void> {
  for (const key of KEY)
    await define(
      database,
      key,
      relations.map((relation) => `SELECT ${key} FROM ${relation}`),
    );
}

interface Described {
  readonly column: string;
  readonly type: string;
}

async function columnsOf(database: Database, relation: string): Promise<Described[]> {
  const rows = await database.rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${relation})`);
  return rows.map(({ column_name: column, column_type: type }) => ({ column: String(column), type: String(type) }));
}

/** A query whose columns of servers are numbers. */
export async function withServers(database: Database, sql: string): Promise<string> {
  const columns = await columnsOf(database, `(${sql})`);
  const keys = columns.filter(({ column, type }) => isKey(column) && type === "VARCHAR").map(({ column }) => column);
  if (keys.length === 0) return sql;
  return `SELECT * REPLACE (${keys.map((key) => `CAST(${key} AS ${typeOf(key)}) AS ${key}`).join(", ")}) FROM (${sql})`;
}

/** Makes tables of relations, with numbers for all that is text. What their columns share is learnt from all of them first. */
export async function keepInWords(database: Database, relations: ReadonlyMap<string, string>): Promise<void> {
  const columns = new Map<string, Described[]>();
  const selects = new Map<string, string[]>();
  for (const [table, from] of relations) {
    const described = await columnsOf(database, from);
    columns.set(table, described);
    for (const { column, type } of described) {
      if (type !== "VARCHAR" || isKey(column)) continue;
      selects.set(wordsOf(column), [...(selects.get(wordsOf(column)) ?? []), `SELECT DISTINCT ${column} FROM ${from}`]);
    }
  }
  for (const [words, from] of selects) await define(database, words, from);
  for (const [table, from] of relations) {
    const cells = (columns.get(table) ?? []).map(({ column, type }) =>
      type === "VARCHAR" ? `CAST(${column} AS ${typeOf(isKey(column) ? column : wordsOf(column))}) AS ${column}` : column,
    );
    await database.run(`CREATE TABLE ${table} AS SELECT ${cells.join(", ")} FROM ${from}`);
  }
}
