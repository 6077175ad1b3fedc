import type { Packet } from "../../review/packet";
import type { ReviewedServer } from "../../review/reviewed-server";
import type { Update } from "../../review/update";

/** A server of a packet. */
export const server = (given: Partial<ReviewedServer> = {}): ReviewedServer => ({
  accountId: "444444444444",
  account: "prod",
  region: "eu-west-1",
  server: "i-1",
  name: "db-1",
  system: "Ubuntu 22.04",
  ended: null,
  class: "not compliant",
  lastScan: "2026-11-18T12:05:05Z",
  why: "2 missing",
  ...given,
});

/** An update of a packet. */
export const update = (given: Partial<Update> = {}): Update => ({
  id: "openssl.amd64",
  title: "openssl.amd64:3.0.2-0ubuntu1.18",
  version: "3.0.2-0ubuntu1.18",
  from: ["3.0.2-0ubuntu1.17"],
  severity: "critical",
  cves: [],
  systems: ["Ubuntu 22.04"],
  platforms: ["Ubuntu"],
  servers: [0, 1],
  failed: 0,
  restart: null,
  ...given,
});

const WINDOWS = "the rule for Windows (every update)";

/** A packet of two updates for three servers, of one of which nothing is known. */
export const packet = (given: Partial<Packet> = {}): Packet => ({
  group: "database",
  asOf: "2026-11-21T08:00:00Z",
  cve: null,
  servers: [
    server(),
    server({ server: "i-2", name: null }),
    server({ server: "i-3", name: "<b>&|", class: "stale", why: "last heard of 2026-10-18", lastScan: null }),
  ],
  untold: [2],
  ended: [],
  scans: { first: "2026-11-18T12:05:05Z", last: "2026-11-18T12:05:05Z" },
  updates: [
    update(),
    update({
      id: "KB5034441",
      title: null,
      version: null,
      from: [],
      severity: "important or high",
      servers: [1],
      restart: WINDOWS,
    }),
  ],
  leftOut: [],
  others: 0,
  withoutCves: [],
  ...given,
});
