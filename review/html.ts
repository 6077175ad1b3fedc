import { createHash } from "node:crypto";
import { escaped } from "../evidence/report/html/escape";
import { counted, grouped } from "../evidence/report/html/number";
import { severityMark, type Severity } from "../evidence/report/html/severity";
import { SIGNS, signOf } from "../evidence/report/html/signs";
import { STYLE } from "../evidence/report/html/style";
import { serverSets, type ServerSets } from "./html-sets";
import type { Packet } from "./packet";
import type { Update } from "./update";
import type { ReviewWindow } from "./window";
import {
  bySeverity,
  cveText,
  cveWarning,
  ENDED_TEXT,
  headlineText,
  placeName,
  restartText,
  scansText,
  serverName,
  SEVERITY_TEXT,
  toldOf,
  UNTOLD_TEXT,
  versionText,
} from "./words";

type CellOf<T> = (row: T) => string;

/** A table whose cells are HTML already. */
export function tableHtml<T>(
  caption: string,
  columns: readonly (readonly [head: string, cell: CellOf<T>])[],
  rows: readonly T[],
): string {
  const head = columns.map(([name]) => `<th scope="col">${escaped(name)}</th>`).join("");
  const body = rows.map((row) => {
    const [first = "", ...rest] = columns.map(([, cell]) => cell(row));
    return `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td class="text">${cell}</td>`).join("")}</tr>`;
  });
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table>
<caption class="heard">${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody></table></div>`;
}

const section = (id: string, heading: string, body: string): string =>
  `<section id="${id}" aria-labelledby="${id}-heading"><h2 id="${id}-heading">${heading}</h2>\n${body}</section>`;

const sign = (name: string): string => signOf(name.replaceAll(" ", "-"));

function untoldSection({ servers, untold }: Packet): string {
  const heading = `Servers that nothing is known of: ${grouped(untold.length)}`;
  if (untold.length === 0)
    return section("untold", heading, '<p class="none">Every server of the group has a whole and fresh scan.</p>');
  const rows = untold.flatMap((place) => servers[place] ?? []);
  const body = tableHtml(
    heading,
    [
      ["server", (server) => escaped(serverName(server))],
      ["where", (server) => escaped(placeName(server))],
      ["class", (server) => `${sign(server.class)}${escaped(server.class)}`],
      ["why", (server) => escaped(server.why ?? "")],
    ],
    rows,
  );
  return section("untold", heading, `<p class="asks">${escaped(UNTOLD_TEXT)}</p>\n${body}`);
}

function endedSection({ servers, ended }: Packet): string {
  if (ended.length === 0) return "";
  const heading = `Servers whose system has ended: ${grouped(ended.length)}`;
  const body = tableHtml(
    heading,
    [
      ["server", (server) => escaped(serverName(server))],
      ["where", (server) => escaped(placeName(server))],
      ["system", (server) => escaped(server.system ?? "")],
      ["support ended", (server) => escaped(server.ended ?? "")],
    ],
    ended.flatMap((place) => servers[place] ?? []),
  );
  return section("ended", heading, `<p class="asks">${escaped(ENDED_TEXT)}</p>\n${body}`);
}

function severitySection(severity: Severity, updates: readonly Update[], sets: ServerSets): string {
  const id = severityMark(severity);
  const body = tableHtml<Update>(
    severity,
    [
      [
        "package",
        (update) => `${escaped(update.id)}${update.failed > 0 ? ` <small>failed on ${update.failed} before</small>` : ""}`,
      ],
      ["version", (update) => escaped(versionText(update)).replace(" → ", "<br>→ ")],
      ["systems", (update) => escaped(update.systems.join(", "))],
      ["servers", (update) => sets.link(update.servers)],
      ["CVEs", (update) => escaped(cveText(update))],
      ["restart", (update) => (update.restart === null ? "" : "yes")],
    ],
    updates,
  );
  return section(id, `${severity} <span class="none">${grouped(updates.length)}</span>`, body);
}

