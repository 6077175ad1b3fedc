import { expect } from "chai";
import { COMPARE_SCRIPT } from "../../../../components/aws/runbooks/compare";
import { manifestOf } from "../../../../fleet/manifest";

// A real interpreter runs it on every case: .ci/runbooks. Here is what Node alone can say.
describe("the comparison's program", () => {
  it("has the handler that its step names, and holds nothing that Automation would take for a variable", () => {
    expect(COMPARE_SCRIPT)
      .to.match(/^def compare\(events, context\):$/mu)
      .and.not.include("{{");
  });

  it("reads a manifest just as it is written", () => {
    const patches = [{ id: "KB5034441" }, { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" }];
    // The pattern as Python has it, in which a line ends at the end of the text too.
    const [, pattern = ""] = /re\.findall\(r"(.*)", body/u.exec(COMPARE_SCRIPT) ?? [];
    const found = [...manifestOf(patches).text.matchAll(new RegExp(pattern, "gmu"))].map(([, id, title]) => ({ id, title }));
    expect(found).to.deep.equal([{ id: "KB5034441", title: undefined }, patches[1]]);
  });

  it("stops asking before the service stops it", () => {
    const [, seconds = ""] = /^SECONDS = (\d+)$/mu.exec(COMPARE_SCRIPT) ?? [];
    // Ten attempts of the last question, each with up to twenty seconds before it at worst.
    expect(Number(seconds) + 120).to.be.below(600);
  });
});
