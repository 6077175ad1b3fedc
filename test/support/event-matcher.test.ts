import { expect } from "chai";
import { matches, transformed } from "./event-matcher";

const EVENT = {
  source: "aws.ssm",
  resources: ["arn:a", "arn:b"],
  detail: { Status: "Failed", DefinitionVersion: 1, name: "fleet-x" },
};

describe("the matcher of event patterns", () => {
  it("compares letter by letter, and type by type", () => {
    expect(matches({ source: ["aws.ssm"], detail: { Status: ["TimedOut", "Failed"] } }, EVENT)).to.equal(true);
    expect(matches({ source: ["aws.SSM"] }, EVENT)).to.equal(false);
    expect(matches({ detail: { status: ["Failed"] } }, EVENT)).to.equal(false);
    expect(matches({ detail: { Status: ["failed"] } }, EVENT)).to.equal(false);
    expect(matches({ detail: { DefinitionVersion: ["1"] } }, EVENT)).to.equal(false);
    expect(matches({ detail: { DefinitionVersion: [1] } }, EVENT)).to.equal(true);
  });

  it("wants one value of a list, and fields that are there", () => {
    expect(matches({ resources: ["arn:b"] }, EVENT)).to.equal(true);
    expect(matches({ resources: ["arn:c"] }, EVENT)).to.equal(false);
    expect(matches({ detail: { state: { value: ["ALARM"] } } }, EVENT)).to.equal(false);
  });

  it("knows beginnings", () => {
    expect(matches({ detail: { name: [{ prefix: "fleet-" }] } }, EVENT)).to.equal(true);
    expect(matches({ detail: { name: [{ suffix: "fleet-" }] } }, EVENT)).to.equal(false);
    expect(matches({ detail: { name: [{ prefix: "Fleet-" }] } }, EVENT)).to.equal(false);
  });

  it("rejects what it does not know, instead of letting it through", () => {
    expect(() => matches({ detail: { name: [{ wildcard: "x" }] } }, EVENT)).to.throw("wildcard");
    expect(() => matches({ source: "aws.ssm" }, EVENT)).to.throw("lists");
    expect(() => matches({ source: [] }, EVENT)).to.throw("lists");
  });

  it("writes fields into a template, and nothing for those that are not there", () => {
    expect(transformed("<a> is <b>.", { a: "$.detail.name", b: "$.detail.missing" }, EVENT)).to.equal("fleet-x is .");
    expect(() => transformed("<c>", {}, EVENT)).to.throw("<c>");
  });
});
