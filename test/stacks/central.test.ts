import { expect } from "chai";
import { QUESTIONS } from "../../evidence/record/question";
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
    expect(made(result).filter(({ type }) => /Parameter|ram|OrganizationShare/u.test(type))).to.have.lengthOf(8 + 8 + 1 + 1 + 3);
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

  it("holds the evidence with an organization, and for a single account that asks for it", async () => {
    const components = async (fleet: Parameters<typeof decide>[0]) =>
      made(await run(decide(fleet, NO_CHANGES, AS_OF)))
        .filter(({ custom }) => !custom)
        .map(({ type, name }) => `${type.split(":").at(-1)} ${name}`)
        .filter((component) => /Evidence|Audit|AccessLog|DataSync/u.test(component));
    const lake = [
      "AccessLog evidence-log",
      "EvidenceBucket evidence",
      "EvidenceTables evidence",
      "EvidenceQueries evidence",
      "AuditorRole auditor",
      "EvidenceHistory history",
      "EvidenceObjects expected",
    ];
    expect(await components(twoAccounts())).to.have.members(lake);
    expect(await components(oneAccount())).to.deep.equal([]);
    expect(await components(oneAccount({ evidence: {} }))).to.have.members([...lake, "DataSync eu-west-1-evidence"]);
  });

  it("writes which runs and which servers are expected, each as rows of text", async () => {
    const result = await run(plan);
    const rows = (name: string): Record<string, string>[] =>
      (named(result, name).inputs["content"] as string)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    expect(named(result, "expected-prod-starts").inputs["key"]).to.equal("runs/starts/prod.json");
    expect(rows("expected-prod-starts")[0]).to.deep.equal({ schedule: "prod", starts: "2026-01-04T01:00:00Z" });
    expect(rows("expected-nonprod-places")).to.deep.equal([
      {
        schedule: "nonprod",
        accountid: "333333333333",
        region: "eu-west-1",
        patchgroup: "nonprod",
        ring: "nonprod",
        hours: "4",
      },
    ]);
    expect(named(result, "expected-rings").inputs["key"]).to.equal("fleet/rings/fleet.json");
    expect(rows("expected-rings")).to.deep.equal([{ ring: "nonprod" }, { ring: "prod", ringbefore: "nonprod" }]);
  });

  it("keeps every question by its name, and appends to the history with two statements", async () => {
    const result = await run(plan);
    const queries = made(result).filter(({ type }) => type.includes("namedQuery"));
    expect(queries.map(({ inputs }) => inputs["name"])).to.have.members(QUESTIONS.map(({ name }) => name));
    const { States } = JSON.parse(named(result, "history-machine").inputs["definition"] as string);
    expect(States.AppendChanges.Parameters.QueryString).to.match(/^INSERT INTO "fleet_evidence"."history_changes"\n/u);
    expect(States.AppendCoverage.Parameters.QueryString).to.match(/^INSERT INTO "fleet_evidence"."history_coverage"\n/u);
  });
});
