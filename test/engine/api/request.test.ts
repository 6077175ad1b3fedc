import { expect } from "chai";
import { modelledServices } from "../prepare/service-models";
import { unknownValue } from "./finding";
import { judgeRequest } from "./request";
import { serviceModel, wholeText } from "./service-model";

const baseline = { Name: "fleet-ubuntu", OperatingSystem: "UBUNTU" };
const task = { WindowId: `mw-${"0".repeat(17)}`, TaskArn: "fleet-install", TaskType: "AUTOMATION" };

function places(operation: string, request: unknown): string[] {
  return judgeRequest("ssm", operation, request).map((finding) => finding.at);
}

describe("a request judged by AWS's service model", () => {
  it("passes when every constraint holds", () => {
    expect(judgeRequest("ssm", "CreatePatchBaseline", baseline)).to.deep.equal([]);
    expect(
      judgeRequest("ssm", "RegisterTaskWithMaintenanceWindow", { ...task, MaxConcurrency: "10%", MaxErrors: "0" }),
    ).to.deep.equal([]);
  });

  it("leaves values alone that are not known yet", () => {
    expect(places("CreatePatchBaseline", { ...baseline, Name: unknownValue, ApprovedPatches: [unknownValue] })).to.deep.equal([]);
  });

  it("rejects a name with a space", () => {
    expect(judgeRequest("ssm", "CreatePatchBaseline", { ...baseline, Name: "fleet ubuntu" })).to.deep.equal([
      {
        at: "Name",
        reason:
          "failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9_\\-.]{3,128}$, got 'fleet ubuntu'",
      },
    ]);
  });

  it("rejects a 51st approved patch", () => {
    const patches = Array.from({ length: 51 }, (_, index) => `package-${index}`);
    expect(places("CreatePatchBaseline", { ...baseline, ApprovedPatches: patches.slice(0, 50) })).to.deep.equal([]);
    expect(places("CreatePatchBaseline", { ...baseline, ApprovedPatches: patches })).to.deep.equal(["ApprovedPatches"]);
  });

  it("rejects a window name of two letters", () => {
    const window = { Schedule: "rate(7 days)", Duration: 2, Cutoff: 1, AllowUnassociatedTargets: false };
    expect(places("CreateMaintenanceWindow", { ...window, Name: "dev" })).to.deep.equal([]);
    expect(places("CreateMaintenanceWindow", { ...window, Name: "de" })).to.include("Name");
  });

  it("rejects a rate over 100 %", () => {
    expect(places("RegisterTaskWithMaintenanceWindow", { ...task, MaxConcurrency: "101%" })).to.deep.equal(["MaxConcurrency"]);
    expect(places("RegisterTaskWithMaintenanceWindow", { ...task, MaxErrors: "101%" })).to.deep.equal(["MaxErrors"]);
  });

  it("rejects a missing member, an unknown one, a wrong type and a value outside its range", () => {
    expect(places("CreatePatchBaseline", {})).to.deep.equal(["Name"]);
    expect(places("CreatePatchBaseline", { ...baseline, Colour: "blue" })).to.deep.equal(["Colour"]);
    expect(places("CreatePatchBaseline", { ...baseline, ApprovedPatchesEnableNonSecurity: "yes" })).to.deep.equal([
      "ApprovedPatchesEnableNonSecurity",
    ]);
    const rule = { PatchFilterGroup: { PatchFilters: [] }, ApproveAfterDays: 361 };
    expect(places("CreatePatchBaseline", { ...baseline, ApprovalRules: { PatchRules: [rule] } })).to.deep.equal([
      "ApprovalRules.PatchRules.1.ApproveAfterDays",
    ]);
  });

  it("rejects a value outside its enumeration", () => {
    expect(places("CreatePatchBaseline", { ...baseline, OperatingSystem: "UBUNTU_LTS" })).to.deep.equal(["OperatingSystem"]);
  });

  it("counts code points, as AWS does", () => {
    expect(places("CreatePatchBaseline", { ...baseline, Description: "\u{1F680}".repeat(1024) })).to.deep.equal([]);
    expect(places("CreatePatchBaseline", { ...baseline, Description: "\u{1F680}".repeat(1025) })).to.deep.equal(["Description"]);
  });

  it("understands every pattern of every service it has", () => {
    const patterns = modelledServices.flatMap((service) =>
      Object.values(serviceModel(service).shapes).flatMap((shape) => shape.pattern ?? []),
    );
    expect(patterns.length).to.be.greaterThan(500);
    for (const pattern of patterns) expect(() => wholeText(pattern), pattern).not.to.throw();
  });
});
