import { expect } from "chai";
import { PatchBaselines, type PatchBaselinesArgs } from "../../../components/aws";
import { baselineInputs } from "../../../components/aws/baseline-inputs";
import { definitionOf } from "../../../fleet/definition";
import { baseline } from "../../../fleet/schema/baseline";
import { componentShape, previewed, PROVIDER, shapes, TAGS } from "../../support/component-run";
import { failureOf, named } from "../../support/program-run";

const definition = definitionOf("ubuntu", baseline.parse({ system: "UBUNTU", rules: [{ priority: ["Required"] }] }));
const ARGS: PatchBaselinesArgs = {
  region: "eu-west-1",
  baselines: [{ key: "ubuntu", name: "fleet-ubuntu", definition }],
  predefined: [{ name: "AWS-WindowsPredefinedPatchBaseline-OS", system: "WINDOWS" }],
  registrations: [
    { tag: "web servers", system: "UBUNTU", baseline: "ubuntu" },
    { tag: "web servers", system: "WINDOWS", baseline: "AWS-WindowsPredefinedPatchBaseline-OS" },
  ],
  defaults: [{ system: "UBUNTU", baseline: "ubuntu" }],
  tags: TAGS,
};

describe("PatchBaselines", () => {
  it("makes baselines, registers groups by tag value and system, and sets defaults by system", async () => {
    const result = await previewed((opts) => {
      new PatchBaselines("patch", ARGS, opts);
    });
    const unknown = { $unknown: true } as const;
    expect(shapes(result)).to.deep.equal([
      componentShape("PatchBaselines", "patch"),
      {
        type: "aws.ssm.PatchBaseline",
        name: "patch-ubuntu-baseline",
        parent: "patch",
        inputs: { ...baselineInputs(definition), region: "eu-west-1", name: "fleet-ubuntu", tags: TAGS },
        options: {},
      },
      {
        type: "aws.ssm.DefaultPatchBaseline",
        name: "patch-ubuntu-default",
        parent: "patch",
        inputs: { region: "eu-west-1", operatingSystem: "UBUNTU", baselineId: unknown },
        options: { deleteBeforeReplace: true },
      },
      {
        type: "aws.ssm.PatchGroup",
        name: "patch-web servers-ubuntu-group",
        parent: "patch",
        inputs: { region: "eu-west-1", patchGroup: "web servers", baselineId: unknown },
        options: { deleteBeforeReplace: true },
      },
      {
        type: "aws.ssm.PatchGroup",
        name: "patch-web servers-windows-group",
        parent: "patch",
        inputs: {
          region: "eu-west-1",
          patchGroup: "web servers",
          baselineId: "AWS-WindowsPredefinedPatchBaseline-OS of eu-west-1",
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
  });

  it("looks AWS's own baselines up in its region, by system and whole name, through its own provider", async () => {
    const result = await previewed((opts) => {
      new PatchBaselines("patch", ARGS, opts);
    });
    expect(result.invokes).to.deep.equal([
      {
        token: "aws:ssm/getPatchBaselines:getPatchBaselines",
        args: {
          region: "eu-west-1",
          filters: [
            { key: "OWNER", values: ["AWS"] },
            { key: "OPERATING_SYSTEM", values: ["WINDOWS"] },
            { key: "NAME_PREFIX", values: ["AWS-WindowsPredefinedPatchBaseline-OS"] },
          ],
        },
        provider: named(result, PROVIDER).urn,
      },
    ]);
  });

  it("gives the id of each baseline by its key or, of AWS's own, by its name", async () => {
    const result = await previewed((opts) => ({ ids: new PatchBaselines("patch", ARGS, opts).baselineIds }));
    const ids = {
      ubuntu: { $unknown: true },
      "AWS-WindowsPredefinedPatchBaseline-OS": "AWS-WindowsPredefinedPatchBaseline-OS of eu-west-1",
    };
    expect(named(result, "patch").outputs).to.deep.equal({ baselineIds: ids });
    expect(result.ok && result.outputs).to.deep.equal({ ids });
  });

  it("rejects a group whose baseline is not among them, naming those there are", async () => {
    const wrong = await previewed((opts) => {
      new PatchBaselines("patch", { ...ARGS, registrations: [{ tag: "web", system: "SUSE", baseline: "suse" }] }, opts);
    });
    expect(failureOf(wrong).message).to.equal("no baseline suse here; there are ubuntu, AWS-WindowsPredefinedPatchBaseline-OS");
  });
});
