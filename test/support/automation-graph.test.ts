import { expect } from "chai";
import { type AutomationDocument, type DocumentStep, type Walk, walks } from "./automation-graph";

const document = (...steps: (Partial<DocumentStep> & { name: string })[]): AutomationDocument => ({
  schemaVersion: "0.3",
  assumeRole: "arn:aws:iam::1:role/x",
  mainSteps: steps.map((step) => ({ action: "aws:sleep", inputs: {}, ...step })),
  outputs: [],
});
const outcome = ({ outcome: of }: Walk["visits"][number]) => (typeof of === "string" ? of : of.choice.StringEquals);
const told = (...steps: Parameters<typeof document>) =>
  walks(document(...steps)).map(({ visits, status }) => `${visits.map((v) => `${v.step}:${outcome(v)}`).join(" ")} ${status}`);

describe("the walker of runbooks", () => {
  it("goes in the order of the steps and aborts on failure", () => {
    expect(told({ name: "a" }, { name: "b" })).to.deep.equal([
      "a:success b:success Success",
      "a:success b:failure Failed",
      "a:success b:cancel Cancelled",
      "a:failure Failed",
      "a:cancel Cancelled",
    ]);
  });

  it("takes nextStep after success only, and ends at isEnd", () => {
    const ways = told({ name: "a", nextStep: "c" }, { name: "b" }, { name: "c", isEnd: true }, { name: "d" });
    expect(ways.filter((way) => way.includes("success"))).to.deep.equal([
      "a:success c:success Success",
      "a:success c:failure Failed",
      "a:success c:cancel Cancelled",
    ]);
  });

  it("goes on after a failure that continues, as a Success unless the step is written down as critical", () => {
    expect(told({ name: "a", onFailure: "Continue" }, { name: "b" })).to.include("a:failure b:success Success");
    expect(told({ name: "a", onFailure: "Continue", isCritical: true }, { name: "b" })).to.include("a:failure b:success Failed");
    expect(told({ name: "a", onFailure: "Continue", isEnd: true })).to.include("a:failure Success");
  });

  it("jumps on failure and on cancel where it is told to", () => {
    const ways = told({ name: "a", onFailure: "step:c", onCancel: "step:c" }, { name: "b" }, { name: "c" });
    expect(ways).to.include.members(["a:failure c:success Success", "a:cancel c:success Cancelled"]);
  });

  it("takes a branch's choices and its Default, and falls through without one", () => {
    const Choices = [{ NextStep: "c", Variable: "{{ x }}", StringEquals: "open" }];
    const branch = { name: "a", action: "aws:branch", inputs: { Choices, Default: "b" } };
    expect(told(branch, { name: "b", isEnd: true }, { name: "c" })).to.include.members([
      "a:open c:success Success",
      "a:default b:success Success",
    ]);
    expect(told({ ...branch, inputs: { Choices } }, { name: "b", isEnd: true }, { name: "c" })).to.include(
      "a:through b:success Success",
    );
  });

  it("rejects a step that is not there and a circle", () => {
    expect(told({ name: "a", nextStep: "z" })).to.include("a:success Broken");
    expect(told({ name: "a", nextStep: "a" })).to.include("a:success Endless");
  });
});
