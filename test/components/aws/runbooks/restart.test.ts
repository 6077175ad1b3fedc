import { expect } from "chai";
import { runbookText } from "../../../../components/aws/runbooks/automation";
import { GATE_SCRIPT } from "../../../../components/aws/runbooks/gate";
import { restartRunbook, type RestartRunbookArgs } from "../../../../components/aws/runbooks/restart";
import type { AutomationDocument } from "../../../support/automation-graph";
import { type Damage, payloadIn, set, stepOf, without } from "../../../support/document-damage";
import { guardViolations } from "../../../support/guard-violations";
import { payloadOf, RECORDED_ARGS, RESTART_ARGS } from "../../../support/runbook-args";

const APPROVED: RestartRunbookArgs = { ...RESTART_ARGS, expires: "2026-11-30T02:00:00Z", record: RECORDED_ARGS.record! };
const parsed = (args: RestartRunbookArgs = RESTART_ARGS): AutomationDocument => JSON.parse(runbookText(restartRunbook(args)));
const WAVES = ["wave1", "wave1Count", "wave2", "wave2Count"];
const violations = (document: AutomationDocument, args = RESTART_ARGS, waves = WAVES) =>
  guardViolations(document, {
    payload: payloadOf(args),
    script: GATE_SCRIPT,
    way: ["gate", "decide", ...waves, "scan", "reconcile"],
    after: ["scan", "reconcile"],
  });
const inputs = (document: AutomationDocument, name: string) => stepOf(document, name).inputs;

const DAMAGES: Readonly<Record<string, Damage>> = {
  "no gate": without("gate"),
  "no decision": without("decide"),
  "no place to be held at": without("held"),
  "a gate that fails and restarts": set("gate", { onFailure: "step:wave1" }),
  "a gate that is cancelled and restarts": set("gate", { onCancel: "step:wave1" }),
  "a gate whose answer nobody looks at": set("gate", { nextStep: "wave1" }),
  "a gate that is told no end of its approval": (document) => (payloadIn(document, "gate")["Expires"] = ""),
  "a Default that restarts": (document) => (inputs(document, "decide")["Default"] = "wave1"),
  "a branch without Default": (document) => delete inputs(document, "decide")["Default"],
  "a decision that fails and restarts": set("decide", { onFailure: "step:wave1" }),
  "held, and then a wave": set("held", { isEnd: false, nextStep: "wave1" }),
  "the second wave first": ({ mainSteps }) =>
    Object.assign(
      mainSteps.find(({ name }) => name === "decide")!,
      {
        inputs: { Choices: [{ NextStep: "wave2", Variable: "{{ gate.Decision }}", StringEquals: "open" }], Default: "held" },
      },
    ),
  "a wave that fails and goes on": set("wave1", { onFailure: "Continue" }),
  "a wave that fails, and the next one begins": set("waveCancel", { nextStep: "wave2" }),
  "a wave that may fail": set("wave1", { isCritical: false }),
  "a wave that nobody counts": set("wave1", { nextStep: "wave2" }),
  "a count that fails, and the next wave begins": set("wave1Count", { onFailure: "step:wave2" }),
  "a count that may fail": set("wave2Count", { isCritical: false }),
  "no scan after a failed wave": set("waveCancel", { nextStep: "reconcile" }),
  "nothing after a failed wave": set("waveCancel", { nextStep: "record" }),
  "a wave that ends": set("wave2", { isEnd: true }),
  "no scan": without("scan"),
  "a scan that may fail": set("scan", { isCritical: false }),
  "a reconciliation that may fail": set("reconcile", { isCritical: false }),
  "no reconciliation": without("reconcile"),
  "a reconciliation that goes back to a wave": set("reconcile", { nextStep: "wave1" }),
  "a record that goes back to a wave": set("record", { isEnd: false, nextStep: "wave1" }),
};

