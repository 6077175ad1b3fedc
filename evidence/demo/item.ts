import type { Fate } from "./fate";
import { DAY, HOUR, MINUTE, PAST, wholeSecond } from "./instant";
import { randomOf, whole, type Random } from "./random";
import type { Demo, DemoServer } from "./server";
import type { Update } from "./update";

/** The states in which a patch can be, as the sync spells them. */
export type PatchState = "Installed" | "InstalledOther" | "InstalledPendingReboot" | "InstalledRejected" | "Missing" | "Failed";

/** What is true of one update on one server. */
export interface Item {
  readonly update: Update;
  readonly state: PatchState;
  /** The version that is on the server: of what is missing or failed, the one before. Empty when nothing is, and on Windows. */
  readonly version: string;
  /** When that was installed; null when nothing is. */
  readonly installed: number | null;
  /** When this state was first seen by a scan. */
  readonly seen: number;
  /** The error of what failed. */
  readonly error: string;
}

const ERRORS: Readonly<Record<string, readonly [string, string, string]>> = {
  apt: [
    "E: Sub-process /usr/bin/dpkg returned an error code (1)",
    "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 2147 (apt-get)",
    "E: You don't have enough free space in /var/cache/apt/archives/",
  ],
  rpm: [
    "Error: Transaction test error: file conflicts between attempted installs",
    "Error: Failed to download metadata for repo 'amazonlinux'",
    "Error: At least 214MB more space needed on the / filesystem",
  ],
  windows: ["HRESULT 0x800F0922", "HRESULT 0x80070643", "HRESULT 0x80240437"],
};

/** How many of a server's updates are in a state that is not good, by its fate. */
const WANTED: Partial<Readonly<Record<Fate, (random: Random) => Partial<Record<PatchState, number>>>>> = {
  failed: (random) => ({ Failed: whole(random, 1, 2), Missing: whole(random, 0, 2) }),
  "pending reboot": (random) => ({ InstalledPendingReboot: whole(random, 1, 4), Missing: whole(random, 0, 1) }),
  "not compliant": (random) => (random() < 0.1 ? { InstalledRejected: 1 } : { Missing: whole(random, 1, 6) }),
  stale: (random) => ({ Missing: whole(random, 0, 4) }),
};

/** Which updates are in which state that is not good, by their place in the catalogue; newest updates are likelier. */
function states(server: DemoServer, updates: readonly Update[], random: Random): Map<number, PatchState> {
  const order = updates
    .map((update, at) => ({ at, late: update.released + random() * 110 * DAY }))
    .toSorted((a, b) => b.late - a.late)
    .map(({ at }) => at);
  const found = new Map<number, PatchState>();
  let taken = 0;
  const counts = WANTED[server.fate]?.(random) ?? {};
  for (const state of ["Failed", "InstalledPendingReboot", "InstalledRejected", "Missing"] as const) {
    for (const at of order.slice(taken, taken + (counts[state] ?? 0))) found.set(at, state);
    taken += counts[state] ?? 0;
  }
  return found;
}

/** How many weeks before its last scan a server was scanned first. */
const SCANS = 12;

/** The first of the weekly scans, of which the last is known, that could have seen something. */
function firstScan(last: number, from: number): number {
  return last - Math.min(SCANS, Math.max(0, Math.floor((last - from) / (7 * DAY)))) * 7 * DAY;
}

/** When an update came onto a server: the first install of its group after its release, else soon after that. */
function installedAt(server: DemoServer, update: Update, random: Random): number {
  const run = server.place.installs.find((install) => install > update.released && install <= server.patched);
  const soon = update.released + whole(random, 2, 9) * DAY;
  return wholeSecond((run ?? Math.min(soon, server.patched)) + whole(random, 1, 25) * MINUTE);
}

function itemOf(demo: Demo, server: DemoServer, update: Update, state: PatchState, random: Random): Item {
  const scanned = server.scanned ?? server.patched + HOUR;
  const installed = Math.min(installedAt(server, update, random), scanned - MINUTE);
  // What was there before is older than the demo's past, so that no change of it is to be found.
  const before = Math.min(update.released - whole(random, 12, 60) * DAY, demo.asOf - PAST - DAY);
  if (state === "Missing" || state === "Failed") {
    const error = state === "Failed" ? (ERRORS[server.system.family]?.[whole(random, 0, 2)] ?? "") : "";
    const seen = state === "Failed" ? scanned : firstScan(scanned, update.released);
    return { update, state, version: update.was, installed: update.was === "" ? null : wholeSecond(before), seen, error };
  }
  const waiting = state === "InstalledPendingReboot" ? wholeSecond(Math.min(server.patched, scanned - HOUR)) : installed;
  return { update, state, version: update.version, installed: waiting, seen: firstScan(scanned, waiting), error: "" };
}

/** What is true of every update on a server. */
export function itemsOf(demo: Demo, server: DemoServer): Item[] {
  const random = randomOf(demo.seed, "items", server.id, server.place.account);
  const updates = server.system.updates(server.patched, demo.packages);
  const bad = states(server, updates, random);
  return updates.map((update, at) => {
    const other = random() < 0.04 ? "InstalledOther" : "Installed";
    return itemOf(demo, server, update, bad.get(at) ?? other, random);
  });
}
