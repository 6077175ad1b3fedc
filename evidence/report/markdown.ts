import type { Answer } from "../record/answer";
import { CLASSES, QUESTIONS, type Cell, type Question, type Row } from "../record/question";
import type { Report } from "./report";

/** More rows than this nobody reads in a table of text; the count stays whole. */
const MOST = 100;

/** A cell as it may stand in a table of Markdown, whatever is in it. */
function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return String(cell)
    .replaceAll(/[\\`*_{}[\]<>#|~&]/gu, (sign) => `\\${sign}`)
    .replaceAll(/\s+/gu, " ");
}

function table(
  heads: readonly string[],
  rows: readonly (readonly (Cell | undefined)[])[],
  right: readonly boolean[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(heads),
    line(heads.map((_, at) => (right[at] ? "--:" : "---"))),
    ...rows.map((row) => line(row.map(cellText))),
  ].join("\n");
}

function answer({ name, asks, columns }: Question, rows: Answer): string {
  const head = `## ${name}\n\n${asks}`;
  if (rows.length === 0) return `${head}\n\nNothing.`;
  const shown = rows.slice(0, MOST).map((row) => columns.map((column) => row[column.name]));
  const body = table(
    columns.map(({ heading }) => heading),
    shown,
    columns.map(({ kind }) => kind === "count"),
  );
  const rest =
    rows.length > MOST
      ? `\n\nThe first ${MOST} of ${rows.length} rows; \`fleet report --question ${name} --format csv\` writes all.`
      : "";
  return `${head}\n\n${body}${rest}`;
}

/** Servers by class, and how many of the compliant ones may be called green. */
function summary(coverage: readonly Row[]): string {
  const isGreen = (row: Row) => row["class"] === "compliant" && row["ended"] === false && row["patchesItself"] === false;
  const green = coverage.filter(isGreen).length;
  const counts = CLASSES.map((name) => [name, coverage.filter((row) => row["class"] === name).length] as const);
  const says = `${green} of ${coverage.length} servers are compliant, on a system that is still patched, and do not patch themselves.`;
  return `${says}\n\n${table(["class", "servers"], counts.toReversed(), [false, true])}`;
}

/** The report as Markdown, for a pull request or a wiki. */
export function renderMarkdown(report: Report): string {
  const expected = report.fleet === null ? "the servers in the data" : report.fleet;
  const answers = QUESTIONS.flatMap((question) => {
    const rows = report.answers[question.name];
    return rows === undefined ? [] : [answer(question, rows)];
  });
  const files = report.unreadable.slice(0, MOST).map(({ file, lines, why }) => [file, lines === 0 ? null : lines, why]);
  const more = report.unreadable.length > MOST ? `\n\nThe first ${MOST} of ${report.unreadable.length} files.` : "";
  const unreadable =
    files.length === 0
      ? "Everything that was found could be read."
      : `${table(["file", "lines", "why"], files, [false, true])}${more}`;
  return [
    "# Patch evidence",
    `As of ${report.asOf}. Expected: ${cellText(expected)}.`,
    ...(report.narrowed ?? []).map(cellText),
    ...(report.answers["coverage"] ? [summary([...report.answers["coverage"]])] : []),
    ...answers,
    `## What could not be read\n\n${unreadable}`,
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}
