import rule from "fleet-patching-policy/rules/install/install-waits-for-calendar";
import { changed, type Change } from "../../support/fixture";
import { guarded } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const CHOICE = `${STEPS}.1.inputs.Choices.0`;
const FOUND = ["task, runbook fleet-install, step install: a way to install on which no answer of a change calendar is heeded"];
const asked: Change = [
  `${STEPS}.0`,
  {
    name: "gate",
    action: "aws:executeAwsApi",
    inputs: { Service: "ssm", Api: "GetCalendarState", CalendarNames: ["{{ Calendar }}"] },
    outputs: [{ Name: "State", Selector: "$.State", Type: "String" }],
  },
];
const asserted = {
  name: "gate",
  action: "aws:assertAwsResourceProperty",
  inputs: {
    Service: "ssm",
    Api: "GetCalendarState",
    CalendarNames: ["{{ Calendar }}"],
    PropertySelector: "$.State",
    DesiredValues: ["OPEN"],
  },
};

export const byScript = testRule({
  rule,
  compliant: guarded,
  valid: [
    { name: "a branch on the gate's answer" },
    { name: "a branch on an API call's answer", changes: [asked, [`${CHOICE}.StringEquals`, "OPEN"]] },
    {
      name: "an answer compared without regard to case",
      changes: [[CHOICE, { NextStep: "scan", Variable: "{{ gate.State }}", EqualsIgnoreCase: "Open" }]],
    },
    {
      name: "a truth value that says open",
      changes: [[CHOICE, { NextStep: "scan", Variable: "{{gate.Open}}", BooleanEquals: true }]],
    },
    {
      name: "a truth value that says not held",
      changes: [[CHOICE, { NextStep: "scan", Variable: "{{ gate.Held }}", BooleanEquals: false }]],
    },
    {
      name: "the answer and a condition beside it",
      changes: [
        [
          CHOICE,
          {
            NextStep: "scan",
            And: [
              { Variable: "{{ Group }}", StringEquals: "x" },
              { Variable: "{{ gate.State }}", StringEquals: "open" },
            ],
          },
        ],
      ],
    },
    {
      name: "one condition in a list of all",
      changes: [[CHOICE, { NextStep: "scan", And: [{ Variable: "{{ gate.State }}", StringEquals: "open" }] }]],
    },
    {
      name: "one condition in a list of any",
      changes: [[CHOICE, { NextStep: "scan", Or: [{ Variable: "{{ gate.State }}", StringEquals: "open" }] }]],
    },
    {
      name: "either of two good answers",
      changes: [
        [
          CHOICE,
          {
            NextStep: "scan",
            Or: [
              { Variable: "{{ gate.State }}", StringEquals: "open" },
              { Variable: "{{ gate.State }}", StringEquals: "urgent" },
            ],
          },
        ],
      ],
    },
    {
      name: "an assertion, which lets pass only by succeeding",
      changes: [
        [`${STEPS}.0`, asserted],
        [CHOICE, { NextStep: "scan", Variable: "{{ Group }}", StringEquals: "x" }],
        [`${STEPS}.1.inputs.Default`, "scan"],
      ],
    },
    {
      name: "a runbook that only scans",
      changes: [
        [`${STEPS}.1.inputs.Default`, "scan"],
        [`${STEPS}.4.inputs.Parameters.Operation`, "Scan"],
      ],
    },
  ],
  invalid: [
    { name: "a default that leads to the install", change: [`${STEPS}.1.inputs.Default`, "scan"], finds: FOUND },
    {
      name: "a branch without a default, which falls through",
      change: [`${STEPS}.1`, { name: "decide", action: "aws:branch", inputs: { Choices: [] }, nextStep: "scan" }],
      finds: FOUND,
    },
    {
      name: "no branch at all",
      change: [`${STEPS}.1`, { name: "decide", action: "aws:sleep", inputs: {}, nextStep: "scan" }],
      finds: FOUND,
    },
    { name: "a held run that goes on", change: [`${STEPS}.2.isEnd`, false], finds: FOUND },
    { name: "a branch on something else", change: [`${CHOICE}.Variable`, "{{ Group }}"], finds: FOUND },
    { name: "a branch on another step's output", change: [`${CHOICE}.Variable`, "{{ decide.State }}"], finds: FOUND },
    { name: "a branch that goes on when it is held", change: [`${CHOICE}.StringEquals`, "held"], finds: FOUND },
    { name: "a branch that goes on when the calendar is closed", change: [`${CHOICE}.StringEquals`, "CLOSED"], finds: FOUND },
    { name: "an empty answer", change: [`${CHOICE}.StringEquals`, ""], finds: FOUND },
    {
      name: "a truth value that says held",
      change: [CHOICE, { NextStep: "scan", Variable: "{{ gate.Held }}", BooleanEquals: true }],
      finds: FOUND,
    },
    {
      name: "a truth value that says not open",
      change: [CHOICE, { NextStep: "scan", Variable: "{{ gate.Open }}", BooleanEquals: false }],
      finds: FOUND,
    },
    {
      name: "an answer that is turned round",
      change: [CHOICE, { NextStep: "scan", Not: { Variable: "{{ gate.State }}", StringEquals: "held" } }],
      finds: FOUND,
    },
    {
      name: "a good answer or anything else",
      change: [
        CHOICE,
        {
          NextStep: "scan",
          Or: [
            { Variable: "{{ gate.State }}", StringEquals: "open" },
            { Variable: "{{ Group }}", StringEquals: "x" },
          ],
        },
      ],
      finds: FOUND,
    },
    {
      name: "a second choice past the gate",
      change: [`${STEPS}.1.inputs.Choices.1`, { NextStep: "install", Variable: "{{ Group }}", StringEquals: "dev" }],
      finds: FOUND,
    },
    { name: "a failing gate that leads to the scan", change: [`${STEPS}.0.onFailure`, "step:scan"], finds: FOUND },
    { name: "a cancelled gate that leads to the install", change: [`${STEPS}.0.onCancel`, "step:install"], finds: FOUND },
    { name: "a gate that is told of no calendar", change: [`${STEPS}.0.inputs.InputPayload.calendar`, ""], finds: FOUND },
    { name: "a gate that does not ask", change: [`${STEPS}.0.inputs.Script`, "return {'state': 'open'}"], finds: FOUND },
    { name: "a gate whose script lies elsewhere", change: [`${STEPS}.0.inputs.Script`, undefined], finds: FOUND },
    { name: "a gate that is asked after the branch", change: [`${STEPS}.0.nextStep`, "scan"], finds: FOUND },
  ],
});

