import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { number, text } from "../../read";
import { integer, strings } from "../../setting";
import { LOG_GROUP } from "../../vocabulary";

export default defineRule({
  name: "output-log-is-retained",
  concern: "evidence",
  description: "The log of commands is kept for more than a year, and not for ever.",
  why: "A yearly audit asks for what happened a year ago. A log without an end grows and is paid for until somebody finds it.",
  remediation: "Set retentionInDays; at the level remediate this rule sets it where nothing is set.",
  severity: "low",
  enforcement: "advisory",
  controls: [CONTROLS.auditRetention],
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  unless: "Logs are exported to an archive.",
  settings: {
    prefixes: strings(["/fleet/", "/aws/ssm/"], "How the names of command logs begin."),
    least: integer(365, 1, 3653, "For how many days at least a log is kept."),
  },
  resource: LOG_GROUP,
  needs: ["retentionInDays"],
  check: ({ props }, { settings }) => {
    const name = text(props["name"]) ?? "";
    if (!settings.prefixes.some((prefix) => name.startsWith(prefix))) return [];
    const days = number(props["retentionInDays"]) ?? 0;
    if (days >= settings.least) return [];
    return [
      {
        at: "retentionInDays",
        got: days === 0 ? "nothing, so for ever" : `${days} days`,
        want: `at least ${settings.least} days`,
      },
    ];
  },
  remediate: (_, { settings }) => ({ retentionInDays: PERIODS.find((days) => days >= settings.least) ?? 3653 }),
});

/** The periods CloudWatch knows, from a month on. */
const PERIODS = [30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
