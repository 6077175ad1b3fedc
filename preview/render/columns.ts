/** How wide a terminal is taken to be, in characters. */
export const WIDTH = 100;

const GAP = "  ";

/**
 * Rows of cells as aligned columns, each row as one line or more: where it is wider than `width`, its last cell goes on below
 * itself, broken after commas and colons. Cells are plain text: colour goes on whole lines.
 */
export function columns(rows: readonly (readonly string[])[], width = WIDTH): string[][] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [place, cell] of row.slice(0, -1).entries()) widths[place] = Math.max(widths[place] ?? 0, cell.length);
  }
  return rows.map((row) => {
    const head = row.slice(0, -1).map((cell, place) => cell.padEnd(widths[place] ?? 0) + GAP);
    const indent = head.join("").length;
    const [first = "", ...more] = broken(row.at(-1) ?? "", width - indent);
    return [`${head.join("")}${first}`.trimEnd(), ...more.map((line) => " ".repeat(indent) + line)];
  });
}

/** A text in lines that fit, broken after commas and colons; what has none stays whole. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const part of text.split(/(?<=[,:]) /)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + part.length <= width) lines[lines.length - 1] = `${last} ${part}`;
    else lines.push(part);
  }
  return lines;
}
