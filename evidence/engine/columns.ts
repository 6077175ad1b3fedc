import { DuckDBTypeId, type DuckDBConnection, type DuckDBVector } from "@duckdb/node-api";
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

function secondGatherer(): Gatherer {
  const codes = new Growing();
  return {
    add: (vector, rows) => {
      const into = codes.room(rows);
      for (let at = 0; at < rows; at += 1) {
        const seconds: unknown = vector.getItem(at);
        into[at] = typeof seconds === "number" ? seconds : NO_INSTANT;
      }
    },
    whole: () => ({ codes: codes.all.slice(), words: null }),
  };
}

function cellGatherer(): Gatherer {
  const codes = new Growing();
  const known = new Map<unknown, number>();
  const words: Cell[] = [];
  let before: unknown;
  let code: number | undefined;
  return {
    add: (vector, rows) => {
      const into = codes.room(rows);
      for (let at = 0; at < rows; at += 1) {
        const value: unknown = vector.getItem(at);
        // Rows come in the order of servers: most cells are those of the row before.
        if (value !== before || code === undefined) code = known.get(value);
        if (code === undefined) {
          code = words.push(toCell(value)) - 1;
          known.set(value, code);
        }
        before = value;
        into[at] = code;
      }
    },
    whole: () => ({ codes: narrowed(codes.all.slice(), words.length), words }),
  };
}

/** Reads an answer in columns: numbers are copied as they are, and no row is made of them. */
export async function readColumns(connection: DuckDBConnection, sql: string): Promise<ColumnAnswer> {
  const result = await connection.stream(sql);
  const names = result.columnNames();
  const gatherers = names.map((_, at) => (result.columnTypeId(at) === DuckDBTypeId.UINTEGER ? secondGatherer() : cellGatherer()));
  let length = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    for (const [at, gatherer] of gatherers.entries()) gatherer.add(chunk.getColumnVector(at), chunk.rowCount);
    length += chunk.rowCount;
  }
  return new ColumnAnswer(new Map(gatherers.map((gatherer, at) => [names[at] ?? "", gatherer.whole()])), length);
}
