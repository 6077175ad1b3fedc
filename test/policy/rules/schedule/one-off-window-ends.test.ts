import rule from "fleet-patching-policy/rules/schedule/one-off-window-ends";
import { testRule } from "../../support/test-rule";

export const cases = testRule({
  rule,
  compliant: {
    window: {
      type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
      props: {
        name: "fleet-change",
        schedule: "at(2026-12-01T02:00:00)",
        endDate: "2026-12-02T00:00:00Z",
        duration: 4,
        cutoff: 1,
      },
    },
  },
  valid: [
    { name: "a moment in UTC with an end after it" },
    { name: "UTC, written out", changes: [["window.props.scheduleTimezone", "UTC"]] },
    { name: "an end with an offset", changes: [["window.props.endDate", "2026-12-01T04:00:00+01:00"]] },
    {
      name: "a recurring window without an end",
      changes: [
        ["window.props.schedule", "cron(0 2 ? * SUN *)"],
        ["window.props.endDate", undefined],
      ],
    },
  ],
  invalid: [
    { name: "no end", change: ["window.props.endDate", undefined], finds: ["window, endDate: nothing"] },
    {
      name: "an end before the start",
      change: ["window.props.endDate", "2026-11-30T00:00:00Z"],
      finds: ["window, endDate: 2026-11-30T00:00:00Z"],
    },
    {
      name: "an end at the start",
      change: ["window.props.endDate", "2026-12-01T02:00:00Z"],
      finds: ["window, endDate: 2026-12-01T02:00:00Z"],
    },
    { name: "an end that is no date", change: ["window.props.endDate", "soon"], finds: ["window, endDate: soon"] },
    {
      name: "a zone, which is not heeded",
      change: ["window.props.scheduleTimezone", "Europe/Paris"],
      finds: ["window, scheduleTimezone: Europe/Paris"],
    },
  ],
});
