import rule from "fleet-patching-policy/rules/install/install-runs-through-guarded-runbook";
import { ref } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const ON = "tag:PatchGroup=prod-auto";

export const cases = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a task that starts a guarded runbook" },
    {
      name: "a window that only scans",
      changes: [
        ["scan", handwritten["scan"]],
        ["servers", handwritten["servers"]],
      ],
    },
    {
      name: "a calendar asked by an API call",
      changes: [
        [
          `${STEPS}.0`,
          {
            name: "gate",
            action: "aws:executeAwsApi",
            inputs: { Service: "ssm", Api: "GetCalendarState", CalendarNames: ["{{ Calendar }}"] },
          },
        ],
      ],
    },
    {
      name: "a calendar asked by an assertion",
      changes: [
        [
          `${STEPS}.0`,
          {
            name: "gate",
            action: "aws:assertAwsResourceProperty",
            inputs: { Service: "ssm", Api: "get_calendar_state", PropertySelector: "$.State", DesiredValues: ["OPEN"] },
          },
        ],
      ],
    },
    {
      name: "a document elsewhere that is said to be harmless",
      settings: { harmlessDocuments: ["acme-backup"] },
      changes: [
        ["task.props.taskArn", "acme-backup"],
        ["runbook", undefined],
      ],
    },
    {
      name: "an installing association, which another rule reports",
      changes: [
        [
          "association",
          {
            type: "aws:ssm/association:Association",
            props: { name: "AWS-RunPatchBaseline", parameters: { Operation: "Install" } },
          },
        ],
      ],
    },
  ],
  invalid: [
    {
      name: "a Run Command task that installs",
      change: ["task.props", { ...handwritten["install"]!.props, targets: [{ key: "tag:PatchGroup", values: ["prod-auto"] }] }],
      finds: [`task, taskInvocationParameters.runCommandParameters.parameters: AWS-RunPatchBaseline on ${ON}`],
    },
    {
      name: "a second task beside the guarded one",
      change: [
        "install",
        {
          ...handwritten["install"],
          props: { ...handwritten["install"]!.props, targets: [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }] },
        },
      ],
      finds: [
        "install, taskInvocationParameters.runCommandParameters.parameters: AWS-RunPatchBaseline on InstanceIds=i-0123456789abcdef0",
      ],
    },
    {
      name: "a runbook without its gate",
      change: [`${STEPS}.0`, { name: "gate", action: "aws:sleep", inputs: { Duration: "PT1S" } }],
      finds: [`task, runbook fleet-install, step install: AWS-RunPatchBaseline on ${ON}, in a runbook that asks nothing`],
    },
    {
      name: "a gate that only mentions calendars in a comment",
      change: [`${STEPS}.0.inputs.Script`, "# ssm.get_calendar_state(…) was here\nreturn {'state': 'open'}"],
      finds: [`task, runbook fleet-install, step install: AWS-RunPatchBaseline on ${ON}, in a runbook that asks nothing`],
    },
    {
      name: "a gate that asks something else",
      change: [`${STEPS}.0.inputs.Script`, "ssm.get_parameter(Name='x')"],
      finds: [`task, runbook fleet-install, step install: AWS-RunPatchBaseline on ${ON}, in a runbook that asks nothing`],
    },
    {
      name: "one of AWS's runbooks that install",
      change: ["task.props.taskArn", "AWS-PatchInstanceWithRollback"],
      finds: ["task, taskArn: AWS-PatchInstanceWithRollback on no targets"],
    },
    {
      name: "a runbook that lies elsewhere",
      change: ["task.props.taskArn", "acme-install"],
      finds: ["? task, taskArn: acme-install on no targets: its runbook is not in this stack"],
    },
    {
      name: "a runbook that is not known",
      change: ["task.props.taskArn", ref("window.id")],
      finds: ["? task, taskArn: id-of-window on no targets: its runbook is not in this stack"],
      findsInPreview: [
        "? task, taskArn: a document not known before the update on no targets: which runbook it starts is not known",
      ],
    },
  ],
});
