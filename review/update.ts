import type { Row } from "../evidence/record/question";
import { SEVERITIES, severityOf, type Severity } from "../evidence/report/html/severity";
import { exactTitle, plainVersion } from "./exact";
import { restartAfter } from "./restart";

/** One version of one package, or one article, that servers lack. */
export interface Update {
  /** As Patch Manager names it: `openssl.amd64`, `KB5034441`. */
  readonly id: string;
  /** Id and exact version; null where there is none: an article, or an item that does not tell it. */
  readonly title: string | null;
  /** The version that comes; null where none is told. */
  readonly version: string | null;
  /** The versions that servers have now, sorted; empty where none is told. */
  readonly from: readonly string[];
  readonly severity: Severity;
  /** Sorted; empty where the vendor gives none. */
  readonly cves: readonly string[];
  /** Systems with their releases, such as `Ubuntu 22.04`, sorted. */
  readonly systems: readonly string[];
  readonly platforms: readonly string[];
  /** The servers that lack it, by their places in the packet's list, in order. */
  readonly servers: readonly number[];
  /** On how many of them an install of it has failed. */
  readonly failed: number;
  /** By which list a restart is to be expected; null when none names it. */
  readonly restart: string | null;
}

interface Lacked {
  readonly id: string;
  readonly version: string | null;
  readonly from: Set<string>;
  readonly cves: Set<string>;
  readonly systems: Set<string>;
  readonly platforms: Set<string>;
  readonly servers: Set<number>;
  severity: number;
  failed: number;
}

const sorted = (texts: Iterable<string>): string[] => [...texts].toSorted();

const cell = (row: Row, name: string): string => String(row[name] ?? "");

function begin(row: Row): Lacked {
  const version = row["version"] ?? null;
  return {
    id: cell(row, "id"),
    version: version === null ? null : plainVersion(String(version)),
    from: new Set(),
    cves: new Set(),
    systems: new Set(),
    platforms: new Set(),
    servers: new Set(),
    severity: SEVERITIES.length - 1,
    failed: 0,
  };
}

const texts = (row: Row, name: string): string[] =>
  cell(row, name)
    .split(", ")
    .filter((text) => text !== "");

function add(lacked: Lacked, row: Row, servers: readonly number[]): void {
  for (const place of servers) lacked.servers.add(place);
  const platform = cell(row, "platform");
  if (platform !== "") {
    lacked.platforms.add(platform);
    lacked.systems.add(`${platform} ${cell(row, "release")}`.trim());
  }
  for (const version of texts(row, "from")) lacked.from.add(version);
  for (const [cve] of cell(row, "cves")
    .toUpperCase()
    .matchAll(/CVE-\d{4}-\d{4,}/gu))
    lacked.cves.add(cve);
  // The worst that any server was told: the words of baselines differ between systems.
  const worst = texts(row, "severities").map((word) => SEVERITIES.indexOf(severityOf(word)));
  lacked.severity = Math.min(lacked.severity, ...worst);
  lacked.failed += Number(row["failed"] ?? 0);
}

function updateOf({ id, version, severity, failed, ...sets }: Lacked): Update {
  const platforms = sorted(sets.platforms);
  return {
    id,
    title: version === null ? null : exactTitle(id, version),
    version,
    from: sorted(sets.from),
    severity: SEVERITIES[severity] ?? "not told",
    cves: sorted(sets.cves),
    systems: sorted(sets.systems),
    platforms,
    servers: [...sets.servers].toSorted((one, other) => one - other),
    failed,
    restart: platforms.map((platform) => restartAfter(platform, id)?.says ?? null).find((says) => says !== null) ?? null,
  };
}

function order(one: Update, other: Update): number {
  const severity = SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity);
  if (severity !== 0) return severity;
  const [left, right] = [`${one.id} ${one.version ?? ""}`, `${other.id} ${other.version ?? ""}`];
  return left < right ? -1 : Number(left > right);
}

/**
 * The lines of the answer to `review` as updates, each once, the most severe first. `places` has the place of each server in the
 * packet's list; a server that is not in it is not counted.
 */
export function updatesOf(rows: readonly Row[], places: ReadonlyMap<string, number>): Update[] {
  const found = new Map<string, Lacked>();
  for (const row of rows) {
    const servers = texts(row, "servers").flatMap((server) => places.get(server) ?? []);
    if (servers.length === 0) continue;
    const key = `${cell(row, "id")} ${plainVersion(cell(row, "version"))}`;
    const lacked = found.get(key) ?? begin(row);
    found.set(key, lacked);
    add(lacked, row, servers);
  }
  return [...found.values()].map(updateOf).toSorted(order);
}
