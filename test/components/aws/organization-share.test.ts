import { expect } from "chai";
import { OrganizationShare, PublishedParameters } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const ARN = "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/a";
const ORGANIZATION = "arn:aws:organizations::111111111111:organization/o-a1b2c3d4e5";
const UNIT = "arn:aws:organizations::111111111111:ou/o-a1b2c3d4e5/ou-ab12-workload1";

function share(principals: readonly string[]) {
  return previewed((opts) => {
    const parameters = [{ key: "a", name: "/fleet/a", arn: ARN, value: "open", description: "a" }];
    const { published: shared } = new PublishedParameters(
      "own",
      { region: "eu-west-1", parameters, tier: "Advanced", tags: {} },
      opts,
    );
    new OrganizationShare("share", { region: "eu-west-1", shareName: "fleet", principals, shared, tags: TAGS }, opts);
  });
}

describe("OrganizationShare", () => {
  it("shares with the organization and with nobody outside it", async () => {
    const result = await share([ORGANIZATION]);
    const unknown = { $unknown: true } as const;
    expect(shapes(result).filter(({ name }) => name.startsWith("share"))).to.deep.equal([
      componentShape("OrganizationShare", "share"),
      {
        type: "aws.ram.PrincipalAssociation",
        name: "share-organization",
        parent: "share",
        inputs: { region: "eu-west-1", principal: ORGANIZATION, resourceShareArn: unknown },
        options: { deleteBeforeReplace: true },
      },
      {
        type: "aws.ram.ResourceAssociation",
        name: "share-own-a",
        parent: "share",
        inputs: { region: "eu-west-1", resourceArn: ARN, resourceShareArn: unknown },
        options: { deleteBeforeReplace: true },
      },
      {
        type: "aws.ram.ResourceShare",
        name: "share-share",
        parent: "share",
        inputs: { region: "eu-west-1", name: "fleet", allowExternalPrincipals: false, tags: TAGS },
        options: {},
      },
    ]);
    expect(named(result, "share").outputs).to.deep.equal({ shareArn: unknown });
  });

  it("waits for what it shares: its ARN is written, not waited for", async () => {
    const result = await share([ORGANIZATION]);
    expect(named(result, "share-own-a").dependencies).to.include(named(result, "own-a").urn);
  });

  it("names a unit's share by the unit, so that another one changes nothing", async () => {
    const result = await share([UNIT]);
    expect(named(result, "share-o-a1b2c3d4e5-ou-ab12-workload1").inputs["principal"]).to.equal(UNIT);
  });
});
