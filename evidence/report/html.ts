import { createHash } from "node:crypto";
import type { Answer } from "../record/answer";
import type { Row } from "../record/question";
import { agesFigure } from "./html/ages";
import { escaped } from "./html/escape";
import { headline } from "./html/headline";
import { heatTable } from "./html/heat";
import { counted, grouped } from "./html/number";
import { packed } from "./html/pack";
import { pageScript } from "./html/script";
import { section } from "./html/section";
import { SIGNS } from "./html/signs";
import { STYLE } from "./html/style";
import { timelineFigure } from "./html/timeline";
import { trendFigure } from "./html/trend";
import { unreadableSection } from "./html/unreadable";
import type { Report } from "./report";

/** The sections that are answers, in the order in which an auditor asks: question, a word for it, its heading. */
const SECTIONS = [
  ["missing", "Missing", "Missing"],
  ["failed", "Failed", "Failed"],
  ["pending-reboot", "Restarts", "Waiting for a restart"],
  ["runs", "Runs", "Runs"],
  ["changes", "Changes", "Changes"],
  ["packages", "Packages", "Packages"],
  ["drift", "Drift", "Drift between rings"],
  ["ended", "Ended", "Ended systems"],
  ["coverage", "Servers", "Every server"],
  ["trend", "Days", "Classes by day"],
] as const;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** Nothing may be loaded, sent or run but what stands in the page. */
function policy(script: string): string {
  return `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(STYLE)}; base-uri 'none'; form-action 'none'`;
}

function contents(report: Report): string {
  const has = (name: string) => (report.answers[name]?.length ?? 0) > 0;
  const entries: (readonly [id: string, text: string, count: number | null])[] = [
    ["summary", "Summary", null],
    ["matrix", "Matrix", null],
    ...SECTIONS.filter(([name]) => has(name) && name !== "trend").map(
      ([name, word]) => [name, word, report.answers[name]?.length ?? 0] as const,
    ),
    ["unreadable", "Unreadable", report.unreadable.length],
  ];
  const links = entries.map(([id, text, count]) => {
    const number = count === null ? "" : `<span class="count">${grouped(count)}</span>`;
    return `<li><a href="#${id}">${text}${number}</a></li>`;
  });
  return `<nav class="contents" aria-label="Contents"><div class="wide"><ul>${links.join("")}</ul></div></nav>`;
}

/** How many there are, of those that are said: a server that is expected somewhere is in none of them. */
const differing = (rows: readonly Row[], column: string): number =>
  new Set(rows.map((row) => row[column] ?? null).filter((cell) => cell !== null)).size;

function top({ asOf, fleet, narrowed = [] }: Report, coverage: readonly Row[]): string {
  const accounts = differing(coverage, "account");
  const regions = differing(coverage, "region");
  const expected = fleet === null ? "servers found in the data; no fleet file said what is expected" : `expected by ${fleet}`;
  return `<header class="top"><div class="wide"><h1>Patch evidence</h1>
<p class="when">As of <time datetime="${escaped(asOf)}">${escaped(asOf.slice(0, 16).replace("T", " "))} UTC</time> · ${counted(coverage.length, "server")} in ${counted(accounts, "account")} and ${counted(regions, "region")}, ${escaped(expected)}</p>
${narrowed.map((line) => `<p class="when">${escaped(line)}</p>`).join("\n")}</div></header>`;
}

function* oneAfterTheOther(answers: readonly Answer[]): Iterable<Row> {
  for (const answer of answers) yield* answer;
}

function matrix(coverage: readonly Row[], missing: Answer, failed: Answer): string {
  const body =
    missing.length + failed.length === 0
      ? '<p class="none">Nothing is missing and nothing failed on any server that could be read.</p>'
      : `${heatTable(coverage, oneAfterTheOther([missing, failed]))}
<p class="drilled" role="status"></p>
<div class="grid-scroll" tabindex="0" role="region" aria-label="Servers and what they lack" hidden></div>
<ul class="keys"><li>● missing</li><li>✕ failed</li><li>colour: severity</li><li>a server opens all that is known of it, a patch the servers that lack it</li></ul>`;
  return `<section id="matrix" aria-labelledby="matrix-heading"><h2 id="matrix-heading" tabindex="-1">Servers and packages</h2>
<p class="asks">Who lacks what? Press a number to see the servers and patches behind it.</p>
${body}</section>`;
}

/** The report as one file of HTML that needs nothing else and asks nobody: to look at, to print, to keep. */
export async function renderHtml(report: Report): Promise<string> {
  const answer = (name: string): Answer => report.answers[name] ?? [];
  const coverage = [...answer("coverage")];
  const [trend, ages, timeline] = await Promise.all([
    trendFigure([...answer("trend")]),
    agesFigure(answer("missing")),
    timelineFigure([...answer("runs")]),
  ]);
  const script = pageScript();
  const sections = SECTIONS.filter(([name]) => report.answers[name] !== undefined).map(([name, , heading]) =>
    section(name, heading, answer(name), name === "runs" ? timeline : ""),
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Patch evidence, ${escaped(report.asOf.slice(0, 10))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
${SIGNS}
${top(report, coverage)}
${contents(report)}
<main class="wide">
<p id="notice" class="notice" hidden>This browser cannot open the data of this page, so tables show only their first rows. A current Chrome, Edge, Firefox or Safari can.</p>
${headline(coverage, report.unreadable.length)}
<section aria-label="Trend and age"><div class="pair">
${trend}
${ages}
</div></section>
${matrix(coverage, answer("missing"), answer("failed"))}
${sections.join("\n")}
${unreadableSection(report.unreadable)}
</main>
<footer class="wide"><p>A server is in exactly one class, by the first that holds: unknown when its evidence is damaged or contradictory, unmanaged, never scanned, stale, failed, pending reboot, not compliant, unknown when something needed is missing, compliant. Green is only what is compliant, on a system that its vendor still patches, and does not patch itself. All times are UTC.</p></footer>
<script type="text/plain" id="data">${packed(report)}</script>
<script>${script}</script>
</body>
</html>
`;
}
