import type { Row } from "../evidence/record/question";
import type { Patch } from "../fleet/manifest";
import type { RejectionPlan } from "../fleet/plan/group";
import type { System } from "../fleet/systems";
import { whyUnnamed } from "./exact";
import { rejectedBy } from "./rejected";
import { isTold, reviewedServer, serverKey, type ReviewedServer } from "./reviewed-server";
import { updatesOf, type Update } from "./update";

/** An update that is missing and not in the list, and why. */
export interface LeftOut {
  readonly update: Update;
  readonly why: string;
}

/** What a reviewer sees: who is spoken for, what would be installed, and what would not. */
export interface Packet {
  readonly group: string;
  readonly asOf: string;
  /** The CVE that it is about; null when it is about all that is missing. */
  readonly cve: string | null;
  /** Every server of the group, sorted by account, region and id. */
  readonly servers: readonly ReviewedServer[];
  /** Places in `servers` of those of which nothing fresh and whole is told. */
  readonly untold: readonly number[];
  /** Places in `servers` of those whose system has ended: a green scan of them says nothing. */
  readonly ended: readonly number[];
  /** When the first and the last of the scans ended that this is made of; null when none tells. */
  readonly scans: { readonly first: string; readonly last: string } | null;
  /** What would be installed, the most severe first. */
  readonly updates: readonly Update[];
  readonly leftOut: readonly LeftOut[];
  /** With a CVE: how many other updates are missing too. */
  readonly others: number;
  /** Systems that lack something of which the vendor gives no CVE: their part of an answer about a CVE may be lacking. */
  readonly withoutCves: readonly string[];
}

/** What a packet is made of. */
export interface PacketFacts {
  readonly group: string;
  readonly asOf: string;
  readonly cve: string | null;
  /** The answers to `review-servers` and `review`. */
  readonly servers: readonly Row[];
  readonly lacking: readonly Row[];
  readonly rejections: readonly RejectionPlan[];
  /** The systems that the group has baselines for. */
  readonly systems: readonly System[];
  /** Each account's name by its number. */
  readonly names: ReadonlyMap<string, string>;
}

/** An update as a list for Patch Manager names it; an article has no title. */
export function patchOf({ id, title }: Update): Patch {
  return title === null ? { id } : { id, title };
}

function whyNot(update: Update, { rejections, systems }: PacketFacts): string | null {
  const named = patchOf(update);
  const rejection = rejectedBy(named, rejections);
  if (rejection !== null)
    return `rejected by baseline ${rejection.baseline} (${rejection.patch}, ${rejection.owner} until ${rejection.until}: ${rejection.why})`;
  return whyUnnamed(named, systems);
}

function order(one: ReviewedServer, other: ReviewedServer): number {
  const [left, right] = [one, other].map(({ account, region, server }) => `${account}\n${region}\n${server}`);
  return (left ?? "") < (right ?? "") ? -1 : Number(left !== right);
}

function scansOf(servers: readonly ReviewedServer[]): Packet["scans"] {
  const ends = servers
    .filter(isTold)
    .flatMap(({ lastScan }) => lastScan ?? [])
    .toSorted();
  const [first, last] = [ends[0], ends.at(-1)];
  return first === undefined || last === undefined ? null : { first, last };
}

/** Makes the packet. The same facts give the same packet, whatever the order of their rows. */
export function packetOf(facts: PacketFacts): Packet {
  const { group, asOf, cve, servers: rows, lacking, names } = facts;
  const servers = rows.map((row) => reviewedServer(row, names)).toSorted(order);
  const places = new Map(servers.map((each, place) => [serverKey(each.accountId, each.region, each.server), place]));
  const missing = updatesOf(lacking, places);
  const wanted = missing.filter(({ cves }) => cve === null || cves.includes(cve));
  const judged = wanted.map((update) => ({ update, why: whyNot(update, facts) }));
  const silent = missing.filter(({ cves }) => cves.length === 0).flatMap(({ systems }) => systems);
  return {
    group,
    asOf,
    cve,
    servers,
    untold: servers.flatMap((server, place) => (isTold(server) ? [] : [place])),
    ended: servers.flatMap(({ ended }, place) => (ended === null ? [] : [place])),
    scans: scansOf(servers),
    updates: judged.flatMap(({ update, why }) => (why === null ? [update] : [])),
    leftOut: judged.flatMap(({ update, why }) => (why === null ? [] : [{ update, why }])),
    others: missing.length - wanted.length,
    withoutCves: [...new Set(silent)].toSorted(),
  };
}
