import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import { GATE_SCRIPT } from "../../../../components/aws/runbooks/gate";

interface GateCase {
  readonly name: string;
  readonly want: { readonly decision: string; readonly why: string } | { readonly raises: string };
}

const root = path.resolve(__dirname, "..", "..", "..", "..", "..");
const { cases }: { cases: GateCase[] } = JSON.parse(readFileSync(path.join(root, "test/support/gate-cases.json"), "utf8"));

// A real interpreter runs it on every case: .ci/runbooks. Here is what Node alone can say.
describe("the gate's program", () => {
  it("has the handler that its step names, and holds nothing that Automation would take for a variable", () => {
    expect(GATE_SCRIPT)
      .to.match(/^def gate\(events, context\):$/mu)
      .and.not.include("{{");
  });

  it("asks for nothing but calendars, releases and manifests", () => {
    const asked = GATE_SCRIPT.match(/\b(?:here|home|s3)\.\w+/gu);
    expect(asked).to.deep.equal(["s3.head_object", "s3.get_paginator", "home.get_parameter", "here.get_calendar_state"]);
    expect(GATE_SCRIPT).not.to.match(/\b(?:except|eval|exec|open\()/u);
  });

  it("has cases for every answer, each with a name of its own", () => {
    const kinds = cases.map(({ want }) => ("raises" in want ? want.raises : want.decision));
    expect(new Set(kinds)).to.deep.equal(new Set(["open", "held", "ValueError", "ClientError", "KeyError", "Error"]));
    expect(new Set(cases.map(({ name }) => name)).size).to.equal(cases.length);
  });
});
