import type { Cell, Row } from "../record/question";
import { DAY, HOUR, dayOf, iso } from "./instant";
import { itemsOf, type Item } from "./item";
import { isDamage } from "./mess";
import { isEnded, pastClasses, pastDays } from "./past";
import { levelOf } from "./records";
import { serversOf, type Demo, type DemoServer } from "./server";
import type { Update } from "./update";

/** How severe something is: what the vendor says, else what the baseline says. */
function severity(server: DemoServer, update: Update): string {
  return update.severity || levelOf(server, update);
}

/** What is true of a demo, told by what its generator decided and never by reading what it wrote. Rows are in no order. */
export interface Truth {
  readonly coverage: readonly Row[];
  readonly missing: readonly Row[];
  readonly failed: readonly Row[];
  readonly "pending-reboot": readonly Row[];
  readonly ended: readonly Row[];
  /** What was installed at or after the beginning of the demo's past. */
  readonly changes: readonly Row[];
  readonly runs: readonly Row[];
  readonly trend: readonly Row[];
  /** The servers whose files are damaged, as `account region server`: of them only the class is certain. */
  readonly damaged: ReadonlySet<string>;
}

/** After how many hours a restart is late, where the fleet file says nothing. */
const LATE_HOURS = 72;

/** The first four columns of nearly every answer. */
function where(server: DemoServer): Readonly<Record<string, Cell>> {
  return { account: server.place.account, region: server.place.region, server: server.answers };
}

function coverageOf(demo: Demo, server: DemoServer): Row {
  const isThere = server.fate !== "unmanaged";
  const isKnown = server.scanned !== null && server.fate !== "installed without a scan";
  return {
    ...where(server),
    group: server.place.group.tag,
    class: server.class,
    ended: isThere && isEnded(server, dayOf(demo.asOf)),
    lastScan: isKnown && server.scanned !== null ? iso(server.scanned) : null,
    patchesItself: isThere && server.patchesItself,
  };
}

function missingOf(demo: Demo, server: DemoServer, items: readonly Item[]): Row[] {
  return items
    .filter(({ state }) => state === "Missing")
    .map(({ update, seen }) => ({
      ...where(server),
      patch: update.id,
      severity: severity(server, update),
      ageDays: Math.floor((demo.asOf - seen - 2000) / DAY),
    }));
}

function failedOf(server: DemoServer, items: readonly Item[]): Row[] {
  return items
    .filter(({ state }) => state === "Failed")
    .map(({ update, error }) => ({
      ...where(server),
      patch: update.id,
      severity: severity(server, update),
      at: server.scanned === null ? null : iso(server.scanned),
      error,
    }));
}

function pendingOf(demo: Demo, server: DemoServer, items: readonly Item[]): Row[] {
  const waiting = items.find(({ state }) => state === "InstalledPendingReboot");
  if (!waiting?.installed) return [];
  const hours = Math.floor((demo.asOf - waiting.installed) / HOUR);
  const late = hours > LATE_HOURS;
  return [{ ...where(server), group: server.place.group.tag, since: iso(waiting.installed), hours, late }];
}

function changesOf(server: DemoServer, items: readonly Item[], from: number): Row[] {
  return items
    .filter(({ installed }) => installed !== null && installed >= from)
    .filter(({ state }) => server.system.family !== "windows" || (state !== "Missing" && state !== "Failed"))
    .map(({ update, version, installed, seen }) => {
      // Nothing tells when a Debian package was installed but a patch run: without one it is when it was seen.
      const isSeen = server.system.family === "apt" && server.scanned === null;
      const at = isSeen ? seen + 2000 : installed;
      return {
        ...where(server),
        package: update.name,
        version: version === "" ? null : version,
        installedAt: at === null ? null : iso(at),
      };
    });
}

function runsOf(demo: Demo): Row[] {
  return demo.places.flatMap((place) =>
    place.runs.map((run) => {
      const isRecorded = run.outcome !== "missed";
      const finished = run.outcome === "held" ? 0 : place.servers - run.failed;
      return {
        account: place.account,
        region: place.region,
        group: place.group.tag,
        ring: place.group.ring,
        due: iso(run.due),
        outcome: isRecorded ? run.outcome : "missing",
        expected: isRecorded ? place.servers : null,
        finished: isRecorded ? finished : null,
        failed: isRecorded ? run.failed : null,
      };
    }),
  );
}

function endedOf(demo: Demo, server: DemoServer): Row[] {
  if (server.fate === "unmanaged" || !isEnded(server, dayOf(demo.asOf))) return [];
  return [{ ...where(server), group: server.place.group.tag, since: server.system.lastDay }];
}

/** What is true of a demo, with everything that changed since an instant (milliseconds since 1970). */
export function truthOf(demo: Demo, since: number): Truth {
  const rows = { coverage: [], missing: [], failed: [], "pending-reboot": [], ended: [], changes: [] } as Record<
    "coverage" | "missing" | "failed" | "pending-reboot" | "ended" | "changes",
    Row[]
  >;
  const days = pastDays(demo);
  const damaged = new Set<string>();
  const counts = new Map<string, number>();
  for (const server of serversOf(demo)) {
    const isThere = server.fate !== "unmanaged";
    const items = isThere ? itemsOf(demo, server) : [];
    rows.changes.push(...changesOf(server, items, since));
    // What changed on a departed node did change; nothing else is said of it any more.
    if (server.departed) continue;
    const scanned = server.scanned === null || isDamage(server.mess) ? [] : items;
    if (isDamage(server.mess)) damaged.add(Object.values(where(server)).join(" "));
    rows.coverage.push(coverageOf(demo, server));
    rows.missing.push(...missingOf(demo, server, scanned));
    rows.failed.push(...failedOf(server, scanned));
    rows["pending-reboot"].push(...pendingOf(demo, server, scanned));
    rows.ended.push(...endedOf(demo, server));
    for (const [at, past] of pastClasses(demo, server, days).entries()) {
      const key = `${days[at]} ${past}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  for (const { class: name } of rows.coverage) {
    const key = `${dayOf(demo.asOf)} ${String(name)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const trend = [...counts].map(([key, servers]) => ({ day: key.slice(0, 10), class: key.slice(11), servers }));
  return { ...rows, runs: runsOf(demo), trend, damaged };
}
