import { expect } from "chai";
import { EXECUTION_ID, runbookText, type Runbook } from "../../../../components/aws/runbooks/automation";

describe("runbookText", () => {
  it("is JSON that says what the data says, the same for the same data", () => {
    const runbook: Runbook = {
      schemaVersion: "0.3",
      description: "waits",
      assumeRole: "arn:aws:iam::444444444444:role/x",
      mainSteps: [{ name: "wait", action: "aws:sleep", isEnd: true, inputs: { Duration: "PT1S" } }],
      outputs: [],
    };
    expect(JSON.parse(runbookText(runbook))).to.deep.equal(runbook);
    expect(runbookText(runbook)).to.equal(runbookText({ ...runbook }));
  });
});

describe("EXECUTION_ID", () => {
  it("is Automation's own variable", () => {
    expect(EXECUTION_ID).to.equal("{{ automation:EXECUTION_ID }}");
  });
});
