import { expect } from "chai";
import { zoneFinding } from "../../../fleet/schedule/zone-finding";

describe("zoneFinding", () => {
  it("finds nothing wrong with a zone", () => expect(zoneFinding("Europe/Paris")).to.equal(null));

  for (const [name, near] of [
    ["europe/paris", "Europe/Paris"],
    ["Paris", "Europe/Paris"],
    ["new york", "America/New_York"],
    ["Europe/Pairs", "Europe/Paris"],
    ["utc", "UTC"],
  ] as const) {
    it(`rejects "${name}" and suggests ${near}`, () => expect(zoneFinding(name)?.fix).to.equal(`did you mean "${near}"?`));
  }

  it("rejects a short name without guessing which zone is meant", () => {
    expect(zoneFinding("PST")?.fix).to.equal("write for example Europe/Paris or UTC");
  });
});
