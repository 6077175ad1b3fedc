import { expect } from "chai";
import { filled, meant, NoSuchPath, valueAt, withValue } from "../../simulator/json-path";

const DATA = { answer: { rows: [{ name: "first" }, { name: "second" }] }, name: "top" };

describe("the paths of state machines", () => {
  it("lead to names, places, the rest of a list, and everything of a name", () => {
    expect(valueAt(DATA, "$.answer.rows[1].name")).to.equal("second");
    expect(valueAt(DATA, "$.answer.rows[1:]")).to.deep.equal([{ name: "second" }]);
    expect(valueAt(DATA, "$..name")).to.deep.equal(["first", "second", "top"]);
    expect(valueAt({}, "$..name")).to.deep.equal([]);
    expect(valueAt(DATA, "$")).to.equal(DATA);
  });

  it("rejects what leads nowhere, and what our state machines do not use", () => {
    for (const path of ["$.nothing", "$.answer.rows[2]", "$.name.deeper", "$.answer[0]"])
      expect(() => valueAt(DATA, path), path).to.throw(NoSuchPath);
    for (const path of ["answer", "$.rows[?(@.name)]", "$.rows[*]"])
      expect(() => valueAt(DATA, path), path).to.throw("not a path");
  });

  it("take values in", () => {
    expect(withValue({ a: 1 }, "$.b.c", 2)).to.deep.equal({ a: 1, b: { c: 2 } });
    expect(withValue({ a: 1 }, "$", 2)).to.equal(2);
  });

  it("fill in parameters, and know two functions", () => {
    const context = { Execution: { Name: "e-1" } };
    expect(meant("States.Format('it\\'s {} of {}', $.name, $$.Execution.Name)", DATA, context)).to.equal("it's top of e-1");
    expect(meant("States.ArrayLength($.answer.rows)", DATA, context)).to.equal(2);
    expect(filled({ a: 1, "b.$": "$.name", c: [{ "d.$": "$$.Execution.Name" }] }, DATA, context)).to.deep.equal({
      a: 1,
      b: "top",
      c: [{ d: "e-1" }],
    });
  });
});