describe("the guarded restart", () => {
  it("has no way to a restart around the gate or past a wave that did not end well, and each failure ends as Failed", () => {
    expect(violations(parsed())).to.deep.equal([]);
    expect(violations(parsed(APPROVED), APPROVED)).to.deep.equal([]);
    const one = { ...RESTART_ARGS, waves: [] };
    expect(violations(parsed(one), one, ["wave1", "wave1Count"])).to.deep.equal([]);
  });

  for (const [what, damage] of Object.entries(DAMAGES)) {
    it(`rejects ${what}`, () => {
      const document = parsed(APPROVED);
      damage(document);
      expect(violations(document, APPROVED)).not.to.deep.equal([]);
    });
  }

  it("sends its own document to the servers of each wave, one at a time, and stops at the first that fails", () => {
    const sent = (name: string) => {
      const { CloudWatchOutputConfig: log, Targets, ...rest } = inputs(parsed(), name);
      expect(log).to.deep.equal({ CloudWatchLogGroupName: "/fleet/commands", CloudWatchOutputEnabled: true });
      return [Targets, rest];
    };
    const command = (name: string) => ({
      DocumentName: "fleet-restart",
      Parameters: { Run: ["{{ automation:EXECUTION_ID }}"], StepTimeoutSeconds: ["2400"] },
      MaxConcurrency: "1",
      MaxErrors: "0",
      TimeoutSeconds: 5700,
      Comment: `fleet {{ automation:EXECUTION_ID }} ${name}`,
    });
    const group = { Key: "tag:PatchGroup", Values: ["web"] };
    expect(sent("wave1")).to.deep.equal([[group, { Key: "tag:ClusterRole", Values: ["replica"] }], command("wave1")]);
    expect(sent("wave2")).to.deep.equal([[group, { Key: "tag:ClusterRole", Values: ["primary"] }], command("wave2")]);
    expect(inputs(parsed({ ...RESTART_ARGS, waves: [] }), "wave1")["Targets"]).to.deep.equal([group]);
  });

  it("counts the servers of each wave by both tags, and finds what it cancels, counts and records by the same mark", () => {
    const document = parsed(APPROVED);
    const mark = (name: string) => `fleet {{ automation:EXECUTION_ID }} ${name}`;
    const group = { Key: "tag:PatchGroup", Values: ["web"] };
    const counted = { Document: "fleet-restart", Comment: mark("wave1") };
    const replicas = [group, { Key: "tag:ClusterRole", Values: ["replica"] }];
    expect(payloadIn(document, "wave1Count")).to.deep.equal({ Filters: replicas, ...counted });
    expect(payloadIn(parsed({ ...RESTART_ARGS, waves: [] }), "wave1Count")).to.deep.equal({ Filters: [group], ...counted });
    const sent = { Document: "fleet-restart", Comments: [mark("wave1"), mark("wave2")] };
    expect(payloadIn(document, "waveCancel")).to.deep.equal(sent);
    expect(payloadIn(document, "scanCancel")).to.deep.equal({ Document: "AWS-RunPatchBaseline", Comments: [mark("scan")] });
    expect(payloadIn(document, "record")).to.deep.include(sent);
    expect(payloadIn(document, "reconcile")).to.deep.equal({
      TagKey: "PatchGroup",
      TagValue: "web",
      Servers: "40",
      Document: "AWS-RunPatchBaseline",
      Comment: mark("scan"),
    });
  });

  it("gives each step more time than its command has, and stays below 64 KB with ten waves", () => {
    for (const name of ["wave1", "wave2"]) expect(stepOf(parsed(), name).timeoutSeconds).to.be.greaterThan(5700 + 2400);
    const waves = Array.from({ length: 10 }, (_, place) => ({ tag: "t".repeat(128), value: `${place}`.padEnd(256, "v") }));
    const long = { ...APPROVED, waves, group: "g".repeat(256) };
    expect(Buffer.byteLength(runbookText(restartRunbook(long)))).to.be.below(64 * 1024);
  });
});
