import { expect } from "chai";
import { runbookText } from "../../../../components/aws/runbooks/automation";
import { GATE_SCRIPT } from "../../../../components/aws/runbooks/gate";
import { installRunbook } from "../../../../components/aws/runbooks/install";
import { RECORD_SCRIPT } from "../../../../components/aws/runbooks/record";
import { FIXED_SECONDS } from "../../../../fleet/schedule/capacity";
import type { AutomationDocument, Choice } from "../../../support/automation-graph";
import { walks } from "../../../support/automation-graph";
import { type Damage, set, stepOf, unset, without } from "../../../support/document-damage";
import { guardViolations, INSTALL_WAY } from "../../../support/guard-violations";
import { payloadOf, RECORDED_ARGS, RUNBOOK_ARGS } from "../../../support/runbook-args";

const EXECUTION = "fe4576d1-e7f9-4e29-9a67-3ecc06573b32";
const parsed = (args = RUNBOOK_ARGS): AutomationDocument => JSON.parse(runbookText(installRunbook(args)));
const violations = (document: AutomationDocument) =>
  guardViolations(document, { payload: payloadOf(RUNBOOK_ARGS), script: GATE_SCRIPT, ...INSTALL_WAY });
const commands = (document: AutomationDocument) => document.mainSteps.filter(({ action }) => action === "aws:runCommand");

interface Branching {
  Choices: Choice[];
  Default?: string;
}
/* oxlint-disable typescript/no-unsafe-type-assertion */
const branch = (document: AutomationDocument) => stepOf(document, "decide").inputs as unknown as Branching;
const payload = (document: AutomationDocument) =>
  stepOf(document, "gate").inputs["InputPayload"] as Record<string, string | string[]>;
/* oxlint-enable typescript/no-unsafe-type-assertion */

const choose =
  (change: Partial<Choice>): Damage =>
  (document) =>
    Object.assign(branch(document).Choices[0]!, change);
const script =
  (from: string, to: string): Damage =>
  (document) => {
    const { inputs } = stepOf(document, "gate");
    const text = String(inputs["Script"]);
    expect(text).to.include(from);
    inputs["Script"] = text.replace(from, to);
  };

