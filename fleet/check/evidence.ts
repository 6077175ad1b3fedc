import { partitionOf } from "../partition";
import { homeOf } from "../plan/central";
import { evidenceSettings } from "../plan/evidence";
import type { Finding } from "../problem";
import { parseSchedule } from "../schedule/parse-schedule";
import type { Schedule } from "../schedule/schedule";
import type { Fleet } from "../schema/fleet-file";

/** The inventory writes twice a day; fewer days than this, and servers that are off over a holiday would count as gone. */
const LEAST_DAYS = 14;

/** The longest time between two scans, in days; null where it cannot be told. */
function longestGap(schedule: Schedule): number | null {
  if (schedule.kind === "rate") return Math.ceil(schedule.minutes / 1440);
  if (schedule.kind === "at") return null;
  const { days } = schedule.fields;
  if (days.by === "every-day") return 1;
  return days.by === "weekdays" ? 7 : 35;
}

function departed(fleet: Fleet): Finding[] {
  const days = evidenceSettings(fleet)?.departed;
  const schedule = parseSchedule(fleet.scan);
  if (days === undefined || !schedule.ok) return [];
  // Twice, so that one scan that a server misses does not delete what is known of it.
  const least = Math.max(LEAST_DAYS, 2 * (longestGap(schedule.value) ?? 0));
  if (days >= least) return [];
  const want = `at least ${least} days: a server writes when it is scanned, and may miss one scan`;
  const fix = `Write \`departed: ${least} days\` or more, or scan more often.`;
  return [{ path: ["evidence", "departed"], got: `${days} days`, want, fix }];
}

function auditors(fleet: Fleet): Finding[] {
  const partition = partitionOf(homeOf(fleet).region);
  return (fleet.evidence?.auditors ?? []).flatMap((auditor, place): Finding[] => {
    const [, named] = auditor.split(":");
    if (named === undefined || named === partition) return [];
    const want = `a role of the partition ${partition}`;
    return [{ path: ["evidence", "auditors", place], got: auditor, want, fix: "Name a role where the central account lives." }];
  });
}

/** Evidence of living servers that would be deleted between two scans, and readers from another partition of AWS. */
export function evidence(fleet: Fleet): Finding[] {
  return [...departed(fleet), ...auditors(fleet)];
}
