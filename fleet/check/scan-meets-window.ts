import { Temporal } from "temporal-polyfill";
import type { Finding } from "../problem";
import { ringOrders } from "../ring-orders";
import { judgedYears } from "../schedule/judged-years";
import { parseSchedule } from "../schedule/parse-schedule";
import { hourMillis, type RingWindow } from "../schedule/ring";
import { latestStart, startMillis } from "../schedule/starts";
import type { Fleet } from "../schema/fleet-file";

/** How long the scan of every server may take. */
const SCAN_MILLIS = hourMillis;
const YEAR_MILLIS = 366 * 24 * hourMillis;

/** The first scan of a year that is still running when a window opens, or begins while it is open; null when none is. */
function meeting(scans: readonly number[], { schedule, zone, durationHours }: RingWindow): number | null {
  const meets = (scan: number) => {
    const start = latestStart(schedule, zone, scan + SCAN_MILLIS - 1);
    return start !== null && start + durationHours * hourMillis > scan;
  };
  return scans.find(meets) ?? null;
}

/**
 * A scan of every server that meets an install window: on a server that does both at once, one of them fails for its lock.
 * Judged over a year from a fixed day, so that the same file is always judged alike.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-troubleshooting.html
 */
export function scanMeetsWindow(fleet: Fleet): Finding[] {
  const read = parseSchedule(fleet.scan);
  if (!read.ok || read.value.kind === "rate") return [];
  const scans = [...startMillis(read.value, "UTC", judgedYears.from, judgedYears.from + YEAR_MILLIS)];
  const windows = ringOrders(fleet).flatMap((ring) => ring.windows);
  const met = windows.flatMap((window) => {
    const scan = meeting(scans, window);
    return scan === null ? [] : [{ window: window.key, at: Temporal.Instant.fromEpochMilliseconds(scan).toString() }];
  });
  return met.slice(0, 1).map(({ window, at }) => ({
    path: ["scan"],
    got: `${fleet.scan}: the scan of ${at} meets window ${window}`,
    want: "a scan that is an hour clear of every install window: two patch commands on one server fail each other",
    fix: "Scan at another time, such as `wednesdays 12:00 UTC`.",
  }));
}
