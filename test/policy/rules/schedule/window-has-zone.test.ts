import rule from "fleet-patching-policy/rules/schedule/window-has-zone";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const ZONE = "window.props.scheduleTimezone";

export const cases = testRule({
  rule,
  compliant: { window: guarded["window"]! },
  valid: [
    { name: "a zone of the IANA database" },
    { name: "UTC", changes: [[ZONE, "UTC"]] },
    { name: "GMT", changes: [[ZONE, "GMT"]] },
    { name: "an old name of a zone", changes: [[ZONE, "Asia/Calcutta"]] },
    {
      name: "a rate, which has no hour",
      changes: [
        ["window.props.schedule", "rate(7 days)"],
        [ZONE, undefined],
      ],
    },
    {
      name: "a one-off window, which is UTC",
      changes: [
        ["window.props.schedule", "at(2026-12-01T02:00:00)"],
        [ZONE, undefined],
      ],
    },
  ],
  invalid: [
    { name: "a cron schedule without a zone", change: [ZONE, undefined], finds: ["window, scheduleTimezone: nothing"] },
    { name: "an empty zone", change: [ZONE, ""], finds: ["window, scheduleTimezone: nothing"] },
    { name: "an abbreviation, which AWS refuses", change: [ZONE, "PST"], finds: ["window, scheduleTimezone: PST"] },
    { name: "an offset", change: [ZONE, "+01:00"], finds: ["window, scheduleTimezone: +01:00"] },
    {
      name: "a zone that does not exist",
      change: [ZONE, "Europe/Atlantis"],
      finds: ["window, scheduleTimezone: Europe/Atlantis"],
    },
    {
      name: "the name Windows has for it",
      change: [ZONE, "W. Europe Standard Time"],
      finds: ["window, scheduleTimezone: W. Europe Standard Time"],
    },
  ],
});

export const rates = testRule({
  rule,
  compliant: {
    window: { ...guarded["window"]!, props: { ...guarded["window"]!.props, schedule: "rate(1 day)", scheduleTimezone: "UTC" } },
  },
  valid: [],
  invalid: [
    {
      name: "a zone that does not exist beside a rate",
      change: [ZONE, "Mars/Base"],
      finds: ["window, scheduleTimezone: Mars/Base"],
    },
  ],
});
