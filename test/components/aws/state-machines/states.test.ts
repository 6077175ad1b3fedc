import { expect } from "chai";
import { stateMachineText } from "../../../../components/aws/state-machines/states";

describe("a state machine", () => {
  it("is written as JSON that says the same", () => {
    const machine = { Comment: "c", StartAt: "End", TimeoutSeconds: 1, States: { End: { Type: "Succeed" } } } as const;
    expect(JSON.parse(stateMachineText(machine))).to.deep.equal(machine);
  });
});
