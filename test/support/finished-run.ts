import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DemoServer } from "../../evidence/demo/server";
import type { Patch } from "../../fleet/manifest";
import { rfc3339 } from "../../fleet/schedule/rfc3339";
import type { RunLog } from "../../simulator/group-run";

/** A run that is over, as its servers tell of it. Instants are RFC 3339 in UTC. */
interface ServedRun {
  readonly execution: string;
  readonly installed: string;
  readonly scanned: string;
  /** The exact list. */
  readonly patches: readonly Patch[];
}

type Line = Readonly<Record<string, string>>;

/** Whether a command reaches a server at all: those that nobody hears of stay as they are. */
export const isReached = ({ fate }: DemoServer): boolean => !["unmanaged", "never scanned", "stale"].includes(fate);

function changed(
  data: string,
  type: string,
  { id, place }: DemoServer,
  change: (lines: readonly Line[]) => readonly Line[],
): Line[] {
  const { account, region } = place;
  const folder = `accountid=${account}/region=${region}/resourcetype=ManagedInstanceInventory`;
  const file = path.join(data, `AWS:${type}`, folder, `${id}.json`);
  const lines = readFileSync(file, "utf8").split("\n");
  const after = [...change(lines.filter((line) => line !== "").map((line): Line => JSON.parse(line)))];
  writeFileSync(file, after.map((line) => `${JSON.stringify(line)}\n`).join(""));
  return after;
}

const isLacking = ({ PatchState }: Line): boolean => PatchState === "Missing" || PatchState === "Failed";

/** An item after a run that restarts nothing: Windows waits for its restart. */
function item(line: Line, { installed, scanned, patches }: ServedRun): Line {
  if (line["ComplianceType"] !== "Patch") return line;
  const { Id, Title } = line;
  const isListed = patches.some(({ id, title }) => id === Id && (title === undefined || title === Title));
  const told = { ...line, ExecutionTime: scanned, captureTime: scanned };
  if (!isLacking(line) || !isListed) return told;
  const waits = Id?.startsWith("KB") ?? false;
  const state = waits ? "InstalledPendingReboot" : "Installed";
  const status = waits ? "NON_COMPLIANT" : "COMPLIANT";
  return { ...told, PatchState: state, Status: status, InstalledTime: installed, DetailedText: "", CVEIds: "" };
}

/** Writes what the sync tells of a server after a run: its items, its counts and its packages. */
function patched(data: string, server: DemoServer, run: ServedRun): void {
  const items = changed(data, "ComplianceItem", server, (lines) => lines.map((line) => item(line, run)));
  const count = (state: string) => String(items.filter(({ PatchState }) => PatchState === state).length);
  changed(data, "PatchSummary", server, (lines) =>
    lines.map((line) => ({
      ...line,
      SnapshotId: run.execution,
      OperationType: "Scan",
      OperationStartTime: run.installed,
      OperationEndTime: run.scanned,
      LastNoRebootInstallOperationTime: run.installed,
      InstalledCount: count("Installed"),
      InstalledPendingRebootCount: count("InstalledPendingReboot"),
      MissingCount: count("Missing"),
      FailedCount: count("Failed"),
      captureTime: run.scanned,
    })),
  );
  if (server.system.family === "windows") return;
  const versions = new Map(run.patches.map(({ id, title }) => [id, title?.slice(id.length + 1)]));
  const newest = new Set(items.filter(({ InstalledTime }) => InstalledTime === run.installed).map(({ Id }) => Id));
  changed(data, "Application", server, (lines) =>
    lines.map((line) => {
      const id = `${line["Name"]}.${line["Architecture"]}`;
      const version = newest.has(id) ? versions.get(id) : undefined;
      return version === undefined ? line : { ...line, Version: version, captureTime: run.scanned };
    }),
  );
}

const HOUR = 3_600_000;

/** Writes what a run of the simulator would leave behind: its record, and the new state of every server that it reached. */
export function finishedRun(data: string, run: RunLog, servers: readonly DemoServer[]): void {
  const here = servers.filter(({ place }) => place.accountKey === run.account && place.region === run.region);
  const [change] = run.changes;
  const account = here[0]?.place.account;
  if (!change?.patches || account === undefined) throw new Error(`nothing of a list was installed in ${run.region}`);
  const execution = createHash("sha256").update(`${run.window} ${run.region}`).digest("hex").slice(0, 36);
  const failed = change.servers - change.finished;
  const [installed, scanned] = [rfc3339(run.at + HOUR), rfc3339(run.at + 2 * HOUR)];
  const record = {
    execution,
    accountid: account,
    region: run.region,
    patchgroup: run.tag,
    ring: run.ring,
    runbook: `fleet-install-${run.window}`,
    started: rfc3339(run.at + 10_000),
    ended: scanned,
    outcome: run.result,
    why: failed > 0 ? `${failed} servers did not finish` : "",
    expected: String(change.servers),
    finished: String(change.finished),
    failed: String(failed),
    approved: String(change.patches.length),
    leftout: "0",
    unapproved: "0",
  };
  const folder = path.join(data, "runs/records", `accountid=${account}`, `region=${run.region}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${execution}.json`), `${JSON.stringify(record)}\n`);
  for (const server of here.filter(isReached)) patched(data, server, { execution, installed, scanned, patches: change.patches });
}
