import { HOUR, iso, MINUTE, PAST } from "./instant";
import type { Item } from "./item";
import { hex, randomOf, uuid, whole } from "./random";
import type { DemoServer } from "./server";
import type { Update } from "./update";

/** One record as the sync writes it. */
export type SyncRecord = Readonly<Record<string, string | number>>;

/** What an installation time looks like when there is none. */
const NEVER = "1970-01-01T00:00:00Z";

const DOCUMENT = "AWS-RunPatchBaseline";

function technical(server: DemoServer, captured: number, schemaVersion = "1.0"): SyncRecord {
  return { resourceId: server.id, captureTime: iso(captured), schemaVersion };
}

/** When the agent told last about itself. */
function heard(server: DemoServer, asOf: number): number {
  return server.scanned !== null && server.fate === "stale" ? server.scanned + HOUR : asOf - (1 + (server.index % 50)) * MINUTE;
}

/** What the agent says of itself and its system. */
export function instanceInformation(server: DemoServer, asOf: number): SyncRecord[] {
  const captured = server.departed ? asOf - 18 * 24 * HOUR : heard(server, asOf);
  const status = server.departed ? "Terminated" : server.fate === "stale" ? "ConnectionLost" : "Active";
  return [
    {
      AgentType: "amazon-ssm-agent",
      AgentVersion: "3.3.1611.0",
      ComputerName: server.name,
      InstanceId: server.id,
      InstanceStatus: status,
      AgentStatus: "",
      IpAddress: server.address,
      PlatformName: server.system.platform,
      PlatformType: server.system.family === "windows" ? "Windows" : "Linux",
      PlatformVersion: server.system.version,
      ResourceType: server.id.startsWith("mi-") ? "ManagedInstance" : "EC2Instance",
      ...technical(server, captured),
    },
  ];
}

/** The tags of a server: its group, and its name. */
export function tags(server: DemoServer, tagKey: string, asOf: number): SyncRecord[] {
  const both = server.mess === "both tag keys, alike" || server.mess === "two groups";
  const other = tagKey === "PatchGroup" ? "Patch Group" : "PatchGroup";
  const second = server.mess === "two groups" ? `${server.place.group.tag}-2` : server.place.group.tag;
  return [
    { Key: tagKey, Value: server.place.group.tag },
    ...(both ? [{ Key: other, Value: second }] : []),
    { Key: "Name", Value: server.name },
  ].map((tag) => ({ ...tag, ...technical(server, heard(server, asOf)) }));
}

function count(items: readonly Item[], state: Item["state"]): string {
  return String(items.filter((item) => item.state === state).length);
}

/** The identity of the baseline that a server's scans use. */
function baselineOf(server: DemoServer): string {
  return `pb-0${hex(randomOf("baseline", server.place.account, server.place.region, server.place.group.name, server.system.family), 16)}`;
}

/** What the last patch operation counted. */
export function patchSummary(server: DemoServer, items: readonly Item[], scanned: number): SyncRecord[] {
  const random = randomOf("summary", server.id, scanned);
  const isInstall = server.fate === "installed without a scan";
  const bad = items.filter(({ state }) => state !== "Installed" && state !== "InstalledOther");
  const waiting = items.find(({ state }) => state === "InstalledPendingReboot");
  return [
    {
      PatchGroup: server.place.group.tag,
      BaselineId: baselineOf(server),
      SnapshotId: uuid(random),
      OwnerInformation: "",
      InstalledCount: count(items, "Installed"),
      InstalledPendingRebootCount: count(items, "InstalledPendingReboot"),
      InstalledOtherCount: count(items, "InstalledOther"),
      InstalledRejectedCount: count(items, "InstalledRejected"),
      NotApplicableCount: String(server.system.family === "windows" ? whole(random, 900, 2400) : 0),
      UnreportedNotApplicableCount: "0",
      MissingCount: count(items, "Missing"),
      FailedCount: count(items, "Failed"),
      OperationType: isInstall ? "Install" : "Scan",
      OperationStartTime: iso(scanned - whole(random, 40, 400) * 1000),
      OperationEndTime: iso(scanned),
      InstallOverrideList: "",
      RebootOption: "NoReboot",
      LastNoRebootInstallOperationTime: waiting?.installed ? iso(waiting.installed) : "",
      CriticalNonCompliantCount: String(server.place.group.sensitive ? bad.length : 0),
      SecurityNonCompliantCount: String(server.place.group.sensitive ? 0 : bad.length),
      OtherNonCompliantCount: "0",
      ...technical(server, scanned + 2000),
    },
  ];
}

