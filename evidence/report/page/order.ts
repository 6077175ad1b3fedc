import { cellOf, type Cell, type Column, type Table } from "./data";

/** Which way a column is sorted. */
export type Direction = "ascending" | "descending";

/** The words of vendors for how severe an update is, the worst first, so that a severity sorts by what it means. */
const SEVERITIES = ["critical", "high", "important", "medium", "moderate", "low", "informational", "unspecified"];

const collator = new Intl.Collator("en", { numeric: true });

function compared(a: Cell, b: Cell): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

function severity(cell: Cell): number {
  const rank = SEVERITIES.indexOf(String(cell).toLowerCase());
  return rank === -1 ? SEVERITIES.length : rank;
}

/** The place of each code among all, so that rows are compared by numbers only. What is empty comes last, whichever way. */
function ranks(column: Column, words: readonly Cell[], direction: Direction): Uint32Array {
  const sense = direction === "ascending" ? 1 : -1;
  const bySeverity = (a: Cell, b: Cell) => severity(a) - severity(b) || compared(a, b);
  const compare = column.name === "severity" ? bySeverity : compared;
  const order = words
    .map((word, code) => ({ word, code }))
    .toSorted((a, b) => Number(a.word === null) - Number(b.word === null) || sense * compare(a.word, b.word));
  const found = new Uint32Array(words.length);
  for (const [rank, { code }] of order.entries()) found[code] = rank;
  return found;
}

/** Sorts rows by a column and keeps the order of those that are alike. */
export function sorted(rows: Uint32Array, column: Column, direction: Direction): Uint32Array {
  const { codes, words } = column;
  if (words) {
    const rank = ranks(column, words, direction);
    return rows.toSorted((a, b) => (rank[codes[a] ?? 0] ?? 0) - (rank[codes[b] ?? 0] ?? 0) || a - b);
  }
  const sense = direction === "ascending" ? 1 : -1;
  const at = (row: number) => cellOf(column, row);
  return rows.toSorted((a, b) => {
    const [left, right] = [at(a), at(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
    return sense * (Number(left) - Number(right)) || a - b;
  });
}

/** What rows are wanted: a text that some cell contains, and for columns the one value that they must have. */
export interface Filter {
  readonly text: string;
  readonly values: ReadonlyMap<string, Cell>;
}

/** The rows of a table that a filter lets through, in the table's order. */
export function filtered(table: Table, filter: Filter): Uint32Array {
  const wanted = filter.text.trim().toLowerCase();
  const exact = table.columns.flatMap((column) => {
    if (!filter.values.has(column.name) || !column.words) return [];
    return [{ codes: column.codes, code: column.words.indexOf(filter.values.get(column.name) ?? null) }];
  });
  const texts = table.columns.flatMap(({ codes, words }) => {
    if (wanted === "" || !words) return [];
    const has = words.map((word) => typeof word !== "boolean" && word !== null && String(word).toLowerCase().includes(wanted));
    return has.includes(true) ? [{ codes, has }] : [];
  });
  const found = new Uint32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row += 1) {
    if (!exact.every(({ codes, code }) => codes[row] === code)) continue;
    if (wanted !== "" && !texts.some(({ codes, has }) => has[codes[row] ?? 0] === true)) continue;
    found[count] = row;
    count += 1;
  }
  return found.subarray(0, count);
}
