import { expect } from "chai";
import { packetMarkdown } from "../../review/markdown";
import { packet, server, update } from "../support/made-up-packet";

const WINDOW = {
  at: "2026-11-29T01:00:00Z",
  ends: "2026-11-29T05:00:00Z",
  expires: "2026-11-30T05:00:00Z",
  durationHours: 4,
  cutoffHours: 1,
};

describe("a packet as Markdown", () => {
  it("reads from the servers that nothing is known of to the packages by severity", () => {
    expect(packetMarkdown(packet(), WINDOW)).to.equal(`# Review of database

As of 2026-11-21T08:00:00Z. 2 updates for 2 of 3 servers. Scanned from 2026-11-18T12:05:05Z to 2026-11-18T12:05:05Z.

The draft asks for one window, 2026-11-29T01:00:00Z to 2026-11-29T05:00:00Z, and expires at 2026-11-30T05:00:00Z.

## Servers that nothing is known of: 1

What these servers lack is not known, so nothing in this packet was made from them. An approved list installs on them too, as far as they have its packages in an older version.

| server | where | class | why |
| --- | --- | --- | --- |
| i-3 (\\<b\\>\\&\\|) | prod (444444444444) eu-west-1 | stale | last heard of 2026-10-18 |

## critical: 1

| package | version | servers | CVEs | restart |
| --- | --- | --- | --- | --- |
| openssl.amd64 | 3.0.2-0ubuntu1.17 → 3.0.2-0ubuntu1.18 | 2: i-1, i-2 | not provided by the vendor |  |

## important or high: 1

| package | version | servers | CVEs | restart |
| --- | --- | --- | --- | --- |
| KB5034441 |  | 1: i-2 | not provided by the vendor | yes |

## Restarts

A restart is to be expected on 1 server after 1 update, by the rule for Windows (every update). This group's option is NoReboot: nothing restarts in the window, and a server that has to stays pending reboot until a restart is approved (\`reboot: true\`) or its standing restart window.

Severity is the vendor's; where the vendor gives none (Ubuntu and Debian), it is the level that the group's baseline gives.
`);
  });

  it("names three servers of many and counts the rest", () => {
    const servers = Array.from({ length: 38 }, (_, place) => server({ server: `i-${place}`, name: null }));
    const text = packetMarkdown(
      packet({ servers, untold: [], updates: [update({ servers: servers.map((_, place) => place) })] }),
      WINDOW,
    );
    expect(text).to.contain("| 38: i-0, i-1, i-2 and 35 more |");
    expect(text).to.contain("Every server of the group has a whole and fresh scan.");
  });

  it("names the servers whose system has ended before any package", () => {
    const servers = [server({ system: "Ubuntu 20.04", ended: "2025-05-31" }), server({ server: "i-2" })];
    const text = packetMarkdown(packet({ servers, untold: [], ended: [0] }), WINDOW);
    expect(text).to.contain(`## Servers whose system has ended: 1

Their vendors' support has ended. Without extended support nobody makes updates for them any more: such a server's scan is green because there is nothing to find, and no list mends what became known since. Move them to a system with support.

| server | where | system | support ended |
| --- | --- | --- | --- |
| i-1 (db-1) | prod (444444444444) eu-west-1 | Ubuntu 20.04 | 2025-05-31 |

## critical: 1`);
  });

  it("says what is left out, and why", () => {
    const leftOut = [
      { update: update({ id: "linux-aws.amd64", title: "linux-aws.amd64:6.8" }), why: "rejected by baseline ubuntu" },
    ];
    const text = packetMarkdown(packet({ leftOut, others: 4, cve: "CVE-2026-11111", withoutCves: ["Ubuntu 22.04"] }), WINDOW);
    expect(text).to.contain("| linux-aws.amd64:6.8 | 2 | rejected by baseline ubuntu |");
    expect(text).to.contain("4 other updates are missing and do not tell CVE-2026-11111.");
    expect(text).to.contain("**The vendors of Ubuntu 22.04 give no CVE ids");
  });
});
