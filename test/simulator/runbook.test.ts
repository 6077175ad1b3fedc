import { expect } from "chai";
import type { Runbook } from "../../components/aws/runbooks/automation";
import { installRunbook } from "../../components/aws/runbooks/install";
import { restartRunbook } from "../../components/aws/runbooks/restart";
import { run } from "../../simulator/runbook";
import { RUNBOOK_ARGS } from "../support/runbook-args";

const ARGS = RUNBOOK_ARGS;
const INSTALL = installRunbook(ARGS);

/** A run in which some steps fail and the gate says this. */
function ran(document: Runbook, fails: readonly string[] = [], decision = "open") {
  const commands: string[] = [];
  const { status, steps } = run(document, {
    script: (handler, _payload, before) => {
      const step = document.mainSteps.find(
        (each) =>
          each.action === "aws:executeScript" &&
          each.inputs.Handler === handler &&
          !before.some(({ name }) => name === each.name),
      );
      if (fails.includes(step?.name ?? handler)) throw new Error("refused");
      return handler === "gate" ? { Decision: decision, Why: "because" } : {};
    },
    command: (step) => {
      commands.push(step);
      return !fails.includes(step);
    },
  });
  return { status, path: steps.map(({ name }) => name), commands };
}

describe("the interpreter of runbooks", () => {
  it("goes from the gate through scan, install and scan to the count", () => {
    expect(ran(INSTALL)).to.deep.equal({
      status: "Success",
      path: ["gate", "decide", "scan", "install", "scanAfter", "reconcile"],
      commands: ["scan", "install", "scanAfter"],
    });
  });

  it("ends a held run well, without a command", () => {
    expect(ran(INSTALL, [], "held")).to.deep.equal({ status: "Success", path: ["gate", "decide", "held"], commands: [] });
    expect(ran(INSTALL, [], "anything").commands).to.deep.equal([]);
  });

  it("rejects a gate that cannot decide: the run is failed, without a command", () => {
    expect(ran(INSTALL, ["gate"])).to.deep.equal({ status: "Failed", path: ["gate"], commands: [] });
  });

  it("stops before the install when the scan failed, and counts after an install that failed", () => {
    expect(ran(INSTALL, ["scan"])).to.deep.include({ status: "Failed", path: ["gate", "decide", "scan", "scanCancel"] });
    expect(ran(INSTALL, ["install"])).to.deep.include({
      status: "Failed",
      path: ["gate", "decide", "scan", "install", "installCancel", "scanAfter", "reconcile"],
    });
  });

  it("restarts wave after wave, and stops after the one that failed", () => {
    const waves = [
      { tag: "Role", value: "replica" },
      { tag: "Role", value: "primary" },
    ];
    const { reboot: _reboot, errors: _errors, ...args } = ARGS;
    const restart = restartRunbook({ ...args, document: "fleet-restart", waves });
    expect(ran(restart).commands).to.deep.equal(["wave1", "wave2", "scan"]);
    expect(ran(restart, ["wave1"])).to.deep.include({ status: "Failed", commands: ["wave1", "scan"] });
  });

  it("rejects a document without an end, and steps of other kinds", () => {
    const circle = {
      ...INSTALL,
      mainSteps: [{ name: "a", action: "aws:sleep", nextStep: "a", inputs: { Duration: "PT1S" } }],
    } as Runbook;
    expect(() => ran(circle)).to.throw("without an end");
    const other = { ...INSTALL, mainSteps: [{ name: "a", action: "aws:pause", inputs: {} }] } as unknown as Runbook;
    expect(() => ran(other)).to.throw("a step of a kind");
  });
});
