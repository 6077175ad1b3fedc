import { Provider } from "@pulumi/aws/provider";
import * as ssm from "@pulumi/aws/ssm";
import type { Policies } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { RecordedResource } from "../../../preview/engine/recorded-resource";
import { type Judgement, judgeOf } from "../../../preview/pack/judge";
import { reconcile } from "../../../preview/pack/pack-config";
import { secretTexts, withoutSecrets } from "../../../preview/pack/secret-texts";
import { Member, outputsOf, run } from "../engine/running";
import { fixture, fixtureFolder } from "./fixture-pack";
import { judgeByServer } from "./real-analyzer";

class Holder extends pulumi.ComponentResource {
  constructor(name: string, args: object) {
    super("fleet-patching:aws:Holder", name, args);
    this.registerOutputs({ inner: args });
  }
}

const recorded = async (): Promise<readonly RecordedResource[]> => {
  const result = await run(() => {
    const provider = new Provider("aws", { region: "eu-west-1", allowedAccountIds: ["111111111111"] });
    const member = new Member("member", { provider, protect: true });
    const options = { provider, parent: member };
    const window = new ssm.MaintenanceWindow(
      "late",
      { name: "late", schedule: "rate(1 day)", duration: 2, cutoff: 0 },
      { ...options, aliases: [{ name: "later" }, "urn:pulumi:prod::fleet-patching::x::y"], customTimeouts: { create: "1h30m" } },
    );
    const association = new ssm.Association(
      "association",
      { name: "AWS-RunPatchBaseline", documentVersion: window.id, parameters: { Operation: pulumi.secret("Scan") } },
      { ...options, ignoreChanges: ["parameters"], additionalSecretOutputs: ["arn"], deleteBeforeReplace: false },
    );
    new ssm.PatchBaseline("baseline", { name: "fleet-b", approvedPatches: [pulumi.secret("KB1")] }, options);
    new Holder("holder", { association, member, file: new pulumi.asset.StringAsset("x"), __internal: 1 });
    ssm.Parameter.get("read", "/fleet/read", undefined, options);
    return { window: window.id, secret: pulumi.secret("hush") };
  });
  outputsOf(result);
  return result.resources;
};

const judged = async (config: unknown, resources: readonly RecordedResource[], policies?: Policies): Promise<Judgement> => {
  const made = judgeOf({ ...fixture, ...(policies === undefined ? {} : { policies }) }, config);
  if (!made.ok) {
    throw new Error(made.errors.join("\n"));
  }
  return made.judge(resources);
};

const byRule = ({ violations }: Judgement, rule: string) =>
  violations
    .filter((violation) => violation.rule === rule)
    .map(({ level, urn, message }) => [level, urn.split("::")[3], message]);

