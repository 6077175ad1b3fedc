import { rmSync, writeFileSync } from "node:fs";
import { openDatabase } from "../engine/database";
import { QUESTIONS, type Cell, type ColumnKind, type Row } from "../record/question";
import { quoted } from "../sql/dialect";

const TYPES: Readonly<Record<ColumnKind, string>> = {
  text: "VARCHAR",
  count: "BIGINT",
  instant: "VARCHAR",
  day: "VARCHAR",
  "yes-or-no": "BOOLEAN",
};

/** A cell between commas, as DuckDB writes it too. */
function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  const text = String(cell);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV with a heading, by RFC 4180. */
export function csvText(columns: readonly string[], rows: readonly Row[]): string {
  return [columns.join(","), ...rows.map((row) => columns.map((column) => csvCell(row[column])).join(","))].join("\n") + "\n";
}

async function writeParquet(question: string, rows: readonly Row[], file: string): Promise<void> {
  const columns = QUESTIONS.find(({ name }) => name === question)?.columns ?? [];
  const database = await openDatabase();
  const lines = `${file}.json`;
  try {
    writeFileSync(lines, rows.map((row) => JSON.stringify(row)).join("\n"));
    const typed = columns.map(({ name, kind }) => `${quoted(name)}: ${quoted(TYPES[kind])}`).join(", ");
    await database.run(
      `COPY (SELECT * FROM read_json(${quoted(lines)}, format = 'newline_delimited', columns = {${typed}})) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`,
    );
  } finally {
    database.close();
    rmSync(lines, { force: true });
  }
}

/** Writes rows that came through this process, for engines that cannot write a file themselves. */
export async function writeRows(
  question: string,
  rows: readonly Row[],
  file: string,
  form: "csv" | "json" | "parquet",
): Promise<void> {
  const columns = (QUESTIONS.find(({ name }) => name === question)?.columns ?? []).map(({ name }) => name);
  if (form === "parquet") return writeParquet(question, rows, file);
  writeFileSync(
    file,
    form === "csv" ? csvText(columns, rows) : `[\n${rows.map((row) => `\t${JSON.stringify(row)}`).join(",\n")}\n]\n`,
  );
}
