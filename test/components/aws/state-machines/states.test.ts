import validator from "asl-validator";
import { expect } from "chai";
import { evaluatorMachine } from "../../../../components/aws/state-machines/evaluator";
import { historyMachine } from "../../../../components/aws/state-machines/history";
import { stateMachineText, type StateMachine } from "../../../../components/aws/state-machines/states";
import { EVALUATOR, HISTORY } from "../../../support/every-evidence-component";

const place = { partition: "aws", databaseName: "fleet_evidence", workgroupName: "fleet-evidence" };
const MACHINES: Readonly<Record<string, StateMachine>> = {
  "the evaluator": evaluatorMachine(EVALUATOR),
  "an evaluator that asks no alarms": evaluatorMachine({ ...EVALUATOR, alarms: [] }),
  "the history": historyMachine({ ...place, ...HISTORY }),
  "a history that tells nobody": historyMachine({ ...place, ...HISTORY, findings: [] }),
};
const wrongs = (machine: object) => validator(machine).errors.map((error) => error["Error code"]);

describe("a state machine", () => {
  it("is written as JSON that says the same", () => {
    const machine = { Comment: "c", StartAt: "End", TimeoutSeconds: 1, States: { End: { Type: "Succeed" } } } as const;
    expect(JSON.parse(stateMachineText(machine))).to.deep.equal(machine);
  });

  for (const [name, machine] of Object.entries(MACHINES)) {
    it(`is Amazon States Language by its grammar: ${name}`, () => {
      const parsed: object = JSON.parse(stateMachineText(machine));
      expect(wrongs(parsed)).to.deep.equal([]);
    });
  }

  it("rejects, by that grammar, a state that nothing leads to, one that is not there, and one that ends nowhere", () => {
    const { States } = MACHINES["the history"] ?? {};
    const machine = { StartAt: "FindOthers", States };
    expect(wrongs({ ...machine, States: { ...States, Alone: { Type: "Succeed" } } })).to.not.deep.equal([]);
    expect(wrongs({ ...machine, StartAt: "Nowhere" })).to.not.deep.equal([]);
    expect(wrongs({ ...machine, States: { ...States, Done: { Type: "Pass" } } })).to.not.deep.equal([]);
  });
});
