import { deflateRawSync } from "node:zlib";
import { bytesFor, narrowed, NO_INSTANT, type Answer, type CodedColumn } from "../../record/answer";
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

/** The rows of an answer as the page shows them: a class of coverage says whether its server is flagged. */
function shown(report: Report, name: string): Answer | undefined {
  const answer = report.answers[name];
  return name === "coverage" && answer ? [...answer].map((row) => ({ ...row, class: standingOf(row).name })) : answer;
}

/** A column's codes and words: as the engine gave them, or made of rows. */
function columnOf(answer: Answer, { name, kind }: Column): CodedColumn {
  const known = answer.columns?.get(name);
  if (known) return known;
  const rows = answer.slice();
  const instants = kind === "instant" ? seconds(rows, name) : null;
  if (instants) return { codes: instants, words: null };
  const { codes, words } = coded(rows, name);
  return { codes: narrowed(codes, words.length), words };
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
      const { codes, words } = columnOf(rows, column);
      return { ...column, bytes: words === null ? 4 : bytesFor(words.length), at: add(codes), words };
    });
    tables[name] = { asks, rows: rows.length, columns: made };
  }
  const header = Buffer.from(JSON.stringify({ asOf: report.asOf, tables }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(header.length);
  const all = Buffer.concat([size, header, new Uint8Array(-header.length & 3), ...chunks]);
  return deflateRawSync(all, { level: 4 }).toString("base64");
}
