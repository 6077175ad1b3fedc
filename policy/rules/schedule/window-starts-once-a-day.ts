import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { text } from "../../read";
import { WINDOW } from "../../vocabulary";

export default defineRule({
  name: "window-starts-once-a-day",
  concern: "schedule",
  description: "A cron schedule names one hour and one minute.",
  why: "Hours in a cron schedule are starts, not the span of the window: `cron(00 23-5 ? * THU#3 *)` means seven starts on one day, five of them before 23:00. The end comes from the duration.",
  remediation: "Write the one hour at which the window opens, and set duration to the hours it stays open.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html",
  unless: "The window only scans and is meant to open several times a day.",
  resource: WINDOW,
  needs: ["schedule"],
  check: ({ props }) => {
    const inside = /^cron\((.*)\)$/.exec(text(props["schedule"]) ?? "")?.[1];
    if (inside === undefined) return [];
    const [minutes = "", hours = ""] = inside.trim().split(/\s+/).slice(-6);
    const several = [
      { what: "minutes", field: minutes },
      { what: "hours", field: hours },
    ].filter(({ field }) => !/^\d{1,2}$/.test(field));
    return several.map(({ what, field }) => ({ at: "schedule", got: `${what} "${field}"`, want: "one number" }));
  },
});
