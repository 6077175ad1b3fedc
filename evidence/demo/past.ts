import type { CoverageClass } from "../record/question";
import { classOf, fateOf } from "./fate";
import { DAY, dayOf, iso, PAST } from "./instant";
import type { Item, PatchState } from "./item";
import { randomOf, whole } from "./random";
import type { Demo, DemoServer } from "./server";

/** A line of a history table: text, by column. */
export type HistoryLine = Readonly<Record<string, string>>;

/** The days of the history, oldest first; the demo's own day is not over and not among them. */
export function pastDays(demo: Demo): string[] {
  const count = PAST / DAY;
  return Array.from({ length: count }, (_, at) => dayOf(demo.asOf - (count - at) * DAY));
}

/** The class of a server on each day of the history. It was another before a day of its own, and fewer were compliant. */
export function pastClasses(demo: Demo, server: DemoServer, days: readonly string[]): CoverageClass[] {
  const random = randomOf(demo.seed, "past", server.id, server.place.account);
  const drawn = classOf(fateOf(random));
  const before = drawn === "unmanaged" || random() < 0.3 ? "not compliant" : drawn;
  const since = whole(random, 0, days.length);
  return days.map((_, at) => (at < since ? before : server.class));
}

/** Whether a server's system has ended at an instant. */
export function isEnded(server: DemoServer, day: string): boolean {
  return server.system.lastDay !== null && server.system.lastDay < day;
}

/** What the history says of the class of a server, a line a day. */
export function coverageLines(demo: Demo, server: DemoServer, days: readonly string[]): HistoryLine[] {
  const classes = pastClasses(demo, server, days);
  return days.map((day, at) => ({
    accountid: server.place.account,
    region: server.place.region,
    resourceid: server.answers,
    patchgroup: server.place.group.tag,
    class: classes[at] ?? server.class,
    ended: String(isEnded(server, day)),
    asof: `${day}T04:00:00Z`,
  }));
}

function changeLine(server: DemoServer, { update }: Item, rest: HistoryLine): HistoryLine {
  return {
    accountid: server.place.account,
    region: server.place.region,
    resourceid: server.id,
    id: update.id,
    title: update.title,
    // An update of Windows has no version: the column is null.
    ...(update.version === "" ? {} : { version: update.version }),
    architecture: update.architecture,
    severity: update.severity,
    ...rest,
  };
}

/** The states in the words of the history, which does not keep the spelling of agents. */
const WORDS: Readonly<Record<PatchState, string>> = {
  Installed: "installed",
  InstalledOther: "installed other",
  InstalledPendingReboot: "pending reboot",
  InstalledRejected: "rejected",
  Missing: "missing",
  Failed: "failed",
};

function patchLines(server: DemoServer, item: Item, isRecent: boolean): HistoryLine[] {
  const seen = iso(item.seen + 2000);
  const line = (rest: HistoryLine) => changeLine(server, item, { kind: "patch", installedtime: "", seen, ...rest });
  if (item.state === "Missing" || item.state === "Failed")
    return [line({ state: WORDS[item.state], change: "appeared", was: "" })];
  const isWaiting = item.state === "InstalledPendingReboot" || item.state === "InstalledRejected";
  if (!isRecent && !isWaiting) return [];
  return [line({ state: WORDS[item.state], change: "changed", was: "missing", installedtime: iso(item.installed ?? item.seen) })];
}

/** What the history says of what changed on a server. */
export function changeLines(demo: Demo, server: DemoServer, items: readonly Item[]): HistoryLine[] {
  return items.flatMap((item) => {
    const isRecent = item.installed !== null && item.installed >= demo.asOf - PAST;
    const patches = server.scanned === null ? [] : patchLines(server, item, isRecent);
    if (!isRecent || server.system.family === "windows" || item.version === "") return patches;
    const isApt = server.system.family === "apt";
    const { update, version } = item;
    return [
      ...patches,
      changeLine(server, item, {
        kind: "package",
        id: update.name,
        title: "",
        version,
        state: "",
        severity: "",
        installedtime: isApt ? "" : iso(item.installed ?? item.seen),
        change: update.was === "" ? "appeared" : "changed",
        was: version === update.version ? update.was : "",
        seen: iso(item.seen + 2000),
      }),
    ];
  });
}
