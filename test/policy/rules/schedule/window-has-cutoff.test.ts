import rule from "fleet-patching-policy/rules/schedule/window-has-cutoff";
import { ref, type Fixture } from "../../support/fixture";
import { testRule } from "../../support/test-rule";

const window: Fixture = {
  window: {
    type: "aws:ssm/maintenanceWindow:MaintenanceWindow",
    props: { name: "fleet-prod", schedule: "cron(0 2 ? * SUN *)", scheduleTimezone: "Europe/Paris", duration: 4, cutoff: 1 },
  },
};

export const cases = testRule({
  rule,
  compliant: window,
  valid: [
    { name: "a cutoff of one hour" },
    { name: "a cutoff one hour below the duration", changes: [["window.props.cutoff", 3]] },
    { name: "the longest window there is", changes: [["window.props.duration", 24]] },
    {
      name: "numbers written as text",
      changes: [
        ["window.props.cutoff", "1"],
        ["window.props.duration", "2"],
      ],
    },
    {
      name: "another resource without a cutoff",
      changes: [
        ["window.type", "aws:ssm/document:Document"],
        ["window.props.cutoff", undefined],
      ],
    },
  ],
  invalid: [
    { name: "a cutoff of zero", change: ["window.props.cutoff", 0], finds: ["window, cutoff: 0"] },
    { name: "no cutoff", change: ["window.props.cutoff", undefined], finds: ["window, cutoff: nothing"] },
    { name: "a cutoff as long as the window", change: ["window.props.cutoff", 4], finds: ["window, cutoff: 4"] },
    { name: "a window no longer than its cutoff", change: ["window.props.duration", 1], finds: ["window, cutoff: 1"] },
    { name: "a window without a duration", change: ["window.props.duration", undefined], finds: ["window, duration: nothing"] },
    { name: "a window of no hours", change: ["window.props.duration", 0], finds: ["window, duration: 0"] },
    { name: "a window longer than a day", change: ["window.props.duration", 25], finds: ["window, duration: 25"] },
    {
      name: "a cutoff that is not known",
      change: ["window.props.cutoff", ref("window.id")],
      finds: ["window, cutoff: id-of-window"],
      findsInPreview: ["? window, cutoff: a value not known before the update"],
    },
  ],
});
