import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";

/** Where the evidence of the bench lies, and the fleet that it is of. */
export interface ReviewBench {
  readonly fleet: string;
  readonly data: string;
}

const ACCOUNT = "111111111111";
const SAME = { captureTime: "2026-11-18T12:05:09Z", schemaVersion: "1.0" };
const SCANNED = { OperationStartTime: "2026-11-18T12:03:00Z", OperationEndTime: "2026-11-18T12:05:05Z" };

const fleet = (servers: number) => ({
  accounts: { only: { id: ACCOUNT, regions: ["eu-west-1"], labels: { env: "prod" } } },
  rings: [{ name: "prod", install: "sundays 03:00" }],
  groups: {
    automatic: { ring: "prod", baselines: ["AWS-UbuntuDefaultPatchBaseline"] },
    database: {
      ring: "prod",
      baselines: ["AWS-UbuntuDefaultPatchBaseline"],
      review: "required",
      approvers: ["ana@example.com"],
      servers,
    },
  },
});

function item(name: string, release: number, isMissing: boolean): object {
  return {
    ComplianceType: "Patch",
    ExecutionId: "7abb6378-a4a5-4f10-8312-0123456789ab",
    ExecutionType: "Command",
    ExecutionTime: "2026-11-18T12:05:07Z",
    Id: `${name}.amd64`,
    Title: `${name}.amd64:1.2.${release}-0ubuntu1`,
    Status: isMissing ? "NON_COMPLIANT" : "COMPLIANT",
    Severity: "CRITICAL",
    DocumentName: "AWS-RunPatchBaseline",
    DocumentVersion: "1",
    PatchState: isMissing ? "Missing" : "Installed",
    PatchGroup: "database",
    InstalledTime: "1970-01-01T00:00:00Z",
    CVEIds: "",
  };
}

function filesOf(server: number, packages: number, missing: number): Readonly<Record<string, readonly object[]>> {
  const names = Array.from({ length: packages }, (_, place) => `package-${String(place).padStart(4, "0")}`);
  // Each server lacks others: the packages from its own number on.
  const lacks = (place: number) => (place + packages - (server % packages)) % packages < missing;
  const counts = { InstalledOtherCount: "0", InstalledPendingRebootCount: "0", InstalledRejectedCount: "0", FailedCount: "0" };
  return {
    "AWS:InstanceInformation": [
      { ComputerName: `db-${server}`, InstanceStatus: "Active", PlatformName: "Ubuntu", PlatformVersion: "22.04" },
    ],
    "AWS:PatchSummary": [
      {
        PatchGroup: "database",
        OperationType: "Scan",
        InstalledCount: String(packages - missing),
        MissingCount: String(missing),
        ...counts,
        ...SCANNED,
      },
    ],
    "AWS:ComplianceItem": names.map((name, place) => item(name, lacks(place) ? 2 : 1, lacks(place))),
    "AWS:Application": names.map((Name, place) => ({
      Name,
      Version: `1.2.1-0ubuntu1`,
      Architecture: "amd64",
      Publisher: "Ubuntu Developers",
      PackageId: `${place}`,
    })),
    "AWS:Tag": [{ Key: "PatchGroup", Value: "database" }],
  };
}

/** Writes the evidence of one group under review: every server with so many packages, of which it lacks some. */
export function writeReviewBench(folder: string, servers: number, packages: number, missing: number): ReviewBench {
  const data = path.join(folder, "sync");
  for (let server = 0; server < servers; server += 1) {
    const id = `i-${String(server).padStart(17, "0")}`;
    for (const [type, records] of Object.entries(filesOf(server, packages, missing))) {
      const parent = path.join(data, type, `accountid=${ACCOUNT}`, "region=eu-west-1", "resourcetype=ManagedInstanceInventory");
      if (server === 0) mkdirSync(parent, { recursive: true });
      const lines = records.map((record) => JSON.stringify({ ...record, resourceId: id, ...SAME }));
      writeFileSync(path.join(parent, `${id}.json`), `${lines.join("\n")}\n`);
    }
  }
  const file = path.join(folder, "fleet.yaml");
  writeFileSync(file, stringify(fleet(servers)));
  return { fleet: file, data };
}
