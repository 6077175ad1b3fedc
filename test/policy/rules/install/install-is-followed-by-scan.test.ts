import rule from "fleet-patching-policy/rules/install/install-is-followed-by-scan";
import { changed, json, ref, type FixtureResource } from "../../support/fixture";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const STEPS = "runbook.props.content.mainSteps";
const RESCAN = `${STEPS}.5`;
const FOUND = ["task, runbook fleet-install, step install: nothing that scans after install"];

const bare: FixtureResource = {
  type: "aws:ssm/document:Document",
  props: {
    name: "bare",
    documentType: "Automation",
    content: json({
      mainSteps: [
        {
          name: "install",
          action: "aws:runCommand",
          inputs: { DocumentName: "AWS-RunPatchBaseline", Parameters: { Operation: "Install" } },
        },
      ],
    }),
  },
};

export const inRunbook = testRule({
  rule,
  compliant: { ...guarded, scan: handwritten["scan"]!, servers: handwritten["servers"]!, bare },
  valid: [
    { name: "a scan after the install" },
    {
      name: "a step between the two",
      changes: [
        [`${STEPS}.6`, { name: "wait", action: "aws:sleep", inputs: {}, nextStep: "rescan" }],
        [`${STEPS}.4.nextStep`, "wait"],
      ],
    },
    { name: "a scan of more than the group", changes: [[`${RESCAN}.inputs.Targets.0.Values`, ["{{ Group }}", "nonprod"]]] },
    {
      name: "a runbook that only scans",
      changes: [
        [`${STEPS}.4.inputs.Parameters.Operation`, "Scan"],
        [RESCAN, undefined],
      ],
    },
  ],
  invalid: [
    { name: "no scan after the install", change: [RESCAN, undefined], finds: FOUND },
    {
      name: "an association that starts a runbook without a scan",
      change: ["association", { type: "aws:ssm/association:Association", props: { name: "bare" } }],
      finds: ["association, runbook bare, step install: nothing that scans after install"],
    },
    { name: "a scan by another task alone", change: [RESCAN, { name: "rescan", action: "aws:sleep", inputs: {} }], finds: FOUND },
    { name: "a run that ends with the install", change: [`${STEPS}.4.isEnd`, true], finds: FOUND },
    { name: "a scan of another group", change: [`${RESCAN}.inputs.Targets.0.Values.0`, "prod-db"], finds: FOUND },
    { name: "another command after the install", change: [`${RESCAN}.inputs.DocumentName`, "AWS-RunShellScript"], finds: FOUND },
    { name: "a jump past the scan", change: [`${STEPS}.4.nextStep`, "held"], finds: FOUND },
    {
      name: "an install after the install",
      change: [`${RESCAN}.inputs.Parameters.Operation`, "Install"],
      finds: [...FOUND, "task, runbook fleet-install, step rescan: nothing that scans after rescan"],
    },
  ],
});

const last: FixtureResource = { ...handwritten["scan"]!, props: { ...handwritten["scan"]!.props, priority: 9 } };
const NONE = ["install, taskInvocationParameters.runCommandParameters.parameters: no later task of its window that scans"];

export const inWindow = testRule({
  rule,
  compliant: { ...handwritten, last },
  valid: [
    { name: "a scan task after the install task" },
    {
      name: "a window without an install",
      changes: [
        ["install", undefined],
        ["last", undefined],
      ],
    },
    {
      name: "an association, which has no window",
      changes: [
        [
          "install",
          {
            type: "aws:ssm/association:Association",
            props: { name: "AWS-RunPatchBaseline", parameters: { Operation: "Install" }, targets: [] },
          },
        ],
      ],
    },
  ],
  invalid: [
    { name: "no scan after the install", change: ["last", undefined], finds: NONE },
    { name: "a scan whose priority is not written", change: ["last.props.priority", undefined], finds: NONE },
    {
      name: "an install whose priority is not known",
      change: ["install.props.windowId", ref("servers.name")],
      finds: NONE,
      findsInPreview: [],
    },
    { name: "a scan at the same priority", change: ["last.props.priority", 5], finds: NONE },
    { name: "a scan in another window", change: ["last.props.windowId", "mw-0123456789abcdef0"], finds: NONE },
    {
      name: "a scan of another group",
      change: ["last.props.targets", [{ key: "tag:PatchGroup", values: ["nonprod"] }]],
      finds: NONE,
    },
    { name: "an install that comes last", change: ["install.props.priority", 10], finds: NONE },
    { name: "another document", change: ["last.props.taskArn", ref("window.name")], finds: NONE },
  ],
});

const INSTALL = `${STEPS}.4`;

export const onItsWay = testRule({
  rule,
  compliant: changed(guarded, [
    [`${INSTALL}.onFailure`, "step:rescan"],
    [`${INSTALL}.onCancel`, "step:rescan"],
    [`${INSTALL}.nextStep`, "rescan"],
  ]),
  valid: [{ name: "a scan after success, failure and cancelling" }],
  invalid: [{ name: "a scan after failure and cancelling alone", change: [`${INSTALL}.nextStep`, "held"], finds: FOUND }],
});

export const afterCancelling = testRule({
  rule,
  compliant: changed(guarded, [
    [`${INSTALL}.onFailure`, "Abort"],
    [`${INSTALL}.onCancel`, "step:rescan"],
  ]),
  valid: [{ name: "a scan after success and cancelling" }],
  invalid: [{ name: "a scan after cancelling alone", change: [`${INSTALL}.nextStep`, "held"], finds: FOUND }],
});

export const withoutPriorities = testRule({
  rule,
  compliant: {
    ...handwritten,
    scan: guarded["window"]!,
    last: { ...last, props: { ...last.props, priority: 1 } },
    install: { ...handwritten["install"]!, props: { ...handwritten["install"]!.props, priority: 0 } },
  },
  valid: [
    { name: "a scan at 1 after an install at 0" },
    { name: "a scan at 1 after an install whose priority is not written", changes: [["install.props.priority", undefined]] },
  ],
  invalid: [
    {
      name: "a scan whose priority is not written after an install at 0",
      change: ["last.props.priority", undefined],
      finds: NONE,
    },
  ],
});

const run = (name: string, Operation: string) => ({
  name,
  action: "aws:runCommand",
  inputs: {
    DocumentName: "AWS-RunPatchBaseline",
    Targets: [{ Key: "tag:PatchGroup", Values: ["{{ Group }}"] }],
    Parameters: { Operation },
  },
});
const loop = (...steps: readonly object[]) => ({
  name: "waves",
  action: "aws:loop",
  inputs: { Iterators: ["a", "b"], Steps: steps },
});

export const inLoop = testRule({
  rule,
  compliant: changed(guarded, [
    [`${STEPS}.4`, loop(run("install", "Install"), { name: "calm", action: "aws:sleep", inputs: {} })],
  ]),
  valid: [
    { name: "a scan after the loop that installs" },
    {
      name: "a scan in the loop, after the install",
      changes: [
        [`${STEPS}.4`, loop(run("install", "Install"), run("check", "Scan"))],
        [RESCAN, undefined],
      ],
    },
  ],
  invalid: [
    { name: "nothing after the loop", change: [RESCAN, undefined], finds: FOUND },
    { name: "a step in the loop that ends the run", change: [`${STEPS}.4.inputs.Steps.1.isEnd`, true], finds: FOUND },
  ],
});
