import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { information, patch, summary, updatersOff, writeSync, type RawRecord, type SyncServer } from "./sync";

/** A run's record. */
export interface RunRecord {
  readonly execution: string;
  readonly patchgroup: string;
  readonly ring: string;
  readonly started: string;
  readonly outcome: "succeeded" | "failed" | "held";
  readonly accountid?: string;
  readonly region?: string;
}

/** A good run of non-production, before the scans of the servers. */
export const GOOD: RunRecord = {
  execution: "e-1",
  patchgroup: "nonprod",
  ring: "nonprod",
  started: "2026-11-17T21:00:30Z",
  outcome: "succeeded",
};

/** A patch that is installed, in a version. */
export const installed = (id: string, version: string, given: RawRecord = {}): RawRecord =>
  patch(id, { Title: `${id}:${version}`, PatchGroup: "nonprod", ...given });

/** A server of non-production with what is installed on it. */
export function proving(id: string, items: readonly RawRecord[], given: RawRecord = {}, system: RawRecord = {}): SyncServer {
  return {
    id,
    account: "333333333333",
    region: "eu-west-1",
    files: {
      "AWS:InstanceInformation": [information({ ComputerName: id, ...system })],
      "AWS:PatchSummary": [summary({ PatchGroup: "nonprod", InstalledCount: String(items.length), ...given })],
      "AWS:ComplianceItem": [...items, updatersOff()],
      "AWS:Tag": [{ Key: "PatchGroup", Value: "nonprod" }],
    },
  };
}

/** A server of production: what is on it proves nothing for itself. */
export function following(id: string, items: readonly RawRecord[], system: RawRecord = {}): SyncServer {
  const server = proving(id, items, { PatchGroup: "Application servers" }, system);
  return {
    ...server,
    account: "444444444444",
    files: { ...server.files, "AWS:Tag": [{ Key: "PatchGroup", Value: "Application servers" }] },
  };
}

/** Writes servers, and the records of runs beside them. */
export function writeRing(folder: string, servers: readonly SyncServer[], runs: readonly RunRecord[]): void {
  writeSync(folder, servers);
  for (const run of runs) {
    const { accountid = "333333333333", region = "eu-west-1" } = run;
    const record = {
      accountid,
      region,
      ended: run.started.replace("T21", "T22"),
      why: "",
      expected: "2",
      finished: "2",
      failed: "0",
      ...run,
    };
    const file = path.join(folder, "runs/records", `accountid=${accountid}`, `region=${region}`, `${run.execution}.json`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(record)}\n`);
  }
}
