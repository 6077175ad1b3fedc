import type { Cell, Row } from "./question";

/** A column of an answer, each value once. */
export interface CodedColumn {
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
  /** What the codes stand for; null when they are seconds since 1970 themselves. */
  readonly words: readonly Cell[] | null;
}

/** What stands in a column of seconds where an instant is not known. */
export const NO_INSTANT = 0xff_ff_ff_ff;

/** How many bytes each of so many codes needs. */
export function bytesFor(codes: number): 1 | 2 | 4 {
  if (codes <= 0xff) return 1;
  return codes <= 0xff_ff ? 2 : 4;
}

/** The same codes in as few bytes as they need. */
export function narrowed(codes: Uint32Array, most: number): Uint8Array | Uint16Array | Uint32Array {
  const bytes = bytesFor(most);
  if (bytes === 1) return Uint8Array.from(codes);
  return bytes === 2 ? Uint16Array.from(codes) : codes;
}

/** The rows of an answer. Of an engine that gives columns they are made only when they are looked at: there may be millions. */
export interface Answer extends Iterable<Row> {
  readonly length: number;
  slice(from?: number, to?: number): Row[];
  /** The columns by name, where the engine gives columns. */
  readonly columns?: ReadonlyMap<string, CodedColumn>;
}

function cellOf({ codes, words }: CodedColumn, at: number): Cell {
  const code = codes[at] ?? NO_INSTANT;
  if (words) return words[code] ?? null;
  return code === NO_INSTANT ? null : new Date(code * 1000).toISOString().replace(".000Z", "Z");
}

/** An answer that came in columns. */
export class ColumnAnswer implements Answer {
  readonly length: number;
  readonly columns: ReadonlyMap<string, CodedColumn>;

  constructor(columns: ReadonlyMap<string, CodedColumn>, length: number) {
    this.columns = columns;
    this.length = length;
  }

  #row(at: number): Row {
    const row: Record<string, Cell> = {};
    for (const [name, column] of this.columns) row[name] = cellOf(column, at);
    return row;
  }

  slice(from = 0, to = this.length): Row[] {
    const rows: Row[] = [];
    for (let at = from; at < Math.min(to, this.length); at += 1) rows.push(this.#row(at));
    return rows;
  }

  *[Symbol.iterator](): Iterator<Row> {
    for (let at = 0; at < this.length; at += 1) yield this.#row(at);
  }
}