function leftOutSection({ leftOut, others, cve }: Packet, sets: ServerSets): string {
  if (leftOut.length === 0 && others === 0) return "";
  const rest =
    others > 0 ? `<p class="note">${grouped(others)} other updates are missing and do not tell ${escaped(cve ?? "")}.</p>` : "";
  const body = tableHtml(
    "Missing, and not in the list",
    [
      ["package", ({ update }) => escaped(update.title ?? update.id)],
      ["servers", ({ update }) => sets.link(update.servers)],
      ["why", ({ why }) => escaped(why)],
    ],
    leftOut,
  );
  return section("left-out", "Missing, and not in the list", `${leftOut.length > 0 ? body : ""}${rest}`);
}

function everySection({ servers, updates }: Packet): string {
  const lacked = new Map<number, number>();
  for (const update of updates) for (const place of update.servers) lacked.set(place, (lacked.get(place) ?? 0) + 1);
  const rows = servers.map((server, place) => ({ server, updates: lacked.get(place) ?? 0 }));
  const body = tableHtml(
    "Every server of the group",
    [
      ["server", ({ server }) => escaped(serverName(server))],
      ["where", ({ server }) => escaped(placeName(server))],
      ["system", ({ server }) => escaped(server.system ?? "")],
      ["class", ({ server }) => `${sign(server.class)}${escaped(server.class)}`],
      ["last scan", ({ server }) => escaped((server.lastScan ?? "").slice(0, 16).replace("T", " "))],
      ["updates", ({ updates: count }) => grouped(count)],
    ],
    rows,
  );
  return section("servers", "Every server of the group", body);
}

function headline(packet: Packet, window: ReviewWindow | null): string {
  const warning = cveWarning(packet);
  const asked =
    window === null
      ? ""
      : `<p class="says">The draft asks for one window, ${window.at} to ${window.ends}, and expires at ${window.expires}.</p>`;
  return `<section id="summary" aria-labelledby="summary-heading"><h2 id="summary-heading" class="heard">Summary</h2>
<div class="verdict"><div><p class="number">${grouped(packet.updates.length)} <small>${packet.updates.length === 1 ? "update" : "updates"}</small></p></div>
<div><p class="says">${escaped(headlineText(packet))} ${escaped(scansText(packet))} ${grouped(toldOf(packet))} of ${counted(packet.servers.length, "server")} have a whole and fresh scan.</p>
${asked}
${packet.updates.length === 0 ? "" : `<p class="says">${escaped(restartText(packet.updates).replaceAll("`", ""))}</p>`}
${warning === null ? "" : `<p class="warn">${escaped(warning)}</p>`}</div></div></section>`;
}

/** Nothing may be loaded, sent or run but what stands in the page. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; base-uri 'none'; form-action 'none'`;

/** The packet as one file of HTML that needs nothing else and asks nobody: to look at, to print, to keep. */
export function packetHtml(packet: Packet, window: ReviewWindow | null): string {
  const sets = serverSets(packet.servers);
  const title = `Review of ${packet.group}`;
  const severities = bySeverity(packet.updates).map(([severity, updates]) => severitySection(severity, updates, sets));
  const left = leftOutSection(packet, sets);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}, ${packet.asOf.slice(0, 10)}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#summary">Skip to the summary</a>
${SIGNS}
<header class="top"><div class="wide"><h1>${escaped(title)}</h1>
<p class="when">As of <time datetime="${packet.asOf}">${packet.asOf.slice(0, 16).replace("T", " ")} UTC</time></p></div></header>
<main class="wide">
${headline(packet, window)}
${untoldSection(packet)}
${endedSection(packet)}
${severities.join("\n")}
${packet.updates.length === 0 ? "" : `<p class="note">${escaped(SEVERITY_TEXT)}</p>`}
${left}
${sets.section()}
${everySection(packet)}
</main>
<footer class="wide"><p>Made by fleet review from the evidence alone: the same evidence gives the same page. All times are UTC.</p></footer>
</body>
</html>
`;
}