/** Whether an association of this project's did what it is to do on a server. */
function association(server: DemoServer, document: string, isGood: boolean, at: number): SyncRecord {
  const id = uuid(randomOf("association", server.place.account, server.place.region, document));
  return {
    ComplianceType: "Association",
    ExecutionId: uuid(randomOf("association", server.id, document)),
    ExecutionType: "Association",
    ExecutionTime: iso(at),
    Id: id,
    Title: "",
    Status: isGood ? "COMPLIANT" : "NON_COMPLIANT",
    Severity: "UNSPECIFIED",
    DocumentName: document,
    DocumentVersion: "1",
    ...technical(server, at + 2000),
  };
}

/** The two associations that every server has. */
export function associations(server: DemoServer, asOf: number): SyncRecord[] {
  const at = server.fate === "stale" && server.scanned !== null ? server.scanned - HOUR : asOf - 9 * HOUR;
  return [
    association(server, "fleet-updaters-off", !server.patchesItself, at),
    association(server, "AWS-GatherSoftwareInventory", true, at),
  ];
}

/** The level that a baseline's rule gives to what it approves; a non-production baseline gives none. */
export function levelOf(server: DemoServer, update: Update): string {
  const { sensitive, production } = server.place.group;
  if (sensitive) return "CRITICAL";
  if (!production) return "UNSPECIFIED";
  return update.classification === "Bugfix" ? "MEDIUM" : "HIGH";
}

/** What a scan found of each patch. What the file of a package says of itself is blank for what no baseline approved. */
export function* patchItems(server: DemoServer, items: readonly Item[], scanned: number, asOf: number): Generator<SyncRecord> {
  const execution = uuid(randomOf("summary", server.id, scanned));
  const same = technical(server, scanned + 2000);
  for (const { update, state, installed, error } of items) {
    const isGood = state === "Installed" || state === "InstalledOther";
    const isOther = state === "InstalledOther";
    const isOld = server.system.family === "apt" && (installed ?? 0) < asOf - PAST;
    const isThere = state !== "Missing" && state !== "Failed" && installed !== null && !isOld;
    yield {
      ComplianceType: "Patch",
      ExecutionId: execution,
      ExecutionType: "Command",
      ExecutionTime: iso(scanned),
      Id: update.id,
      Title: update.title,
      Status: isGood ? "COMPLIANT" : "NON_COMPLIANT",
      Severity: isOther ? "UNSPECIFIED" : levelOf(server, update),
      DocumentName: DOCUMENT,
      DocumentVersion: "1",
      Classification: isOther ? "" : update.classification,
      PatchBaselineId: baselineOf(server),
      PatchSeverity: isOther ? "" : update.severity,
      PatchState: state,
      PatchGroup: server.place.group.tag,
      InstalledTime: isThere ? iso(installed) : NEVER,
      DetailedText: error,
      CVEIds: state === "Missing" || state === "Failed" ? update.cves : "",
      ...same,
    };
  }
}

/** What is installed by the inventory: packages of a Linux. A Debian package carries no time. */
export function* applications(server: DemoServer, items: readonly Item[], asOf: number): Generator<SyncRecord> {
  const same = technical(server, heard(server, asOf), "1.1");
  for (const { update, version, installed } of items) {
    if (version === "" || installed === null) continue;
    const [, epoch = "", rest = version] = /^(\d+):(.*)$/u.exec(version) ?? [];
    const isRpm = server.system.family === "rpm";
    const dash = rest.indexOf("-");
    yield {
      Name: update.name,
      ApplicationType: isRpm ? "System Environment/Base" : "admin",
      Publisher: isRpm ? "Amazon Linux" : "Ubuntu Developers",
      Version: isRpm ? rest.slice(0, dash) : version,
      ...(isRpm ? { Release: rest.slice(dash + 1), Epoch: epoch } : {}),
      ...(isRpm ? { InstalledTime: iso(installed) } : {}),
      Architecture: update.architecture,
      URL: isRpm ? "https://aws.amazon.com/linux/" : "",
      Summary: "",
      PackageId: `${update.name}-${version}.${isRpm ? "src.rpm" : "deb"}`,
      ...same,
    };
  }
}

/** What is installed on a Windows server by its own record, to the day. */
export function* windowsUpdates(server: DemoServer, items: readonly Item[], asOf: number): Generator<SyncRecord> {
  const same = technical(server, heard(server, asOf));
  for (const { update, state, installed } of items) {
    if (state === "Missing" || state === "Failed" || installed === null) continue;
    yield {
      HotFixId: update.id,
      Description: "Security Update",
      InstalledTime: iso(installed),
      InstalledBy: "NT AUTHORITY\\SYSTEM",
      ...same,
    };
  }
}
