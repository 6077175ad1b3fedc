import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Choice, Unreadable } from "../../evidence/engine/evidence";
import { openFolder } from "../../evidence/engine/folder";
import { NOTHING_EXPECTED } from "../../evidence/expected";
import type { Row } from "../../evidence/record/question";
import type { Expected } from "../../evidence/sql/inputs";

/** The instant for which everything is asked. */
export const AS_OF = "2026-11-20T08:00:00Z";
/** When every record was captured, unless a test says otherwise. */
export const CAPTURED = "2026-11-18T12:05:09Z";
export const ACCOUNT = "333333333333";
export const REGION = "eu-west-1";

export type RawRecord = Readonly<Record<string, unknown>>;
/** The files of a server: its records by type, or a file's text. */
export type ServerFiles = Readonly<Record<string, readonly RawRecord[] | string>>;

/** A server of the sync. */
export interface SyncServer {
  readonly id: string;
  readonly account?: string;
  readonly region?: string;
  readonly files: ServerFiles;
}

const line = (id: string, record: RawRecord): string =>
  JSON.stringify({ ...record, resourceId: id, captureTime: record["captureTime"] ?? CAPTURED, schemaVersion: "1.0" });

/** A patch's item, `Installed` unless said otherwise. */
export const patch = (id: string, given: RawRecord = {}): RawRecord => ({
  ComplianceType: "Patch",
  ExecutionId: "7abb6378-a4a5-4f10-8312-0123456789ab",
  ExecutionType: "Command",
  ExecutionTime: "2026-11-18T12:05:07Z",
  Id: id,
  Title: `${id}:1.2-3`,
  Status: "COMPLIANT",
  Severity: "HIGH",
  DocumentName: "AWS-RunPatchBaseline",
  DocumentVersion: "1",
  Classification: "",
  PatchBaselineId: "pb-0123456789abcdef0",
  PatchSeverity: "",
  PatchState: "Installed",
  PatchGroup: "app",
  InstalledTime: "1970-01-01T00:00:00Z",
  CVEIds: "",
  ...given,
});

/** The association that turns a server's own updaters off. */
export const updatersOff = (status = "COMPLIANT"): RawRecord => ({
  ComplianceType: "Association",
  ExecutionId: "a-1",
  ExecutionType: "Association",
  ExecutionTime: "2026-11-18T12:00:00Z",
  Id: "0b8f2c",
  Title: "fleet-updaters-off",
  Status: status,
  Severity: "UNSPECIFIED",
  DocumentName: "fleet-updaters-off",
  DocumentVersion: "1",
});

/** The last operation: a scan that found three patches installed. */
export const summary = (given: RawRecord = {}): RawRecord => ({
  PatchGroup: "app",
  BaselineId: "pb-0123456789abcdef0",
  SnapshotId: "5b1a6a3e-0f3a-4c56-9a10-1234567890ab",
  OwnerInformation: "",
  InstalledCount: "3",
  InstalledPendingRebootCount: "0",
  InstalledOtherCount: "0",
  InstalledRejectedCount: "0",
  NotApplicableCount: "0",
  UnreportedNotApplicableCount: "0",
  MissingCount: "0",
  FailedCount: "0",
  OperationType: "Scan",
  OperationStartTime: "2026-11-18T12:03:00Z",
  OperationEndTime: "2026-11-18T12:05:05Z",
  InstallOverrideList: "",
  RebootOption: "NoReboot",
  CriticalNonCompliantCount: "0",
  SecurityNonCompliantCount: "0",
  OtherNonCompliantCount: "0",
  ...given,
});

/** What the agent says of itself. */
export const information = (given: RawRecord = {}): RawRecord => ({
  AgentType: "amazon-ssm-agent",
  AgentVersion: "3.3.1611.0",
  ComputerName: "web-01",
  InstanceStatus: "Active",
  AgentStatus: "",
  IpAddress: "10.1.2.3",
  PlatformName: "Ubuntu",
  PlatformType: "Linux",
  PlatformVersion: "22.04",
  ResourceType: "EC2Instance",
  ...given,
});

export const ITEMS = [patch("curl.amd64"), patch("openssl.amd64"), patch("zlib1g.amd64"), updatersOff()];

/** The files of a compliant server: each test changes one thing. */
export const COMPLIANT: ServerFiles = {
  "AWS:InstanceInformation": [information()],
  "AWS:PatchSummary": [summary()],
  "AWS:ComplianceItem": ITEMS,
  "AWS:Tag": [
    { Key: "Name", Value: "web" },
    { Key: "PatchGroup", Value: "app" },
  ],
  "AWS:Application": [{ Name: "curl", ApplicationType: "web", Publisher: "Ubuntu", Version: "7.81.0-1", Architecture: "amd64" }],
};

/** The text of a server's file. */
export const fileText = (id: string, records: readonly RawRecord[] | string): string =>
  typeof records === "string" ? records : records.map((record) => `${line(id, record)}\n`).join("");

/** Where a server's file of a type lies below the root. */
export const filePath = (type: string, { id, account = ACCOUNT, region = REGION }: SyncServer): string =>
  `${type}/accountid=${account}/region=${region}/resourcetype=ManagedInstanceInventory/${id}.json`;

/** Writes servers in the sync's layout below a folder. */
export function writeSync(folder: string, servers: readonly SyncServer[]): void {
  for (const server of servers) {
    for (const [type, records] of Object.entries(server.files)) {
      const file = path.join(folder, filePath(type, server));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, fileText(server.id, records), "latin1");
    }
  }
}

/** A folder that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-sync-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Answer {
  readonly rows: readonly Row[];
  readonly unreadable: readonly Unreadable[];
}

/** Asks a folder one question. */
export async function askFolder(
  folder: string,
  question: string,
  choice: Partial<Choice> = {},
  expected: Expected = NOTHING_EXPECTED,
): Promise<Answer> {
  const evidence = await openFolder(folder, { expected });
  try {
    return { rows: await evidence.ask(question, { asOf: AS_OF, ...choice }), unreadable: await evidence.unreadable() };
  } finally {
    await evidence.close();
  }
}

/** Asks servers one question. */
export function ask(
  question: string,
  servers: readonly SyncServer[],
  choice: Partial<Choice> = {},
  expected: Expected = NOTHING_EXPECTED,
): Promise<Answer> {
  return inFolder((folder) => {
    writeSync(folder, servers);
    return askFolder(folder, question, choice, expected);
  });
}

/** What each server is, by its id: its class, and why. */
export async function classes(servers: readonly SyncServer[], expected?: Expected): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await ask("coverage", servers, {}, expected);
  return Object.fromEntries(rows.map((row) => [String(row["server"]), [row["class"], row["why"]]]));
}
