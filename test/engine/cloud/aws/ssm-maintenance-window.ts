import type { Finding, Properties } from "../../api/finding";
import { providerOwn, tagList } from "../../api/mapping";
import { text, type Kind, asUpdate, type ApiRequest } from "../kind";
import { Refusal } from "../refusal";
import { windowSchedule } from "./ssm-schedule";
import { windowTargetToken, windowTaskToken, windowToken } from "./ssm-tokens";

const creation: ApiRequest = {
  service: "ssm",
  operation: "CreateMaintenanceWindow",
  mapping: {
    ...providerOwn,
    allowUnassociatedTargets: "AllowUnassociatedTargets",
    cutoff: "Cutoff",
    description: "Description",
    duration: "Duration",
    enabled: { local: "sent by UpdateMaintenanceWindow when false" },
    endDate: "EndDate",
    name: "Name",
    schedule: "Schedule",
    scheduleOffset: "ScheduleOffset",
    scheduleTimezone: "ScheduleTimezone",
    startDate: "StartDate",
    tags: tagList,
  },
};

/** When something may be done: a schedule, how long, and how long before the end nothing new starts. */
export const maintenanceWindow: Kind = {
  token: windowToken,
  scope: "regional",
  requests: [creation],
  updates: [asUpdate(creation, "UpdateMaintenanceWindow", { WindowId: "mw-0123456789abcdef0", Replace: true }, ["tags"])],
  namedBy: "name",
  replaceOn: ["region"],
  defaults: { allowUnassociatedTargets: false, enabled: true },
  rules: windowRules,
  computed: [],
  create(call) {
    if (call.store.list(call.place, windowToken).length >= 50) {
      throw new Refusal("ResourceLimitExceededException", "The maximum number of maintenance windows (50) has been reached");
    }
    return { id: `mw-${call.mint(17)}`, outputs: {} };
  },
  // Deleting a window takes its targets and tasks with it.
  remove(call, item) {
    for (const token of [windowTargetToken, windowTaskToken]) {
      for (const part of call.store.list(call.place, token)) {
        if (part.inputs["windowId"] === item.id) call.store.remove(call.place, token, part.id);
      }
    }
  },
};

function windowRules(inputs: Properties): Finding[] {
  const duration = inputs["duration"];
  const cutoff = inputs["cutoff"];
  const zone = text(inputs, "scheduleTimezone");
  const schedule = text(inputs, "schedule");
  const findings: Finding[] = [];
  if (typeof duration === "number" && typeof cutoff === "number" && cutoff >= duration) {
    findings.push({ at: "cutoff", reason: `must be less than the duration: ${cutoff} of ${duration} hours` });
  }
  if (zone !== "" && !isZone(zone)) findings.push({ at: "scheduleTimezone", reason: `'${zone}' is no IANA time zone` });
  if (inputs["scheduleOffset"] !== undefined && !schedule.startsWith("cron("))
    findings.push({ at: "scheduleOffset", reason: "is for cron schedules only" });
  // What ends before it begins never opens.
  const [, once] = /^at\((.+)\)$/u.exec(schedule) ?? [];
  const ends = Date.parse(text(inputs, "endDate"));
  if (inputs["endDate"] !== undefined && !(ends > Date.parse(once === undefined ? "1970-01-01T00:00:00Z" : `${once}Z`)))
    findings.push({ at: "endDate", reason: `'${text(inputs, "endDate")}' is no time after the window opens` });
  const wrong = schedule === "" ? undefined : windowSchedule(schedule);
  if (wrong !== undefined) findings.push({ at: "schedule", reason: `'${schedule}' ${wrong}` });
  return findings;
}

function isZone(zone: string): boolean {
  if (!zone.includes("/") && !["UTC", "GMT"].includes(zone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).format() !== "";
  } catch {
    return false;
  }
}
