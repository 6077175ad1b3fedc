import { expect } from "chai";
import { seenCommand, seenExecution } from "../../run/seen";

describe("a look at a run", () => {
  it("finds an execution that ended well, badly, or held", () => {
    const end = (given: object) => seenExecution(given).end;
    expect(end({ AutomationExecutionStatus: "Success", Outputs: { "gate.Decision": ["open"] } })).to.deep.equal({
      outcome: "succeeded",
      text: "succeeded",
    });
    expect(end({ AutomationExecutionStatus: "Failed", FailureMessage: "step install failed" })).to.deep.equal({
      outcome: "failed",
      text: "Failed: step install failed",
    });
    for (const AutomationExecutionStatus of ["TimedOut", "Cancelled", "CompletedWithFailure", "Rejected"])
      expect(end({ AutomationExecutionStatus })?.outcome).to.equal("failed");
    for (const AutomationExecutionStatus of ["Pending", "InProgress", "Waiting", "Cancelling"])
      expect(end({ AutomationExecutionStatus })).to.equal(null);
  });

  it("finds why a run was held at its gate, also where the execution has no outputs", () => {
    const gate = { StepName: "gate", StepStatus: "Success", Outputs: { Decision: ["held"], Why: ["ring is held"] } };
    expect(seenExecution({ AutomationExecutionStatus: "Success", StepExecutions: [gate] } as never).end).to.deep.equal({
      outcome: "held",
      text: "held, nothing was done: ring is held",
    });
  });

  it("calls a scan good only when it reached every server and none failed", () => {
    const end = (given: object) => seenCommand(given).end;
    expect(end({ Status: "Success", TargetCount: 2, CompletedCount: 2 })?.outcome).to.equal("succeeded");
    expect(end({ Status: "Success", TargetCount: 2, CompletedCount: 2, DeliveryTimedOutCount: 1 })).to.deep.equal({
      outcome: "failed",
      text: "Success: 2 of 2 servers, 1 of them failed or not reached",
    });
    expect(end({ Status: "Success", StatusDetails: "NoInstancesInTag", TargetCount: 0 })).to.deep.equal({
      outcome: "failed",
      text: "NoInstancesInTag: no server carries the tag, or none is managed",
    });
    expect(end({ Status: "InProgress", TargetCount: 2, CompletedCount: 1 })).to.equal(null);
  });
});
