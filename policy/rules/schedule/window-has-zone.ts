import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { show, text } from "../../read";
import { isZone } from "../../schedule/zone";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "window-has-zone",
  concern: "schedule",
  description: "A recurring maintenance window says in which time zone it starts.",
  why: "A cron schedule without a zone is UTC: it starts at another hour than its authors read, and moves when clocks change.",
  remediation: "Set scheduleTimezone to a name of the IANA database, such as Europe/Paris or UTC.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/maintenance-windows-schedule-options.html",
  unless: "Everybody who reads the schedule thinks in UTC; then write UTC.",
  resource: WINDOW,
  needs: ["schedule", "scheduleTimezone"],
  check: ({ props }) => {
    const zone = props["scheduleTimezone"];
    if (zone === undefined && text(props["schedule"])?.startsWith("cron(") !== true) return [];
    if (isZone(text(zone) ?? "")) return [];
    return [{ at: "scheduleTimezone", got: show(zone), want: "a zone of the IANA database, such as Europe/Paris or UTC" }];
  },
});
