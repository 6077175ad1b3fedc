import { expect } from "chai";
import { HybridActivation } from "../../../components/aws";
import { trustSystemsManager } from "../../../components/aws/policy-document";
import type { Creation } from "../../../preview/engine/creation";
import { componentShape, previewed, shapes, TAGS } from "../../support/component-run";
import { named, succeeded } from "../../support/program-run";

const ARGS = {
  region: "eu-west-1",
  account: "444444444444",
  partition: "aws",
  roleName: "fleet-hybrid-azure",
  nodePolicyArn: "arn:aws:iam::444444444444:policy/fleet-node",
  tagKey: "Patch Group",
  group: "Web servers",
  expires: "2026-12-14T00:00:00Z",
  limit: 12,
  tags: TAGS,
};

/** A preview; with what AWS answers about the activation, an `up`. */
function activation(answer?: Creation) {
  return previewed(
    (opts) => {
      const { activationId, activationCode } = new HybridActivation("azure", ARGS, opts);
      return { activationId, activationCode };
    },
    answer ? { dryRun: false, create: ({ type }) => (type.includes("activation") ? answer : {}) } : {},
  );
}

describe("HybridActivation", () => {
  it("makes a service role and an activation whose only tag is the patch group", async () => {
    const attachment = (name: string, policyArn: string) => ({
      type: "aws.iam.RolePolicyAttachment",
      name,
      parent: "azure",
      inputs: { role: "fleet-hybrid-azure", policyArn },
      options: {},
    });
    expect(shapes(await activation())).to.deep.equal([
      componentShape("HybridActivation", "azure"),
      {
        type: "aws.ssm.Activation",
        name: "azure-activation",
        parent: "azure",
        inputs: {
          region: "eu-west-1",
          name: "fleet-hybrid-azure",
          description: "Machines of fleet-hybrid-azure",
          iamRole: "fleet-hybrid-azure",
          expirationDate: "2026-12-14T00:00:00Z",
          registrationLimit: 12,
          tags: { "Patch Group": "Web servers" },
        },
        options: { additionalSecretOutputs: ["activationCode"] },
      },
      attachment("azure-core", "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"),
      attachment("azure-node", "arn:aws:iam::444444444444:policy/fleet-node"),
      {
        type: "aws.iam.Role",
        name: "azure-role",
        parent: "azure",
        inputs: {
          name: "fleet-hybrid-azure",
          description: "For machines outside AWS that register with Systems Manager",
          assumeRolePolicy: trustSystemsManager("444444444444"),
          tags: TAGS,
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
  });

  it("makes the activation once its role can be used: a machine must not register with a role that has no rights", async () => {
    const result = await activation();
    const wanted = ["azure-core", "azure-node", "azure-role"].map((name) => named(result, name).urn);
    expect(named(result, "azure-activation").dependencies).to.have.members(wanted);
  });

  it("knows neither id nor code in a preview, and keeps the code secret once it is there", async () => {
    const unknown = { $unknown: true };
    const nothing = { activationId: unknown, activationCode: unknown };
    expect(succeeded(await activation()).outputs).to.deep.equal(nothing);
    const up = succeeded(await activation({ id: "1234abcd", outputs: { activationCode: "hush" } }));
    const told = { activationId: "1234abcd", activationCode: { $secret: "hush" } };
    expect(up.outputs).to.deep.equal(told);
    expect(named(up, "azure").outputs).to.deep.equal(told);
    // The provider marks nothing as secret: the state holds it as one because the resource asks for it.
    expect(named(up, "azure-activation").outputs["activationCode"]).to.deep.equal({ $secret: "hush" });
  });
});
