import { CLASSES, type Row } from "../record/question";
import { aligned, type Paint } from "./aligned";
import type { Report } from "./report";

/** Green is: compliant, on a system that still gets patches, and patched by nobody else. */
export function isGreen(row: Row): boolean {
  return row["class"] === "compliant" && row["ended"] !== true && row["patchesItself"] !== true;
}

const countBy = <T>(rows: readonly T[], key: (row: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
};

function groupLines(coverage: readonly Row[], paint: Paint): string[] {
  const groups = [...countBy(coverage, (row) => String(row["group"] ?? "-")).keys()].toSorted();
  const used = CLASSES.toReversed().filter((name) => coverage.some((row) => row["class"] === name));
  const rows = groups.map((group) => {
    const here = coverage.filter((row) => String(row["group"] ?? "-") === group);
    return [
      group,
      here.length,
      here.filter(isGreen).length,
      ...used.map((name) => here.filter((row) => row["class"] === name).length),
    ];
  });
  return aligned(["group", "servers", "green", ...used], rows, paint);
}

/** The most files that a summary names. */
const MOST_FILES = 5;

function damageLines({ unreadable }: Report, paint: Paint): string[] {
  if (unreadable.length === 0) return [];
  return [
    "",
    paint.yellow(
      `${unreadable.length} ${unreadable.length === 1 ? "file" : "files"} could not be read whole; their servers are unknown`,
    ),
    ...unreadable.slice(0, MOST_FILES).map(({ file, why }) => `  ${file}: ${why}`),
    ...(unreadable.length > MOST_FILES ? [`  and ${unreadable.length - MOST_FILES} more`] : []),
  ];
}

/** The state of a fleet in a few lines, for a terminal. */
export function summaryText(report: Report, paint: Paint): string {
  const rows = (name: string): readonly Row[] => [...(report.answers[name] ?? [])];
  const coverage = rows("coverage");
  const green = coverage.filter(isGreen).length;
  const flagged = [
    [coverage.filter((row) => row["ended"] === true).length, "on a system that has ended"],
    [coverage.filter((row) => row["patchesItself"] === true).length, "patch themselves"],
    [rows("pending-reboot").filter((row) => row["late"] === true).length, "wait for a restart for too long"],
    [rows("runs").filter((row) => row["outcome"] === "missing").length, "runs were expected and did not happen"],
  ] as const;
  const headline = `${green} of ${coverage.length} ${coverage.length === 1 ? "server is" : "servers are"} green`;
  return [
    `${paint.bold(green === coverage.length && green > 0 ? paint.green(headline) : headline)} ${paint.dim(`as of ${report.asOf}`)}`,
    "",
    ...groupLines(coverage, paint),
    ...(flagged.some(([count]) => count > 0) ? [""] : []),
    ...flagged.filter(([count]) => count > 0).map(([count, words]) => paint.red(`${count} ${words}`)),
    ...damageLines(report, paint),
  ].join("\n");
}