/** Every condition of the gate, each taken away or turned around once. */
const DAMAGES: Readonly<Record<string, Damage>> = {
  "no gate": without("gate"),
  "no decision": without("decide"),
  "no place to be held at": without("held"),
  "no scan before": without("scan"),
  "a gate that is asked after the scan": ({ mainSteps }) => mainSteps.unshift(...mainSteps.splice(3, 1)),
  "a gate that fails and goes on": set("gate", { onFailure: "Continue" }),
  "a gate that fails and scans": set("gate", { onFailure: "step:scan" }),
  "a gate that fails and installs": set("gate", { onFailure: "step:install" }),
  "a gate that is cancelled and installs": set("gate", { onCancel: "step:install" }),
  "a gate whose answer nobody looks at": set("gate", { nextStep: "scan" }),
  "a gate that goes to the install": set("gate", { nextStep: "install" }),
  "a gate that ends": set("gate", { isEnd: true }),
  "a gate by another handler": (document) => Object.assign(stepOf(document, "gate").inputs, { Handler: "cancel" }),
  "a gate of another program": script('if value == "open":', "if True:"),
  "a gate that forgives": script('raise ValueError("release', 'return ("release'),
  "a gate that asks no calendar": (document) => (payload(document)["Calendars"] = []),
  "a gate that asks another calendar": (document) => (payload(document)["Calendars"] = ["fleet-calendar-dev"]),
  "a gate that asks no proved release": (document) => (payload(document)["Proved"] = ""),
  "a gate that asks no declared release": (document) => (payload(document)["Releases"] as string[]).shift(),
  "a gate that asks elsewhere": (document) => (payload(document)["Home"] = "us-east-1"),
  "a decision that is not the gate's": (document) => (stepOf(document, "gate").outputs![0]!.Selector = "$.Payload.Why"),
  "a decision of another kind": (document) => (stepOf(document, "gate").outputs![0]!.Type = "Boolean"),
  "no decision to read": (document) => (stepOf(document, "gate").outputs = []),
  "a branch without Default": (document) => delete branch(document).Default,
  "a Default that installs": (document) => (branch(document).Default = "install"),
  "a Default that scans and installs": (document) => (branch(document).Default = "scan"),
  "a choice for held": choose({ StringEquals: "held" }),
  "a choice by another value": choose({ Variable: "{{ gate.Why }}" }),
  "a choice by its beginning": (document) => {
    const [choice] = branch(document).Choices;
    delete choice!.StringEquals;
    Object.assign(choice!, { StartsWith: "o" });
  },
  "a choice that leaves the scan out": choose({ NextStep: "install" }),
  "a choice more": (document) =>
    branch(document).Choices.push({ NextStep: "scan", Variable: "{{ gate.Decision }}", StringEquals: "held" }),
  "no choice": (document) => (branch(document).Choices = []),
  "a decision that fails and goes on": set("decide", { onFailure: "Continue", nextStep: "scan" }),
  "a decision that fails and installs": set("decide", { onFailure: "step:install" }),
  "held, but not the end": unset("held", "isEnd"),
  "held, and then a scan": (document) => Object.assign(stepOf(document, "held"), { isEnd: false, nextStep: "scan" }),
  "a scan that fails and installs": set("scan", { onFailure: "Continue" }),
  "a scan that fails and jumps to the install": set("scan", { onFailure: "step:install" }),
  "a scan that is cancelled and installs": set("scan", { onCancel: "step:install" }),
  "a scan that may fail": set("scan", { isCritical: false }),
  "a cancelled scan that installs": (document) =>
    Object.assign(stepOf(document, "scanCancel"), { isEnd: false, nextStep: "install" }),
  "an install that may fail": set("install", { isCritical: false }),
  "an install whose failure nobody wrote down": unset("install", "isCritical"),
  "an install that fails and stops": set("install", { onFailure: "Abort" }),
  "an install that fails and goes nowhere": unset("install", "onFailure"),
  "no scan after a failed install": set("installCancel", { nextStep: "reconcile" }),
  "nothing after a failed install": set("installCancel", { isEnd: true }),
  "a last scan that may fail": set("scanAfter", { isCritical: false }),
  "a last scan that ends": set("scanAfter", { isEnd: true, nextStep: undefined as unknown as string }),
  "a reconciliation that may fail": set("reconcile", { onFailure: "Continue" }),
  "a reconciliation that is not there": without("reconcile"),
  "a step that is not there": set("scanAfter", { nextStep: "count" }),
  "a circle": (document) => Object.assign(stepOf(document, "reconcile"), { isEnd: false, nextStep: "scan" }),
};

