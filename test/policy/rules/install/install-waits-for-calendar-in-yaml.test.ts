import rule from "fleet-patching-policy/rules/install/install-waits-for-calendar";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const runbook = (fallback: string) => `schemaVersion: "0.3"
description: Installs when the calendar is open
mainSteps:
  - name: calendar
    action: aws:executeAwsApi
    inputs: { Service: ssm, Api: GetCalendarState, CalendarNames: ["fleet-calendar-prod"] }
    outputs:
      - { Name: State, Selector: $.State, Type: String }
  - name: decide
    action: aws:branch
    inputs:
      Choices:
        - NextStep: install
          Variable: "{{ calendar.State }}"
          StringEquals: OPEN
      Default: ${fallback}
  - name: closed
    action: aws:sleep
    inputs: { Duration: PT1S }
    isEnd: true
  - name: install
    action: aws:runCommand
    inputs:
      DocumentName: AWS-RunPatchBaseline
      Targets:
        - Key: tag:PatchGroup
          Values: [prod-auto]
      Parameters: { Operation: Install, RebootOption: NoReboot }
`;
const CONTENT = "runbook.props.content";
const FOUND = ["task, runbook fleet-install, step install: a way to install on which no answer of a change calendar is heeded"];

export const inYaml = testRule({
  rule,
  compliant: {
    task: guarded["task"]!,
    runbook: {
      type: "aws:ssm/document:Document",
      props: { name: "fleet-install", documentType: "Automation", documentFormat: "YAML", content: runbook("closed") },
    },
  },
  valid: [{ name: "a runbook in YAML that heeds the calendar" }],
  invalid: [
    { name: "a runbook in YAML whose default leads to the install", change: [CONTENT, runbook("install")], finds: FOUND },
    {
      name: "a runbook in YAML that does not end when closed",
      change: [CONTENT, runbook("closed").replace("isEnd: true", "isEnd: false")],
      finds: FOUND,
    },
  ],
});