describe("judgeOf", () => {
  it("judges as the pack's own server does over the engine's protocol, message by message", async () => {
    const resources = await recorded();
    for (const config of [undefined, { all: "mandatory", "tells-all": "advisory", "window-has-cutoff": { least: 2 } }]) {
      const rules = reconcile(fixture, config);
      if (!rules.ok) {
        throw new Error(rules.errors.join("\n"));
      }
      // The engine never asks a pack about a resource that is only read; the driver leaves that to us.
      const asked = resources.filter((resource) => !resource.read);
      const [fast, real] = [await judged(config, asked), await judgeByServer(fixtureFolder(), rules.rules, asked)];
      // Ours takes secrets out of what rules say; the real pack's words go to the engine as they are.
      const secrets = secretTexts(asked);
      const told = real.violations.map((one) => ({ ...one, message: withoutSecrets(one.message, secrets) }));
      expect(fast.violations).to.deep.equal(told);
      expect(real.violations).to.not.deep.equal(told);
      expect(fast.violations.length).to.be.above(20);
      expect(new Set(fast.violations.map(({ rule }) => rule)).size).to.equal(6);
    }
  });

  it("tells a violation with the rule's level and configuration, at the resource", async () => {
    const judgement = await judged({ "window-has-cutoff": { enforcementLevel: "advisory", least: 2 } }, await recorded());
    expect(byRule(judgement, "window-has-cutoff")).to.deep.equal([
      ["advisory", "member-window", "A window stops starting commands before it ends.\ncutoff 1, want 2 at least"],
      ["advisory", "late", "A window stops starting commands before it ends.\ncutoff 0, want 2 at least"],
    ]);
  });

  it("makes a rule that touches an unknown advisory, in the SDK's words", async () => {
    expect(byRule(await judged(undefined, await recorded()), "reads-unknowns")).to.deep.equal([
      ["mandatory", "aws", "Touches what is not known in a preview.\nregion eu-west-1"],
      [
        "advisory",
        "association",
        "can't run policy 'reads-unknowns' from policy pack 'spike@v0.0.1' during preview: " +
          "string value at .documentVersion can't be known during preview",
      ],
    ]);
  });

  it("gives what no resource tells to the stack itself, and weighs a stack rule that would remediate as mandatory", async () => {
    expect(byRule(await judged({ "one-window": { any: 1 } }, await recorded()), "one-window")).to.deep.equal([
      ["mandatory", "fleet-patching-prod", 'A stack has one window.\n2 windows, {"any":1}'],
    ]);
  });

  it("puts right what a rule remediates, tells so, and keeps secrets secret", async () => {
    const judgement = await judged(undefined, await recorded());
    expect(byRule(judgement, "sets-description")).to.deep.equal([["remediate", "baseline", "Baselines tell what they are for."]]);
    const baseline = judgement.resources.find(({ name }) => name === "baseline")!;
    expect(baseline.inputs).to.deep.equal({
      name: "fleet-b",
      approvedPatches: [{ $secret: "KB1" }],
      description: "made by the fleet",
    });
    expect(baseline.outputs).to.deep.include({ description: "made by the fleet" });
    const off = await judged({ "sets-description": "disabled" }, await recorded());
    expect(byRule(off, "sets-description")).to.deep.equal([]);
  });

  it("makes a rule that throws a mandatory violation and still asks the others", async () => {
    const broken: Policies = [
      {
        name: "broken",
        description: "Throws.",
        validateResource: (args) => {
          if (args.name === "late") {
            throw new TypeError("x is not a function");
          }
        },
      },
      {
        name: "broken-stack",
        description: "Throws.",
        validateStack: () => {
          throw new TypeError("y is not a function");
        },
      },
      ...fixture.policies,
    ];
    const judgement = await judged(undefined, await recorded(), broken);
    expect(byRule(judgement, "broken")).to.deep.equal([
      [
        "mandatory",
        "late",
        "Error validating resource with policy 'broken' from policy pack 'spike@v0.0.1':\nTypeError: x is not a function",
      ],
    ]);
    expect(byRule(judgement, "broken-stack")).to.deep.equal([
      [
        "mandatory",
        "fleet-patching-prod",
        "Error validating resource with policy 'broken-stack' from policy pack 'spike@v0.0.1':\nTypeError: y is not a function",
      ],
    ]);
    expect(byRule(judgement, "window-has-cutoff")).to.have.length(1);
    expect(byRule(judgement, "one-window")).to.have.length(1);
  });

  it("takes secrets out of what rules say", async () => {
    const { violations } = await judged(undefined, await recorded());
    const told = violations.filter(({ rule }) => rule.endsWith("tells-all")).map(({ message }) => message);
    expect(told.filter((message) => /hush|"Scan"/.test(message))).to.deep.equal([]);
    expect(told.filter((message) => message.includes('"Operation":"[secret]"'))).to.have.length(2);
  });

  it("rejects a configuration that breaks a rule's schema", () => {
    expect(judgeOf(fixture, { "window-has-cutoff": { least: -1 } })).to.deep.equal({
      ok: false,
      errors: ["validating policy config: spike 0.0.1  window-has-cutoff: least: Must be greater than or equal to 0"],
    });
  });
});
