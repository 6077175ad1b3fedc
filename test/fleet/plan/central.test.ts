import { expect } from "chai";
import { homeOf, planCentral, publishedBy } from "../../../fleet/plan/central";
import { oneAccount, twoAccounts, TWO_ACCOUNTS } from "../../support/two-accounts";

const fleet = twoAccounts();

describe("the plan of the central account", () => {
  it("lives in the home of the fleet, or in the first region of the only account", () => {
    expect(homeOf(fleet)).to.deep.equal({ key: "security", account: "222222222222", region: "eu-west-1" });
    const one = oneAccount({ accounts: { dev: { id: "111122223333", regions: ["us-east-1", "eu-west-1"] } } });
    expect(homeOf(one)).to.deep.equal({ key: "dev", account: "111122223333", region: "us-east-1" });
  });

  it("publishes each definition that is used, compact, under its name and full ARN", () => {
    const published = publishedBy(fleet);
    expect(published.map(({ baseline }) => baseline)).to.deep.equal([
      "ubuntu",
      "windows",
      "default-amazon-linux-2023",
      "default-ubuntu",
      "default-windows",
    ]);
    expect(published[0]).to.deep.equal({
      baseline: "ubuntu",
      name: "/fleet/baselines/ubuntu",
      arn: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/baselines/ubuntu",
      value:
        '{"OperatingSystem":"UBUNTU","Description":"ubuntu of the fleet","ApprovalRules":{"PatchRules":[{"PatchFilterGroup":' +
        '{"PatchFilters":[{"Key":"PRODUCT","Values":["*"]},{"Key":"PRIORITY","Values":["Required"]}]},"ComplianceLevel":"HIGH",' +
        '"ApproveAfterDays":0,"EnableNonSecurity":false}]},"ApprovedPatches":[],"ApprovedPatchesComplianceLevel":"UNSPECIFIED",' +
        '"ApprovedPatchesEnableNonSecurity":false,"RejectedPatches":[],"RejectedPatchesAction":"BLOCK","Sources":[]}',
      description: "The definition of baseline ubuntu",
    });
  });

  it("shares with the whole organization, or with its units only, in any partition", () => {
    expect(planCentral(fleet, null).share).to.deep.equal({
      name: "fleet",
      principals: ["arn:aws:organizations::111111111111:organization/o-a1b2c3d4e5"],
    });
    const { organization } = TWO_ACCOUNTS;
    const units = twoAccounts({
      organization: { ...organization, units: ["ou-ab12-workload2", "ou-ab12-workload1"] },
      central: { account: "security", home: "us-gov-west-1" },
    });
    expect(planCentral(units, null).share?.principals).to.deep.equal([
      "arn:aws-us-gov:organizations::111111111111:ou/o-a1b2c3d4e5/ou-ab12-workload1",
      "arn:aws-us-gov:organizations::111111111111:ou/o-a1b2c3d4e5/ou-ab12-workload2",
    ]);
  });

  it("holds a release for each ring, in the order of the rings", () => {
    const { region, releases } = planCentral(fleet, null);
    expect(region).to.equal("eu-west-1");
    expect(releases.map(({ ring, proved }) => [ring, proved?.value ?? null])).to.deep.equal([
      ["nonprod", null],
      ["prod", "held: not proved yet"],
    ]);
  });

  it("publishes and shares nothing without an organization: nobody else reads", () => {
    const alone = planCentral(oneAccount(), null);
    expect([alone.definitions, alone.share]).to.deep.equal([[], null]);
    expect(alone.releases.map(({ declared }) => declared.arn)).to.deep.equal([
      "arn:aws:ssm:eu-west-1:111122223333:parameter/fleet/rings/dev/declared",
    ]);
  });
});
