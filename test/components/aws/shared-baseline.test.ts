import { expect } from "chai";
import { SharedBaseline } from "../../../components/aws";
import { baselineInputs } from "../../../components/aws/baseline-inputs";
import { definitionOf, definitionText } from "../../../fleet/definition";
import { baseline } from "../../../fleet/schema/baseline";
import { componentShape, previewed, PROVIDER, shapes, TAGS } from "../../support/component-run";
import { EMPTY_CLOUD, failureOf, named } from "../../support/program-run";

const ARN = "arn:aws:ssm:eu-central-1:222222222222:parameter/fleet/baselines/windows";
const definition = definitionOf(
  "windows",
  baseline.parse({
    system: "WINDOWS",
    rules: [{ classification: ["SecurityUpdates"], until: "2026-10-01", compliance: "HIGH" }],
    reject: [{ patch: "KB5034441", owner: "team", why: "fails", until: "2027-01-01" }],
  }),
);

function shared(text: string, more: { dryRun?: boolean } = {}) {
  const cloud = { ...EMPTY_CLOUD, parameter: (arn: string) => (arn === ARN ? text : EMPTY_CLOUD.parameter(arn)) };
  return previewed(
    (opts) => {
      const args = { region: "us-east-1", baselineName: "fleet-windows", definitionArn: ARN, tags: TAGS };
      return { id: new SharedBaseline("windows", args, opts).baselineId };
    },
    { cloud, ...more },
  );
}

describe("SharedBaseline", () => {
  it("equals what central published, read in the region that the ARN names", async () => {
    const result = await shared(definitionText(definition));
    expect(shapes(result)).to.deep.equal([
      componentShape("SharedBaseline", "windows"),
      {
        type: "aws.ssm.PatchBaseline",
        name: "windows-baseline",
        parent: "windows",
        inputs: { ...baselineInputs(definition), region: "us-east-1", name: "fleet-windows", tags: TAGS },
        options: {},
      },
    ]);
    expect(result.invokes).to.deep.equal([
      {
        token: "aws:ssm/getParameter:getParameter",
        args: { name: ARN, region: "eu-central-1" },
        provider: named(result, PROVIDER).urn,
      },
    ]);
    expect(named(result, "windows").outputs).to.deep.equal({ baselineId: { $unknown: true } });
  });

  it("equals it for every system and everything that a definition can have", async () => {
    for (const system of ["UBUNTU", "AMAZON_LINUX_2023", "SUSE", "MACOS"]) {
      const other = definitionOf("x", baseline.parse({ system, rules: [{}], approve: [] }));
      const result = await shared(definitionText(other));
      expect(named(result, "windows-baseline").inputs, system).to.deep.equal({
        ...baselineInputs(other),
        region: "us-east-1",
        name: "fleet-windows",
        tags: TAGS,
      });
    }
  });

  for (const [what, text] of [
    ["nothing", ""],
    ["no JSON", "open"],
    ["JSON of something else", '{"a":1}'],
    ["no object", "7"],
  ] as const) {
    it(`rejects a parameter that holds ${what}, naming it and what to do`, async () => {
      const why = `${ARN} holds no baseline definition; apply the central stack first`;
      expect(failureOf(await shared(text)).message)
        .to.match(/^error serializing property "\w+": /u)
        .and.to.include(why);
    });
  }

  it("rejects a parameter that is not shared with the account, in the cloud's own words", async () => {
    const result = await previewed((opts) => {
      new SharedBaseline("x", { region: "us-east-1", baselineName: "fleet-x", definitionArn: ARN, tags: TAGS }, opts);
    });
    expect(failureOf(result).message).to.include(`reading SSM Parameter (${ARN}): couldn't find resource`);
  });
});
