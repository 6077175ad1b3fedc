/** A cell as the page has it. An instant is seconds since 1970. */
export type Cell = string | number | boolean | null;

/** A column of an answer, decoded where it is looked at. */
export interface Column {
  readonly name: string;
  readonly heading: string;
  readonly kind: "text" | "count" | "instant" | "day" | "yes-or-no";
  /** What its codes stand for; null when they are seconds themselves. */
  readonly words: readonly Cell[] | null;
  readonly codes: Uint8Array | Uint16Array | Uint32Array;
}

/** An answer. */
export interface Table {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** Everything that stands in the page. */
export interface Data {
  /** Seconds since 1970. */
  readonly asOf: number;
  readonly tables: ReadonlyMap<string, Table>;
}

const NO_INSTANT = 0xff_ff_ff_ff;

interface Packed {
  readonly asOf: string;
  readonly tables: Readonly<
    Record<
      string,
      { readonly rows: number; readonly columns: readonly (Omit<Column, "codes"> & { bytes: number; at: number })[] }
    >
  >;
}

async function inflated(base64: string): Promise<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

/** Reads what the page carries. */
export async function readData(): Promise<Data> {
  const buffer = await inflated(document.getElementById("data")?.textContent?.trim() ?? "");
  const length = new DataView(buffer).getUint32(0, true);
  const header: Packed = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)));
  const base = 4 + length + (-length & 3);
  const tables = new Map<string, Table>();
  for (const [name, { rows, columns }] of Object.entries(header.tables)) {
    const decoded = columns.map(({ bytes, at, ...column }): Column => {
      const Codes = bytes === 1 ? Uint8Array : bytes === 2 ? Uint16Array : Uint32Array;
      return { ...column, codes: new Codes(buffer, base + at, rows) };
    });
    tables.set(name, { name, rows, columns: decoded });
  }
  return { asOf: Date.parse(header.asOf) / 1000, tables };
}

/** A column of a table by its name. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}

/** What stands in a row of a column. */
export function cellOf(column: Column | undefined, row: number): Cell {
  const code = column?.codes[row];
  if (column === undefined || code === undefined) return null;
  if (column.words) return column.words[code] ?? null;
  return code === NO_INSTANT ? null : code;
}

/** A cell as people read it. */
export function textOf(column: Column, cell: Cell): string {
  // A group's count for several places expects servers without saying where.
  if (cell === null) return column.name === "account" || column.name === "region" ? "not said" : "";
  if (column.kind === "yes-or-no") return cell === true ? "yes" : "no";
  if (column.kind !== "instant" || typeof cell !== "number") return String(cell);
  return new Date(cell * 1000).toISOString().slice(0, 16).replace("T", " ");
}
