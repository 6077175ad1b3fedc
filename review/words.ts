import { counted, grouped } from "../evidence/report/html/number";
import { SEVERITIES, type Severity } from "../evidence/report/html/severity";
import type { Packet } from "./packet";
import { isTold, type ReviewedServer } from "./reviewed-server";
import type { Update } from "./update";

/** How a server is called: its id, with its own name where it tells one. */
export const serverName = ({ server, name }: ReviewedServer): string =>
  name === null || name === server ? server : `${server} (${name})`;

/** Where a server is. */
export const placeName = ({ account, accountId, region }: ReviewedServer): string =>
  account === accountId ? `${accountId} ${region}` : `${account} (${accountId}) ${region}`;

/** A version's way: from those that are there to the one that comes. */
export function versionText({ from, version }: Update): string {
  if (version === null) return "";
  const most = 2;
  const had = from.length > most ? `${from.slice(0, most).join(", ")} and ${from.length - most} more` : from.join(", ");
  return had === "" ? `not told → ${version}` : `${had} → ${version}`;
}

/** What stands where a vendor gives no CVE ids. */
export const NO_CVES = "not provided by the vendor";

/** The CVE ids of an update, or that there are none. */
export const cveText = ({ cves }: Update): string => (cves.length === 0 ? NO_CVES : cves.join(", "));

/** The updates of each severity that has any, the most severe first. */
export function bySeverity(updates: readonly Update[]): (readonly [Severity, readonly Update[]])[] {
  return SEVERITIES.map((severity) => [severity, updates.filter((update) => update.severity === severity)] as const).filter(
    ([, found]) => found.length > 0,
  );
}

/** How many servers lack at least one of some updates. */
export const serversOf = (updates: readonly Update[]): number => new Set(updates.flatMap(({ servers }) => servers)).size;

/** The servers of a packet of which enough is told, as far as its updates go. */
export const toldOf = ({ servers }: Packet): number => servers.filter(isTold).length;

/** The whole packet in a sentence. */
export function headlineText(packet: Packet): string {
  const { updates, cve } = packet;
  const what = cve === null ? "" : ` that ${updates.length < 2 ? "mends" : "mend"} ${cve}`;
  if (updates.length === 0)
    return `No update${what} is missing on the ${grouped(toldOf(packet))} servers whose scan is whole and fresh.`;
  return `${counted(updates.length, "update")}${what} for ${grouped(serversOf(updates))} of ${counted(packet.servers.length, "server")}.`;
}

/** How old the scans are, as a sentence. */
export function scansText({ scans }: Packet): string {
  if (scans === null) return "When they were scanned is not told.";
  return `Scanned from ${scans.first} to ${scans.last}.`;
}

/** What is said of servers that nothing fresh and whole is told of. */
export const UNTOLD_TEXT =
  "What these servers lack is not known, so nothing in this packet was made from them. An approved list installs on them too, as far as they have its packages in an older version.";

/** What is said of servers whose system has ended. */
export const ENDED_TEXT =
  "Their vendors' support has ended. Without extended support nobody makes updates for them any more: such a server's scan is green because there is nothing to find, and no list mends what became known since. Move them to a system with support.";

/** What an answer about a CVE may lack; null when nothing was asked about one, or every vendor gives them. */
export function cveWarning({ cve, withoutCves }: Packet): string | null {
  if (cve === null || withoutCves.length === 0) return null;
  return `The vendors of ${withoutCves.join(", ")} give no CVE ids with their updates: what mends ${cve} there cannot be told from the evidence, and is not in this list. Read the vendor's own notice, or review without --cve.`;
}

/** Where the words for severity come from. */
export const SEVERITY_TEXT =
  "Severity is the vendor's; where the vendor gives none (Ubuntu and Debian), it is the level that the group's baseline gives.";

/** By which lists a restart is to be expected, each once; empty where none is. */
export const restartLists = (updates: readonly Update[]): string[] =>
  [...new Set(updates.flatMap(({ restart }) => restart ?? []))].toSorted();

/** What follows an install with the group's reboot option. */
export function restartText(updates: readonly Update[]): string {
  const after = updates.filter(({ restart }) => restart !== null);
  const debt =
    "This group's option is NoReboot: nothing restarts in the window, and a server that has to stays pending reboot until a restart is approved (`reboot: true`) or its standing restart window.";
  if (after.length === 0) return `No update here is on a list of those that need a restart. ${debt}`;
  return `A restart is to be expected on ${counted(serversOf(after), "server")} after ${counted(after.length, "update")}, by ${restartLists(after).join("; and by ")}. ${debt}`;
}
