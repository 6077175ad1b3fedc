import { expect } from "chai";
import { EventForwarding } from "../../../components/aws";
import { previewed, TAGS } from "../../support/component-run";
import { made, named } from "../../support/program-run";

const BUS = "arn:aws:events:eu-west-1:222222222222:event-bus/fleet";

describe("EventForwarding", () => {
  it("sends what matches to a bus elsewhere, under a role", async () => {
    const result = await previewed((opts) => {
      const runs = { key: "runs", name: "fleet-forward-runs", about: "Runs", pattern: '{"source":["aws.ssm"]}' };
      const windows = { ...runs, key: "windows", name: "fleet-forward-windows" };
      new EventForwarding("f", { region: "us-east-1", events: [runs, windows], busArn: BUS, role: "arn:role", tags: TAGS }, opts);
    });
    expect(named(result, "f-runs-rule").inputs).to.deep.equal({
      region: "us-east-1",
      name: "fleet-forward-runs",
      description: "Runs",
      eventPattern: '{"source":["aws.ssm"]}',
      state: "ENABLED",
      tags: TAGS,
    });
    expect(named(result, "f-runs-target").inputs).to.deep.equal({
      region: "us-east-1",
      rule: "fleet-forward-runs",
      targetId: "fleet",
      arn: BUS,
      roleArn: "arn:role",
    });
    expect(made(result).filter(({ custom }) => custom)).to.have.lengthOf(4);
  });
});
