import { expect } from "chai";
import { WAITING_SCRIPT } from "../../../../components/aws/runbooks/waiting";

// A real interpreter runs it on every case: .ci/runbooks. Here is what Node alone can say.
describe("the program that looks for restarts that are still to come", () => {
  it("has the handler that its step names, and holds nothing that Automation would take for a variable", () => {
    expect(WAITING_SCRIPT)
      .to.match(/^def waiting\(events, context\):$/mu)
      .and.not.include("{{");
  });

  it("asks only for a scan's word", () => {
    expect(WAITING_SCRIPT).to.include('state["Operation"] == "Scan" and state["OperationEndTime"] >= began');
  });
});