export const byAssertion = testRule({
  rule,
  compliant: changed(guarded, [
    [`${STEPS}.0`, asserted],
    [`${STEPS}.1`, { name: "decide", action: "aws:sleep", inputs: { Duration: "PT1S" }, nextStep: "scan" }],
  ]),
  valid: [{ name: "an assertion that the calendar is open" }],
  invalid: [
    { name: "an assertion that goes on when it fails", change: [`${STEPS}.0.onFailure`, "Continue"], finds: FOUND },
    { name: "an assertion of something else", change: [`${STEPS}.0.inputs.Api`, "DescribeInstanceInformation"], finds: FOUND },
    { name: "an API call instead, whose answer nobody heeds", change: [`${STEPS}.0.action`, "aws:executeAwsApi"], finds: FOUND },
    { name: "an approval instead", change: [`${STEPS}.0.action`, "aws:approve"], finds: FOUND },
  ],
});

export const inLoop = testRule({
  rule,
  compliant: changed(guarded, [
    [
      `${STEPS}.4`,
      {
        name: "waves",
        action: "aws:loop",
        inputs: {
          Iterators: ["a", "b"],
          Steps: [
            {
              name: "wave",
              action: "aws:runCommand",
              inputs: {
                DocumentName: "AWS-RunPatchBaseline",
                Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
                Parameters: { Operation: "Install" },
              },
            },
          ],
        },
      },
    ],
  ]),
  valid: [{ name: "a loop behind the gate" }],
  invalid: [
    {
      name: "a loop that a default leads to",
      change: [`${STEPS}.1.inputs.Default`, "waves"],
      finds: ["task, runbook fleet-install, step wave: a way to wave on which no answer of a change calendar is heeded"],
    },
  ],
});
