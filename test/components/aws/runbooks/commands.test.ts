import { expect } from "chai";
import { CANCEL_SCRIPT, RECONCILE_SCRIPT } from "../../../../components/aws/runbooks/commands";

// A real interpreter runs them on every case: .ci/runbooks. Here is what Node alone can say.
describe("the programs that look after commands", () => {
  it("have the handlers that their steps name, and hold nothing that Automation would take for a variable", () => {
    expect(CANCEL_SCRIPT)
      .to.match(/^def cancel\(events, context\):$/mu)
      .and.not.include("{{");
    expect(RECONCILE_SCRIPT)
      .to.match(/^def reconcile\(events, context\):$/mu)
      .and.not.include("{{");
  });

  it("find commands in the same way", () => {
    const find = (script: string) => script.slice(script.indexOf("def commands_of"), script.indexOf("return found"));
    expect(find(CANCEL_SCRIPT)).to.equal(find(RECONCILE_SCRIPT)).and.to.include('command.get("Comment") == comment');
  });
});
