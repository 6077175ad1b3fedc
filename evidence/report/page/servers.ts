import { cellOf, columnOf, type Cell, type Data, type Table } from "./data";

/** The columns that tell a server from all others. */
const KEY = ["account", "region", "server"] as const;

/** Which server a row of any table speaks of, as a row of `coverage`; -1 when that has none. */
export type ServerOfRow = (row: number) => number;

/** Codes of one table in the codes of another, by what they stand for. */
function translated(from: readonly Cell[], to: readonly Cell[]): Int32Array {
  const known = new Map(to.map((word, code) => [word, code]));
  return Int32Array.from(from, (word) => known.get(word) ?? -1);
}

/** Finds the servers of a table's rows, by numbers only: there may be millions of rows. */
export function serversOf(coverage: Table, table: Table): ServerOfRow {
  const own = KEY.map((name) => columnOf(coverage, name));
  const theirs = KEY.map((name) => columnOf(table, name));
  const sizes = own.map((column) => column?.words?.length ?? 0);
  const number = (codes: readonly number[]) =>
    codes.some((code) => code < 0)
      ? -1
      : ((codes[0] ?? 0) * (sizes[1] ?? 0) + (codes[1] ?? 0)) * (sizes[2] ?? 0) + (codes[2] ?? 0);
  const rows = new Map<number, number>();
  for (let row = 0; row < coverage.rows; row += 1) rows.set(number(own.map((column) => column?.codes[row] ?? -1)), row);
  const maps = theirs.map((column, at) => translated(column?.words ?? [], own[at]?.words ?? []));
  return (row) => rows.get(number(theirs.map((column, at) => maps[at]?.[column?.codes[row] ?? 0] ?? -1))) ?? -1;
}

/** The rows of a table that speak of the same server as a row of another. */
export function rowsOfServer(
  data: Data,
  name: string,
  table: Table,
  row: number,
): { readonly table: Table; readonly rows: number[] } | null {
  const other = data.tables.get(name);
  if (!other) return null;
  const wanted = KEY.map((key) => {
    const column = columnOf(other, key);
    return { codes: column?.codes, code: column?.words?.indexOf(cellOf(columnOf(table, key), row)) ?? -1 };
  });
  const rows: number[] = [];
  for (let at = 0; at < other.rows; at += 1) if (wanted.every(({ codes, code }) => codes?.[at] === code)) rows.push(at);
  return { table: other, rows };
}