describe("the guarded runbook", () => {
  it("has no way to an install around the gate, scans and counts after a failure, and ends as it should", () => {
    expect(violations(parsed())).to.deep.equal([]);
  });

  for (const [what, damage] of Object.entries(DAMAGES)) {
    it(`rejects ${what}`, () => {
      const document = parsed();
      damage(document);
      expect(violations(document)).not.to.deep.equal([]);
    });
  }

  describe("with evidence", () => {
    const recorded = () => parsed(RECORDED_ARGS);

    it("has no way to an install around the gate either, and ends as it did without a record", () => {
      expect(violations(recorded())).to.deep.equal([]);
      const ends = (document: AutomationDocument) =>
        walks(document)
          .filter(({ visits }) => visits.every(({ step, outcome }) => step !== "record" || outcome === "success"))
          .map(({ visits, status }) => {
            const way = visits.filter(({ step }) => step !== "record");
            return `${way.map(({ step, outcome }) => `${step} ${JSON.stringify(outcome)}`).join(", ")}: ${status === "Success" ? "good" : "not good"}`;
          });
      expect(ends(recorded())).to.have.members(ends(parsed()));
    });

    it("leaves a record on every way that nobody cancelled, as its last step and once", () => {
      for (const { visits } of walks(recorded()).filter(({ visits: all }) => !all.some(({ outcome }) => outcome === "cancel"))) {
        const steps = visits.map(({ step }) => step);
        expect([steps.at(-1), steps.filter((step) => step === "record").length], steps.join()).to.deep.equal(["record", 1]);
      }
    });

    it("rejects a run whose record cannot be written, and never installs after it", () => {
      const failing = walks(recorded()).filter(
        ({ visits }) => visits.at(-1)?.step === "record" && visits.at(-1)?.outcome === "failure",
      );
      expect(failing.length).to.be.greaterThan(5);
      for (const { status, visits } of failing)
        expect(status, visits.map(({ step }) => step).join()).to.be.oneOf(
          visits.some(({ outcome }) => outcome === "cancel") ? ["Failed", "Cancelled"] : ["Failed"],
        );
    });

    const SPOILED: Readonly<Record<string, Damage>> = {
      "a failed gate that is not critical: its record would make it a good run": set("gate", { isCritical: false }),
      "a failed decision that is not critical": set("decide", { isCritical: false }),
      "a failed reconciliation that is not critical": set("reconcile", { isCritical: false }),
      "a record that goes on to the install": (document) =>
        Object.assign(stepOf(document, "record"), { isEnd: false, nextStep: "install" }),
      "a record that fails and goes on to the scan": set("record", { onFailure: "step:scan" }),
      "a held run without its record, which falls through to the scan": unset("held", "nextStep"),
      "no record": without("record"),
    };
    for (const [what, damage] of Object.entries(SPOILED)) {
      it(`rejects ${what}`, () => {
        const document = recorded();
        damage(document);
        expect(violations(document)).not.to.deep.equal([]);
      });
    }

    it("tells its record all that Automation does not know, and stays below 64 KB", () => {
      expect(stepOf(recorded(), "record").inputs).to.deep.equal({
        Runtime: "python3.12",
        Handler: "record",
        InputPayload: {
          Execution: "{{ automation:EXECUTION_ID }}",
          Account: "444444444444",
          Region: "us-east-1",
          Ring: "prod",
          TagKey: "PatchGroup",
          TagValue: "web",
          Document: "AWS-RunPatchBaseline",
          Comments: ["fleet {{ automation:EXECUTION_ID }} install"],
          Bucket: "fleet-evidence-222222222222-eu-west-1",
          BucketOwner: "222222222222",
          BucketRegion: "eu-west-1",
        },
        Script: RECORD_SCRIPT,
      });
      expect(Buffer.byteLength(runbookText(installRunbook({ ...RECORDED_ARGS, group: "g".repeat(256) })))).to.be.below(64 * 1024);
    });
  });

  it("is a document of Automation under its own role, below 64 KB", () => {
    const document = parsed();
    expect([document.schemaVersion, document.assumeRole]).to.deep.equal(["0.3", RUNBOOK_ARGS.role]);
    expect(document.outputs).to.deep.equal(["gate.Decision", "gate.Why", "reconcile.Expected", "reconcile.Finished"]);
    const largest = installRunbook({ ...RUNBOOK_ARGS, group: "g".repeat(256), logGroup: `/${"l".repeat(511)}` });
    expect(Buffer.byteLength(runbookText(largest))).to.be.below(64 * 1024);
    expect(document.mainSteps.map(({ name }) => name)).to.have.lengthOf(new Set(document.mainSteps.map(({ name }) => name)).size);
    for (const { name } of document.mainSteps) expect(name).to.match(/^[a-zA-Z0-9_]{3,128}$/u);
  });

  it("sends AWS-RunPatchBaseline to the servers of the group by tag, with parameters that the document takes", () => {
    const document = parsed({ ...RUNBOOK_ARGS, tagKey: "Patch Group", reboot: "NoReboot" });
    const sent = commands(document).map(({ name, inputs }) => [name, inputs["Parameters"]]);
    const common = { SnapshotId: ["{{ automation:EXECUTION_ID }}"] };
    expect(sent).to.deep.equal([
      ["scan", { Operation: ["Scan"], RebootOption: ["NoReboot"], ...common, StepTimeoutSeconds: ["900"] }],
      ["install", { Operation: ["Install"], RebootOption: ["NoReboot"], ...common, StepTimeoutSeconds: ["2400"] }],
      ["scanAfter", { Operation: ["Scan"], RebootOption: ["NoReboot"], ...common, StepTimeoutSeconds: ["900"] }],
    ]);
    for (const { inputs } of commands(document)) {
      expect(inputs["DocumentName"]).to.equal("AWS-RunPatchBaseline");
      expect(inputs["Targets"]).to.deep.equal([{ Key: "tag:Patch Group", Values: ["web"] }]);
      expect(inputs["CloudWatchOutputConfig"]).to.deep.equal({
        CloudWatchLogGroupName: "/fleet/commands",
        CloudWatchOutputEnabled: true,
      });
      // AWS's own patterns for SnapshotId, MaxConcurrency and MaxErrors.
      expect(EXECUTION).to.match(/^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/u);
      expect(inputs["MaxConcurrency"]).to.match(/^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$/u);
      expect(inputs["MaxErrors"]).to.match(/^([1-9][0-9]*|0|[1-9][0-9]%|[0-9]%|100%)$/u);
    }
  });

  it("installs at the group's own rates and scans at a high one of its own, whatever fails", () => {
    const [scan, install, after] = commands(parsed()).map(({ inputs }) => [inputs["MaxConcurrency"], inputs["MaxErrors"]]);
    expect([scan, install, after]).to.deep.equal([
      ["50%", "100%"],
      ["10%", "5%"],
      ["50%", "100%"],
    ]);
  });

  it("restarts as the group says, and never after a scan", () => {
    for (const reboot of ["RebootIfNeeded", "NoReboot"] as const) {
      const options = commands(parsed({ ...RUNBOOK_ARGS, reboot })).map(
        ({ inputs }) => (inputs["Parameters"] as Record<string, unknown>)["RebootOption"],
      );
      expect(options).to.deep.equal([["NoReboot"], [reboot], ["NoReboot"]]);
    }
  });

  it("gives each step more time than its command has, so that the command ends by its own expiry", () => {
    for (const step of commands(parsed())) {
      const parameters = step.inputs["Parameters"] as Record<string, string[]>;
      const expiry = Number(step.inputs["TimeoutSeconds"]) + Number(parameters["StepTimeoutSeconds"]![0]);
      expect(step.timeoutSeconds, step.name).to.be.greaterThan(expiry);
      expect(Number(step.inputs["TimeoutSeconds"])).to.be.within(30, 2_592_000);
    }
    for (const step of parsed().mainSteps.filter(({ action }) => action === "aws:executeScript"))
      expect(step.timeoutSeconds, step.name).to.equal(600);
  });

  it("takes no longer than the capacity of its window counts for it", () => {
    const seconds = (name: string) => stepOf(parsed(), name).timeoutSeconds ?? 0;
    const { timeoutSeconds, stepTimeoutSeconds } = RUNBOOK_ARGS;
    expect(seconds("gate")).to.be.at.most(FIXED_SECONDS.gate);
    expect(seconds("scan")).to.be.at.most(FIXED_SECONDS.scan);
    expect(seconds("scanAfter")).to.be.at.most(FIXED_SECONDS.scan);
    expect(seconds("reconcile")).to.be.at.most(FIXED_SECONDS.reconcile);
    expect(seconds("install") - timeoutSeconds - stepTimeoutSeconds).to.be.at.most(FIXED_SECONDS.slack);
  });

  it("marks each command with run and step, so that it is found again, and looks for it by the same mark", () => {
    const document = parsed();
    const mark = (name: string) => stepOf(document, name).inputs["Comment"];
    const sought = (name: string) => (stepOf(document, name).inputs["InputPayload"] as Record<string, unknown>)["Comment"];
    for (const name of ["scan", "install", "scanAfter"]) {
      expect(mark(name)).to.equal(`fleet {{ automation:EXECUTION_ID }} ${name}`);
      expect(stepOf(document, `${name}Cancel`).inputs["InputPayload"]).to.deep.equal({
        Document: "AWS-RunPatchBaseline",
        Comments: [mark(name)],
      });
      expect(String(mark(name)).replace("{{ automation:EXECUTION_ID }}", EXECUTION)).to.have.lengthOf.at.most(100);
    }
    expect(sought("reconcile")).to.equal(mark("install"));
  });

  it("counts the servers of the group by its tag", () => {
    const { inputs } = stepOf(parsed(), "reconcile");
    expect(inputs["InputPayload"]).to.deep.equal({
      TagKey: "PatchGroup",
      TagValue: "web",
      Servers: "40",
      Document: "AWS-RunPatchBaseline",
      Comment: "fleet {{ automation:EXECUTION_ID }} install",
    });
  });
});
