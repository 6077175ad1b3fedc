import { expect } from "chai";
import { decide, NO_CHANGES, type Plan } from "../../fleet/plan";
import { className } from "../support/component-run";
import { made, named, runStack } from "../support/program-run";
import { AS_OF, oneAccount, twoAccounts } from "../support/two-accounts";

const plan = decide(twoAccounts(), NO_CHANGES, AS_OF);
const run = (of: Plan, name: string, dryRun = true) =>
  runStack(
    of,
    of.stacks.find((stack) => stack.name === name)!,
    { dryRun },
  );

describe("the forwarding of events", () => {
  it("goes from every region of an account to central's bus, under one role", async () => {
    const result = await run(plan, "prod");
    const rules = made(result).filter(({ type }) => className(type) === "aws.cloudwatch.EventRule");
    expect(rules.map(({ name }) => name).toSorted()).to.deep.equal(
      ["eu-west-1", "us-east-1"].flatMap((region) =>
        ["commands", "compliance", "runs", "windows"].map((what) => `${region}-forward-${what}-rule`),
      ),
    );
    const target = named(result, "us-east-1-forward-runs-target").inputs;
    expect(target["arn"]).to.equal("arn:aws:events:eu-west-1:222222222222:event-bus/fleet");
    expect(made(result).filter(({ name }) => name === "forward-role")).to.have.lengthOf(1);
  });

  it("watches windows by their own ids, which AWS gives: the pattern is not known before", async () => {
    const result = await run(plan, "nonprod");
    expect(named(result, "eu-west-1-forward-windows-rule").inputs["eventPattern"]).to.deep.equal({ $unknown: true });
    const applied = await run(plan, "nonprod", false);
    const pattern = named(applied, "eu-west-1-forward-windows-rule").inputs["eventPattern"];
    const id = JSON.parse(pattern as string).detail["window-id"];
    expect(id).to.have.lengthOf(1);
    expect(id[0]).to.be.a("string");
  });

  it("is nothing in a single account that names nobody", async () => {
    const none = decide(oneAccount(), NO_CHANGES, AS_OF);
    const types = made(await run(none, "dev")).map(({ type }) => type);
    expect(types.filter((type) => /Event|sns|scheduler|securityhub/u.test(type))).to.deep.equal([]);
  });

  it("lets findings into Security Hub in every region, where that is wished", async () => {
    const wished = decide(twoAccounts({ securityHub: { findings: true } }), NO_CHANGES, AS_OF);
    const names = made(await run(wished, "prod")).map(({ name }) => name);
    expect(names).to.include("eu-west-1-findings-subscription").and.to.include("us-east-1-findings-subscription");
  });
});
