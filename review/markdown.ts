import { grouped } from "../evidence/report/html/number";
import type { Packet } from "./packet";
import type { ReviewedServer } from "./reviewed-server";
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
  UNTOLD_TEXT,
  versionText,
} from "./words";

/** More servers than this are counted in a line of a pull request; the page has them all. */
const MOST_SERVERS = 3;
/** More lines than this nobody reads in a table of text. */
const MOST_LINES = 60;

/** A text as it may stand in a table of Markdown, whatever is in it. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|~&]/gu, (sign) => `\\${sign}`).replaceAll(/\s+/gu, " ");

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map((row) => line(row.map(plain)))].join("\n");
}

function serversText({ servers }: Update, all: readonly ReviewedServer[]): string {
  const named = servers.slice(0, MOST_SERVERS).flatMap((place) => all[place]?.server ?? []);
  const more = servers.length > named.length ? ` and ${grouped(servers.length - named.length)} more` : "";
  return `${grouped(servers.length)}: ${named.join(", ")}${more}`;
}

function updatesTable(updates: readonly Update[], servers: readonly ReviewedServer[]): string {
  return table(
    ["package", "version", "servers", "CVEs", "restart"],
    updates.map((update) => [
      `${update.id}${update.failed > 0 ? ` (failed on ${update.failed} before)` : ""}`,
      versionText(update),
      serversText(update, servers),
      cveText(update),
      update.restart === null ? "" : "yes",
    ]),
  );
}

function serversTable(
  { servers }: Packet,
  places: readonly number[],
  columns: Readonly<Record<string, (server: ReviewedServer) => string>>,
): string[] {
  const shown = places.slice(0, MOST_LINES).flatMap((place) => servers[place] ?? []);
  const rest = places.length > shown.length ? [`and ${grouped(places.length - shown.length)} more: the page has them all.`] : [];
  const rows = shown.map((server) => [
    serverName(server),
    placeName(server),
    ...Object.values(columns).map((cell) => cell(server)),
  ]);
  return [table(["server", "where", ...Object.keys(columns)], rows), ...rest];
}

function untold(packet: Packet): string[] {
  if (packet.untold.length === 0) return ["Every server of the group has a whole and fresh scan."];
  const columns = { class: (server: ReviewedServer) => server.class, why: ({ why }: ReviewedServer) => why ?? "" };
  return [UNTOLD_TEXT, ...serversTable(packet, packet.untold, columns)];
}

function ended(packet: Packet): string[] {
  if (packet.ended.length === 0) return [];
  const columns = {
    system: ({ system }: ReviewedServer) => system ?? "",
    "support ended": (server: ReviewedServer) => server.ended ?? "",
  };
  const heading = `## Servers whose system has ended: ${grouped(packet.ended.length)}`;
  return [heading, ENDED_TEXT, ...serversTable(packet, packet.ended, columns)];
}

function leftOut({ leftOut: updates, others, cve }: Packet): string[] {
  const rows = updates.map(({ update, why }) => [update.title ?? update.id, grouped(update.servers.length), why]);
  return [
    ...(rows.length > 0 ? [table(["missing, and not in the list", "servers", "why"], rows)] : []),
    ...(others > 0 ? [`${grouped(others)} other updates are missing and do not tell ${cve ?? ""}.`] : []),
  ];
}

function windowText({ at, ends, expires }: ReviewWindow): string {
  return `The draft asks for one window, ${at} to ${ends}, and expires at ${expires}.`;
}

/** The packet as Markdown, for the pull request that adds the draft. `window` is null where nothing is to be installed. */
export function packetMarkdown(packet: Packet, window: ReviewWindow | null): string {
  const warning = cveWarning(packet);
  const out = leftOut(packet);
  return [
    `# Review of ${plain(packet.group)}`,
    `As of ${packet.asOf}. ${headlineText(packet)} ${scansText(packet)}`,
    ...(window === null ? [] : [windowText(window)]),
    ...(warning === null ? [] : [`**${plain(warning)}**`]),
    `## Servers that nothing is known of: ${grouped(packet.untold.length)}`,
    ...untold(packet),
    ...ended(packet),
    ...bySeverity(packet.updates).flatMap(([severity, updates]) => [
      `## ${severity}: ${grouped(updates.length)}`,
      updatesTable(updates, packet.servers),
    ]),
    ...(packet.updates.length === 0 ? [] : ["## Restarts", restartText(packet.updates), SEVERITY_TEXT]),
    ...(out.length === 0 ? [] : ["## Left out", ...out]),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}
