import { expect } from "chai";
import { PublishedParameters, type PublishedParameter } from "../../../components/aws";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const parameter = (key: string, more: Partial<PublishedParameter> = {}): PublishedParameter => ({
  key,
  name: `/fleet/rings/${key}`,
  arn: `arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/${key}`,
  value: "open",
  description: `May ${key} install?`,
  ...more,
});

describe("PublishedParameters", () => {
  it("are plain text, protected, and left alone where something else writes them", async () => {
    const result = await previewed((opts) => {
      const parameters = [parameter("declared"), parameter("proved", { value: "held", writtenElsewhere: true })];
      new PublishedParameters("releases", { region: "eu-west-1", parameters, tier: "Advanced", tags: TAGS }, opts);
    });
    const shape = (key: string, value: string, options: object) => ({
      type: "aws.ssm.Parameter",
      name: `releases-${key}`,
      parent: "releases",
      inputs: {
        region: "eu-west-1",
        name: `/fleet/rings/${key}`,
        type: "String",
        tier: "Advanced",
        insecureValue: value,
        description: `May ${key} install?`,
        tags: TAGS,
      },
      // The last one is the SDK's own, of every parameter: it hides `value`, which is why `insecureValue` is written.
      options: { protect: true, deleteBeforeReplace: true, additionalSecretOutputs: ["value", "valueWo"], ...options },
    });
    expect(shapes(result)).to.deep.equal([
      componentShape("PublishedParameters", "releases"),
      shape("declared", "open", {}),
      shape("proved", "held", { ignoreChanges: ["insecureValue"] }),
    ]);
  });

  it("can be shared, each by its ARN under its logical name", async () => {
    const result = await previewed((opts) => {
      const args = { region: "eu-west-1", parameters: [parameter("declared")], tier: "Standard" as const, tags: TAGS };
      const { published } = new PublishedParameters("releases", args, opts);
      return { published: published.map(({ key, arn, resource }) => ({ key, arn, urn: resource.urn })) };
    });
    const { urn } = named(result, "releases-declared");
    expect(result.ok && result.outputs["published"]).to.deep.equal([
      { key: "releases-declared", arn: "arn:aws:ssm:eu-west-1:222222222222:parameter/fleet/rings/declared", urn },
    ]);
    expect(named(result, "releases-declared").inputs["tier"]).to.equal("Standard");
  });
});
