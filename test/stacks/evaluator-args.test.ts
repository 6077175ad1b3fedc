import { expect } from "chai";
import { centralOf } from "../../simulator/year";
import { evaluatorArgsOf } from "../../stacks/evaluator-args";
import { demoPlan } from "../support/demo-plan";

describe("what evaluators are made of", () => {
  it("is the plan and the lake, as plain data", () => {
    const { evaluators, evidence } = centralOf(demoPlan());
    const [plan] = evaluators;
    const { sql, ...args } = evaluatorArgsOf(plan!, evidence!, "PatchGroup", "arn:bus", { owner: "platform" });
    expect(sql).to.include(`"fleet_evidence"."expected_groups"`).and.include(`of ring ${plan!.before} finished`);
    expect(args).to.deep.include({
      workgroupName: "fleet-evidence",
      databaseName: "fleet_evidence",
      ring: plan!.ring,
      parameterName: `/fleet/rings/${plan!.ring}/proved`,
      tier: "Advanced",
      told: { busArn: "arn:bus", source: "fleet.patching", detailType: "Ring held" },
      times: plan!.times,
      tags: { owner: "platform" },
    });
  });

  it("tells nobody where there is no bus", () => {
    const { evaluators, evidence } = centralOf(demoPlan());
    expect(evaluatorArgsOf(evaluators[0]!, evidence!, "PatchGroup", null, {}).told).to.equal(null);
  });
});
