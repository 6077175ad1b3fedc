import { expect } from "chai";
import { AlertBus } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { made, named } from "../../support/program-run";

const BUS = {
  region: "eu-west-1",
  busName: "fleet",
  busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/fleet",
  tags: TAGS,
};

describe("AlertBus", () => {
  it("lets the organization put events, and nobody else", async () => {
    const result = await previewed((opts) => {
      new AlertBus("alerts", { ...BUS, organization: "o-a1b2c3d4e5" }, opts);
    });
    const [component, bus, policy] = shapes(result);
    expect(component).to.deep.equal(componentShape("AlertBus", "alerts"));
    expect(bus?.inputs).to.deep.equal({
      region: "eu-west-1",
      name: "fleet",
      description: "What happens in the fleet",
      tags: TAGS,
    });
    const { policy: text, ...rest } = policy!.inputs as { policy: string };
    expect(rest).to.deep.equal({ region: "eu-west-1", eventBusName: "fleet" });
    expect(JSON.parse(text).Statement).to.deep.equal([
      {
        Sid: "OrganizationPutsEvents",
        Effect: "Allow",
        Principal: "*",
        Action: ["events:PutEvents"],
        Resource: BUS.busArn,
        Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      },
    ]);
    expect(named(result, "alerts").outputs).to.deep.equal({ busName: "fleet" });
  });

  it("has no policy in a single account: its own rights are enough", async () => {
    const result = await previewed((opts) => {
      new AlertBus("alerts", BUS, opts);
    });
    expect(made(result).filter(({ custom }) => custom)).to.have.lengthOf(1);
  });
});
