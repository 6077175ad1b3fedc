import rule from "fleet-patching-policy/rules/install/freeze-calendar-exists";
import { changed } from "../../support/fixture";
import { guarded, restarting } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const GIVEN = "task.props.taskInvocationParameters.automationParameters.parameters.1";

export const cases = testRule({
  rule,
  // The releases are ARNs of parameters, which are no calendars.
  compliant: changed(guarded, [["runbook.props.content.mainSteps.0.inputs.InputPayload", { calendar: "{{ Calendar }}" }]]),
  valid: [
    { name: "a calendar of the same stack" },
    {
      name: "a calendar elsewhere, by its ARN",
      changes: [
        [`${GIVEN}.values.0`, "arn:aws:ssm:eu-west-1:222222222222:document/freeze"],
        ["calendar", undefined],
      ],
    },
    {
      name: "a calendar written into the runbook",
      changes: [
        ["runbook.props.content.mainSteps.0.inputs.InputPayload.calendar", "fleet-calendar-prod"],
        [GIVEN, undefined],
      ],
    },
    { name: "a parameter that only the execution knows", changes: [[GIVEN, undefined]] },
    {
      name: "a runbook that only scans",
      changes: [
        ["calendar", undefined],
        ["runbook.props.content.mainSteps.4.inputs.Parameters.Operation", "Scan"],
      ],
    },
  ],
  invalid: [
    {
      name: "no calendar at all",
      change: ["calendar", undefined],
      finds: ["task, runbook fleet-install, step gate: no change calendar in this stack"],
    },
    {
      name: "another name",
      change: [`${GIVEN}.values.0`, "fleet-calendar-dev"],
      finds: ["task, runbook fleet-install, step gate: none of fleet-calendar-prod"],
    },
    {
      name: "a calendar of another name",
      change: ["calendar.props.name", "freezes"],
      finds: ["task, runbook fleet-install, step gate: none of freezes"],
    },
    {
      name: "a document of another type",
      change: ["calendar.props.documentType", "Command"],
      finds: ["task, runbook fleet-install, step gate: no change calendar in this stack"],
    },
    {
      name: "no name",
      change: [`${GIVEN}.values`, []],
      finds: ["task, runbook fleet-install, step gate: none of fleet-calendar-prod"],
    },
    {
      name: "an ARN of something else",
      change: [`${GIVEN}.values.0`, "arn:aws:ssm:eu-west-1:222222222222:parameter/freeze"],
      finds: ["task, runbook fleet-install, step gate: none of fleet-calendar-prod"],
    },
  ],
});

const GATE = "runbook.props.content.mainSteps.0";

export const byApi = testRule({
  rule,
  compliant: changed(guarded, [
    [
      GATE,
      {
        name: "gate",
        action: "aws:executeAwsApi",
        inputs: { Service: "ssm", Api: "GetCalendarState", CalendarNames: ["fleet-calendar-prod"] },
      },
    ],
  ]),
  valid: [
    { name: "a calendar in a list" },
    { name: "a calendar by itself", changes: [[`${GATE}.inputs.CalendarNames`, "fleet-calendar-prod"]] },
  ],
  invalid: [
    {
      name: "another calendar in a list",
      change: [`${GATE}.inputs.CalendarNames.0`, "freezes"],
      finds: ["task, runbook fleet-install, step gate: none of fleet-calendar-prod"],
    },
  ],
});

export const byScript = testRule({
  rule,
  compliant: changed(guarded, [
    [`${GATE}.inputs.InputPayload`, { note: null, calendar: "fleet-calendar-prod" }],
    ["runbook.props.content.mainSteps.5.inputs.Parameters.Operation", "Install"],
    ["other", { ...guarded["calendar"]!, props: { ...guarded["calendar"]!.props, name: "get_calendar_state()" } }],
    [`${GATE}.inputs.Script`, "get_calendar_state()"],
  ]),
  valid: [{ name: "a calendar that the script is given" }],
  invalid: [
    {
      name: "a name that stands only in the script, told once for two installs",
      change: [`${GATE}.inputs.InputPayload.calendar`, "freezes"],
      finds: ["task, runbook fleet-install, step gate: none of fleet-calendar-prod, get_calendar_state()"],
    },
  ],
});

export const byRestart = testRule({
  rule,
  compliant: changed(restarting, [[`${GATE}.inputs.InputPayload.Releases`, []]]),
  valid: [{ name: "a restart whose calendar exists" }],
  invalid: [
    {
      name: "a restart whose calendar nobody made",
      change: ["calendar", undefined],
      finds: ["task, runbook fleet-restart, step gate: no change calendar in this stack"],
    },
  ],
});
