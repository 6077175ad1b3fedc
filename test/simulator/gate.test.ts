import { expect } from "chai";
import { GATE_CASES, twinOf } from "../support/gate-world";
import { randomGateCases } from "../support/random-gate-cases";

describe("the gate's twin", () => {
  for (const each of GATE_CASES.cases) {
    const { want } = each;
    it(`${"raises" in want ? "rejects" : "decides"} a case: ${each.name}`, () => {
      expect(twinOf(each)).to.deep.equal("raises" in want ? null : { Decision: want.decision, Why: want.why });
    });
  }

  it("meets cases of chance of every kind: open, held, and what cannot be read", () => {
    const answers = randomGateCases(2000).map(({ twin }) => (twin === null ? "raises" : String(Object(twin).Decision)));
    const counted = Object.fromEntries(
      ["open", "held", "raises"].map((kind) => [kind, answers.filter((each) => each === kind).length]),
    );
    for (const count of Object.values(counted)) expect(count, JSON.stringify(counted)).to.be.greaterThan(100);
  });
});
