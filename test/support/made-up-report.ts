import { CLASSES, type Row } from "../../evidence/record/question";
import type { Report } from "../../evidence/report/report";

const ACCOUNT = "444444444444";

/** What tells a server of the made-up report. */
const serverAt = (at: number): Row => ({
  account: ACCOUNT,
  region: at % 3 === 0 ? "us-east-1" : "eu-west-1",
  server: `i-${String(at).padStart(17, "0")}`,
});
const groupAt = (at: number): string => (at % 4 === 0 ? "database" : "web");

function coverage(servers: number): Row[] {
  return Array.from({ length: servers }, (_, at) => ({
    ...serverAt(at),
    group: groupAt(at),
    class: CLASSES[7 - (at % 10 < 3 ? at % 8 : 0)] ?? "compliant",
    ended: at % 25 === 24,
    lastScan: "2026-11-18T12:00:00Z",
    patchesItself: at % 50 === 49,
    why: null,
  }));
}

/** A report of so many servers, in which each tenth server lacks three patches and each twentieth failed one: known to the row. */
export function madeUpReport(servers: number): Report {
  const tenths = Array.from({ length: Math.ceil(servers / 10) }, (_, at) => at * 10);
  return {
    asOf: "2026-11-21T08:00:00Z",
    fleet: "fleet.yaml",
    answers: {
      coverage: coverage(servers),
      changes: Array.from({ length: servers * 2 }, (_, at) => ({
        ...serverAt(at % servers),
        package: at % 2 === 0 ? "openssl" : "curl",
        version: `1.${at % 7}`,
        installedAt: `2026-11-${String((at % 20) + 1).padStart(2, "0")}T02:00:00Z`,
      })),
      missing: tenths.flatMap((at) =>
        ["openssl.amd64", "libc6.amd64", "KB5012345"].map((patch, place) => ({
          ...serverAt(at),
          patch,
          severity: ["CRITICAL", "HIGH", "LOW"][place] ?? null,
          ageDays: place * 20 + (at % 7),
        })),
      ),
      failed: tenths
        .filter((at) => at % 20 === 0)
        .map((at) => ({ ...serverAt(at), patch: "sudo.amd64", severity: "HIGH", at: "2026-11-18T12:00:00Z", error: "no space" })),
      runs: [8, 15, 22].flatMap((day) =>
        ["web", "database"].map((group) => ({
          account: ACCOUNT,
          region: "eu-west-1",
          group,
          ring: "prod",
          due: `2026-11-${String(day).padStart(2, "0")}T01:00:00Z`,
          outcome: ["succeeded", "failed", "held"][(day + group.length) % 3] ?? "missing",
          expected: 10,
          finished: 9,
          failed: 1,
          approved: null,
          installed: null,
          leftOut: null,
          why: null,
        })),
      ),
      trend: Array.from({ length: 30 }, (_, at) =>
        ["compliant", "not compliant", "unknown"].map((name, place) => ({
          day: `2026-11-${String((at % 20) + 1).padStart(2, "0")}`,
          class: name,
          servers: [80, 15, 5][place] ?? 0,
        })),
      )
        .slice(0, 20)
        .flat(),
    },
    unreadable: [{ file: "AWS:PatchSummary/accountid=444444444444/region=eu-west-1/i-1.json", lines: 1, why: "cut off" }],
  };
}
