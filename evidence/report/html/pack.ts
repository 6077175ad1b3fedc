import { deflateRawSync } from "node:zlib";
import { QUESTIONS, type Cell, type Column, type Row } from "../../record/question";
import type { Report } from "../report";
import { standingOf } from "./standing";

/** How the page finds a column: codes of so many bytes from a place on, with what they stand for. */
interface PackedColumn extends Column {
  readonly bytes: 1 | 2 | 4;
  readonly at: number;
  /** What the codes stand for; null when they are seconds since 1970 themselves. */
  readonly words: readonly Cell[] | null;
}

interface PackedTable {
  readonly asks: string;
  readonly rows: number;
  readonly columns: readonly PackedColumn[];
}

/** What seconds are written for an instant that is not known. */
const NO_INSTANT = 0xff_ff_ff_ff;

function seconds(rows: readonly Row[], name: string): Uint32Array | null {
  const codes = new Uint32Array(rows.length);
  for (const [at, row] of rows.entries()) {
    const cell = row[name] ?? null;
    const millis = cell === null ? null : Date.parse(String(cell));
    if (millis !== null && !(millis >= 0 && millis < NO_INSTANT * 1000)) return null;
    codes[at] = millis === null ? NO_INSTANT : Math.floor(millis / 1000);
  }
  return codes;
}

function coded(rows: readonly Row[], name: string): { readonly codes: Uint32Array; readonly words: Cell[] } {
  const known = new Map<Cell, number>();
  const codes = new Uint32Array(rows.length);
  let before: Cell | undefined;
  let code: number | undefined;
  for (const [at, row] of rows.entries()) {
    const cell = row[name] ?? null;
    // Rows come in the order of servers: most cells are those of the row before.
    if (cell !== before || code === undefined) code = known.get(cell);
    if (code === undefined) {
      code = known.size;
      known.set(cell, code);
    }
    before = cell;
    codes[at] = code;
  }
  return { codes, words: [...known.keys()] };
}

/** How many bytes each of so many codes needs. */
function bytesFor(codes: number): 1 | 2 | 4 {
  if (codes <= 0xff) return 1;
  return codes <= 0xff_ff ? 2 : 4;
}

/** The same codes in as few bytes as they need. */
function narrowed(codes: Uint32Array, most: number): Uint8Array | Uint16Array | Uint32Array {
  const bytes = bytesFor(most);
  if (bytes === 1) return Uint8Array.from(codes);
  return bytes === 2 ? Uint16Array.from(codes) : codes;
}

/** The rows of an answer as the page shows them: a class of coverage says whether its server is flagged. */
function shown(report: Report, name: string): readonly Row[] | undefined {
  const rows = report.answers[name];
  return name === "coverage" ? rows?.map((row) => ({ ...row, class: standingOf(row).name })) : rows;
}

/**
 * The answers of a report in columns, each value once, deflated and in base64: a report of millions of cells stays a file that
 * a browser opens. First the length of the header, then the header as JSON, then the columns, each from a multiple of four on.
 */
export function packed(report: Report): string {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const tables: Record<string, PackedTable> = {};
  const add = (codes: Uint8Array | Uint16Array | Uint32Array): number => {
    const at = length;
    chunks.push(new Uint8Array(codes.buffer, codes.byteOffset, codes.byteLength), new Uint8Array(-codes.byteLength & 3));
    length += codes.byteLength + (-codes.byteLength & 3);
    return at;
  };
  for (const { name, asks, columns } of QUESTIONS) {
    const rows = shown(report, name);
    if (rows === undefined) continue;
    const made = columns.map((column): PackedColumn => {
      const instants = column.kind === "instant" ? seconds(rows, column.name) : null;
      if (instants) return { ...column, bytes: 4, at: add(instants), words: null };
      const { codes, words } = coded(rows, column.name);
      const narrow = narrowed(codes, words.length);
      return { ...column, bytes: bytesFor(words.length), at: add(narrow), words };
    });
    tables[name] = { asks, rows: rows.length, columns: made };
  }
  const header = Buffer.from(JSON.stringify({ asOf: report.asOf, tables }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  const all = Buffer.concat([size, header, new Uint8Array(-header.length & 3), ...chunks]);
  return deflateRawSync(all, { level: 4 }).toString("base64");
}
