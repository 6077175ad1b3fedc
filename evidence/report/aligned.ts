import type { Answer } from "../record/answer";
import type { Cell } from "../record/question";

/** Paints for a terminal; each does nothing where there is no colour. */
export interface Paint {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
}

const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? "-"
    : typeof cell === "boolean"
      ? cell
        ? "yes"
        : "no"
      : String(cell).replaceAll(/\p{Cc}/gu, " ");

/** The longest a cell gets on a terminal. */
const WIDEST = 60;
const cut = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text);

/** Lines in columns that stand below each other: counts to the right, all else to the left. */
export function aligned(headings: readonly string[], rows: readonly (readonly (Cell | undefined)[])[], paint: Paint): string[] {
  const texts = rows.map((row) => row.map((cell) => cut(cellText(cell))));
  const widths = headings.map((heading, at) => Math.max(heading.length, ...texts.map((row) => row[at]?.length ?? 0)));
  const right = headings.map((_, at) => rows.length > 0 && rows.every((row) => typeof row[at] === "number" || row[at] === null));
  const line = (row: readonly string[]) =>
    row
      .map((text, at) => (right[at] === true ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join("  ")
      .trimEnd();
  return [paint.dim(line(headings)), ...texts.map(line)];
}

/** An answer as a table for a terminal, its first lines. */
export function answerText(
  columns: readonly { name: string; heading: string }[],
  rows: Answer,
  most: number,
  paint: Paint,
): string {
  if (rows.length === 0) return "nothing";
  const shown = rows.slice(0, most);
  const lines = aligned(
    columns.map(({ heading }) => heading),
    shown.map((row) => columns.map(({ name }) => row[name])),
    paint,
  );
  return [...lines, ...(rows.length > most ? [paint.dim(`and ${rows.length - most} more: --out FILE has them all`)] : [])].join(
    "\n",
  );
}
