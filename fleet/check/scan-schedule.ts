import type { Finding } from "../problem";
import { associationExpression } from "../schedule/association";
import { parseSchedule } from "../schedule/parse-schedule";
import type { Fleet } from "../schema/fleet-file";
import { placed } from "./placed";

/** A scan at times that an association cannot keep: it is always in UTC, and its grammar is narrower than a window's. */
export function scanSchedule(fleet: Fleet): Finding[] {
  const path = ["scan"];
  const read = parseSchedule(fleet.scan);
  if (!read.ok) return placed(path, read.findings);
  const fits = associationExpression(read.value);
  const narrower = fits.ok ? [] : placed(path, fits.findings);
  if (read.value.kind !== "cron" || read.value.utc) return narrower;
  const want = "a time that says UTC: a scan has no zone of its own";
  return [
    ...narrower,
    { path, got: fleet.scan, want, fix: `Write \`${fleet.scan.trim()} UTC\`, after turning the time into UTC.` },
  ];
}
