import { expect } from "chai";
import { decide, NO_CHANGES, type Plan } from "../../fleet/plan";
import { className } from "../support/component-run";
import { made, named, runStack, succeeded } from "../support/program-run";
import { AS_OF, oneAccount, twoAccounts } from "../support/two-accounts";

const run = (plan: Plan) => runStack(plan, plan.stacks[0]!);
const plan = decide(twoAccounts(), NO_CHANGES, AS_OF);

describe("the central stack", () => {
  it("publishes each definition and each release as an advanced parameter, and shares them all with the organization", async () => {
    const result = await run(plan);
    const names = (type: string) =>
      made(result)
        .filter((resource) => className(resource.type) === type)
        .map(({ name }) => name)
        .toSorted();
    const published = [
      "definitions-default-amazon-linux-2023",
      "definitions-default-ubuntu",
      "definitions-default-windows",
      "definitions-ubuntu",
      "definitions-windows",
      "releases-nonprod-declared",
      "releases-prod-declared",
      "releases-prod-proved",
    ];
    expect(names("aws.ssm.Parameter")).to.deep.equal(published);
    expect(names("aws.ram.ResourceAssociation")).to.deep.equal(published.map((name) => `share-${name}`));
    expect(names("aws.ram.PrincipalAssociation")).to.deep.equal(["share-organization"]);
    for (const name of published) expect(named(result, name).inputs).to.deep.include({ tier: "Advanced", region: "eu-west-1" });
    const shared = made(result).filter(({ type }) => /^aws:(ssm|ram)\//u.test(type));
    expect(shared).to.have.lengthOf(8 + 8 + 1 + 1);
    expect(succeeded(result).outputs).to.deep.equal({});
  });

  it("leaves to the evaluator what evidence proves, and to nobody what people declare", async () => {
    const result = await run(plan);
    const ignored = (name: string) => named(result, name).options.ignoreChanges;
    expect(ignored("releases-prod-proved")).to.deep.equal(["insecureValue"]);
    expect(ignored("releases-prod-declared")).to.deep.equal([]);
    expect(named(result, "releases-prod-proved").inputs["insecureValue"]).to.equal("held: not proved yet");
  });

  it("shares nothing without an organization, and pays for no advanced parameter", async () => {
    const result = await run(decide(oneAccount(), NO_CHANGES, AS_OF));
    const central = made(result).filter(({ type }) => /Parameter|ram/u.test(type));
    expect(central.map(({ name, inputs }) => [name, inputs["tier"]])).to.deep.equal([
      ["releases", undefined],
      ["releases-dev-declared", "Standard"],
    ]);
  });
});
