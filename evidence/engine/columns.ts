import type { DuckDBConnection, DuckDBVector } from "@duckdb/node-api";
import { ColumnAnswer, narrowed, NO_INSTANT, type CodedColumn } from "../record/answer";
import type { Cell } from "../record/question";
import { toCell } from "./cell";

/** Gathers a column over chunks. */
interface Gatherer {
  add(vector: DuckDBVector, rows: number): void;
  whole(): CodedColumn;
}

/** Numbers of 32 bits that grow as they come. */
class Growing {
  #numbers = new Uint32Array(2048);
  #length = 0;

  /** Room for so many more, to be filled by who asked. */
  room(rows: number): Uint32Array {
    const needed = this.#length + rows;
    if (needed > this.#numbers.length) {
      const larger = new Uint32Array(Math.max(needed, this.#numbers.length * 2));
      larger.set(this.#numbers.subarray(0, this.#length));
      this.#numbers = larger;
    }
    this.#length = needed;
    return this.#numbers.subarray(needed - rows, needed);
  }

  get all(): Uint32Array {
    return this.#numbers.subarray(0, this.#length);
  }
}

/**
 * Copies numbers as they lie in memory. The library gives single cells only, each by way of a BigInt: of a million rows that takes
 * longer than the query. Where it keeps its numbers in another way one day, cells are read one by one.
 */
function copy(vector: DuckDBVector, into: Uint32Array): void {
  const items: unknown = Reflect.get(vector, "items");
  if (items instanceof Uint32Array) return into.set(items.subarray(0, into.length));
  for (let at = 0; at < into.length; at += 1) into[at] = Number(vector.getItem(at));
}

function secondGatherer(): Gatherer {
  const codes = new Growing();
  return {
    add: (vector, rows) => copy(vector, codes.room(rows)),
    whole: () => ({ codes: codes.all.slice(), words: null }),
  };
}

/** The words that are in use, and the codes for them: an answer seldom speaks of every server. */
function usedOnly(codes: Uint32Array, words: readonly Cell[]): CodedColumn {
  const places = new Int32Array(words.length).fill(-1);
  const used: Cell[] = [];
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    let place = places[code] ?? -1;
    if (place < 0) {
      place = used.push(words[code] ?? null) - 1;
      places[code] = place;
    }
    codes[at] = place;
  }
  return { codes: narrowed(codes.slice(), used.length), words: used };
}

function wordGatherer(words: readonly string[]): Gatherer {
  const codes = new Growing();
  return {
    add: (vector, rows) => copy(vector, codes.room(rows)),
    whole: () => usedOnly(codes.all, [...words, null]),
  };
}

function cellGatherer(): Gatherer {
  const codes = new Growing();
  const known = new Map<Cell, number>();
  return {
    add: (vector, rows) => {
      const into = codes.room(rows);
      for (let at = 0; at < rows; at += 1) {
        const cell = toCell(vector.getItem(at));
        const code = known.get(cell) ?? known.size;
        if (code === known.size) known.set(cell, code);
        into[at] = code;
      }
    },
    whole: () => ({ codes: narrowed(codes.all.slice(), known.size), words: [...known.keys()] }),
  };
}

interface Plan {
  readonly name: string;
  /** The column as a number without nulls, or as it is. */
  readonly select: string;
  readonly gatherer: Gatherer;
}

/** The words of each type of words that was met, by the type as DuckDB describes it: answers share a few types of many words. */
export type KnownWords = Map<string, readonly string[]>;

function wordsOf(type: string, known: KnownWords): readonly string[] {
  const words = known.get(type) ?? Array.from(type.matchAll(/'((?:[^']|'')*)'/gu), ([, word = ""]) => word.replaceAll("''", "'"));
  known.set(type, words);
  return words;
}

function planOf(name: string, type: string, known: KnownWords): Plan {
  if (type.startsWith("ENUM(")) {
    const words = wordsOf(type, known);
    const select = `coalesce(CAST(enum_code("${name}") AS UINTEGER), ${words.length}) AS "${name}"`;
    return { name, select, gatherer: wordGatherer(words) };
  }
  if (type === "UINTEGER") return { name, select: `coalesce("${name}", ${NO_INSTANT}) AS "${name}"`, gatherer: secondGatherer() };
  return { name, select: `"${name}"`, gatherer: cellGatherer() };
}

/** How each column is best fetched. A column of words goes by its numbers: the library would list all words again for every chunk. */
async function plansOf(connection: DuckDBConnection, sql: string, known: KnownWords): Promise<Plan[]> {
  const described = await connection.runAndReadAll(`SELECT column_name, column_type FROM (DESCRIBE ${sql})`);
  return described.getRows().map(([name, type]) => planOf(String(name), String(type), known));
}

/** An order by the places of columns, which numbers can be put in as well: for words DuckDB first looks at each that there is. */
const BY_PLACES = /\sORDER BY \d+(?:, \d+)*\s*$/u;

/** Reads an answer in columns: numbers are copied as they are, and no row is made of them. */
export async function readColumns(connection: DuckDBConnection, sql: string, known: KnownWords): Promise<ColumnAnswer> {
  const plans = await plansOf(connection, sql, known);
  const [order = ""] = BY_PLACES.exec(sql) ?? [];
  const rows = sql.slice(0, sql.length - order.length);
  const result = await connection.stream(`SELECT ${plans.map(({ select }) => select).join(", ")} FROM (${rows})${order}`);
  let length = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const [at, { gatherer }] of plans.entries()) gatherer.add(chunk.getColumnVector(at), chunk.rowCount);
    length += chunk.rowCount;
  }
  return new ColumnAnswer(new Map(plans.map(({ name, gatherer }) => [name, gatherer.whole()])), length);
}
