import * as iam from "@pulumi/aws/iam";
import { Provider } from "@pulumi/aws/provider";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { ProgramRun } from "../../../preview/engine/run-program";
import { Member, find, outputsOf, run } from "./running";

const baselineProgram = () => {
  const baseline = new ssm.PatchBaseline("b", { name: "fleet-b" });
  return { id: baseline.id, arn: baseline.arn };
};

const secretRoleProgram = () => {
  const role = new iam.Role("r", { name: "r", assumeRolePolicy: "{}" }, { additionalSecretOutputs: ["arn", "name"] });
  return { arn: role.arn, name: role.name };
};

describe("runProgram", () => {
  it("records the stack itself first, with the outputs of the program", async () => {
    const result = await run(() => ({ answer: 42, list: ["a", { b: null }] }));
    expect(outputsOf(result)).to.deep.equal({ answer: 42, list: ["a", { b: null }] });
    expect(result.resources).to.deep.equal([
      {
        urn: "urn:pulumi:prod::fleet-patching::pulumi:pulumi:Stack::fleet-patching-prod",
        type: "pulumi:pulumi:Stack",
        name: "fleet-patching-prod",
        parent: null,
        custom: false,
        read: false,
        inputs: {},
        outputs: { answer: 42, list: ["a", { b: null }] },
        providers: {},
        version: "",
        dependencies: [],
        propertyDependencies: {},
        aliases: [],
        options: {
          ignoreChanges: [],
          replaceOnChanges: [],
          replaceWith: [],
          hideDiffs: [],
          additionalSecretOutputs: [],
        },
      },
    ]);
  });

  it("names the types of all parents but the stack in a URN, and keeps the parent", async () => {
    const result = await run(() => {
      new Member("member");
    });
    const window = find(result, "member-window");
    expect(window.urn).to.equal(
      "urn:pulumi:prod::fleet-patching::fleet-patching:aws:Member$aws:ssm/maintenanceWindow:MaintenanceWindow::member-window",
    );
    expect(window.parent).to.equal("urn:pulumi:prod::fleet-patching::fleet-patching:aws:Member::member");
    expect(find(result, "member").parent).to.equal("urn:pulumi:prod::fleet-patching::pulumi:pulumi:Stack::fleet-patching-prod");
    expect(find(result, "member").outputs).to.deep.equal({ windowId: { $unknown: true } });
  });

  it("echoes inputs and leaves ids and computed outputs unknown in a preview", async () => {
    const result = await run(() => {
      const window = new ssm.MaintenanceWindow("w", { name: "fleet-prod", schedule: "rate(1 day)", duration: 2, cutoff: 1 });
      return { name: window.name, id: window.id, enabled: window.enabled, urn: window.urn };
    });
    expect(outputsOf(result)).to.deep.equal({
      name: "fleet-prod",
      id: { $unknown: true },
      enabled: { $unknown: true },
      urn: "urn:pulumi:prod::fleet-patching::aws:ssm/maintenanceWindow:MaintenanceWindow::w",
    });
    expect(find(result, "w")).to.not.have.property("id");
  });

  it("gives the same made-up id to the same resource outside a preview, and known outputs", async () => {
    const more: Partial<ProgramRun> = {
      dryRun: false,
      create: (resource) =>
        resource.type.endsWith(":PatchBaseline") ? { outputs: { arn: "arn:aws:ssm:::patchbaseline/pb-1" } } : {},
    };
    const first = outputsOf(await run(baselineProgram, more));
    expect(first["arn"]).to.equal("arn:aws:ssm:::patchbaseline/pb-1");
    expect(first["id"]).to.match(/^b-[0-9a-f]{8}$/);
    expect(outputsOf(await run(baselineProgram, more))).to.deep.equal(first);
    expect(outputsOf(await run(baselineProgram, { dryRun: false, create: () => ({ id: "pb-0" }) }))["id"]).to.equal("pb-0");
  });

  it("keeps secrets secret in inputs, outputs and what is derived from them", async () => {
    const result = await run(
      () => {
        const config = new pulumi.Config("fleet");
        const parameter = new ssm.Parameter("p", { name: "/fleet/p", type: "String", value: config.require("open") });
        return { derived: parameter.value.apply((v) => `${v}!`), key: config.requireSecret("key") };
      },
      { config: { "fleet:open": "sesame", "fleet:key": "hush" }, secretKeys: ["fleet:key"] },
    );
    expect(find(result, "p").inputs["value"]).to.deep.equal({ $secret: "sesame" });
    expect(find(result, "p").options.additionalSecretOutputs).to.deep.equal(["value", "valueWo"]);
    expect(outputsOf(result)).to.deep.equal({ derived: { $secret: "sesame!" }, key: { $secret: "hush" } });
  });

  it("makes an output secret that additionalSecretOutputs names, known or not", async () => {
    const preview = await run(secretRoleProgram);
    expect(find(preview, "r").outputs).to.deep.include({ arn: { $secret: { $unknown: true } }, name: { $secret: "r" } });
    expect(outputsOf(preview)).to.deep.equal({ arn: { $unknown: true }, name: { $secret: "r" } });
    const update = await run(secretRoleProgram, { dryRun: false, create: () => ({ outputs: { arn: "arn:r" } }) });
    expect(outputsOf(update)).to.deep.equal({ arn: { $secret: "arn:r" }, name: { $secret: "r" } });
  });

  it("records dependencies through apply, by property and in all, beside explicit ones", async () => {
    const result = await run(() => {
      const window = new ssm.MaintenanceWindow("w", { schedule: "rate(1 day)", duration: 2, cutoff: 1 });
      const role = new iam.Role("r", { assumeRolePolicy: "{}" });
      const other = new Member("member");
      new ssm.MaintenanceWindowTask(
        "t",
        { windowId: window.id.apply((id) => id), taskArn: "fleet-install", taskType: "AUTOMATION", serviceRoleArn: role.arn },
        { dependsOn: [other] },
      );
    });
    const urn = (name: string): string => find(result, name).urn;
    const task = find(result, "t");
    expect(task.inputs).to.deep.equal({
      windowId: { $unknown: true },
      taskArn: "fleet-install",
      taskType: "AUTOMATION",
      serviceRoleArn: { $unknown: true },
    });
    expect(task.propertyDependencies).to.deep.equal({
      windowId: [urn("w")],
      taskArn: [],
      taskType: [],
      serviceRoleArn: [urn("r")],
    });
    expect(task.dependencies).to.have.members([urn("w"), urn("r"), urn("member-window")]);
  });

  it("records every option of a resource as it was asked", async () => {
    const result = await run(() => {
      const provider = new Provider("aws", { region: "eu-west-1", allowedAccountIds: ["111111111111"] });
      const parent = new Member("member", { protect: true, providers: [provider] });
      const window = new ssm.MaintenanceWindow("w", { schedule: "rate(1 day)", duration: 2, cutoff: 1 }, { parent });
      new iam.Role(
        "r",
        { assumeRolePolicy: "{}" },
        {
          provider,
          protect: false,
          aliases: [
            "urn:pulumi:prod::fleet-patching::aws:iam/role:Role::old",
            { name: "older", parent: pulumi.rootStackResource },
          ],
          customTimeouts: { create: "5m" },
          deleteBeforeReplace: true,
          ignoreChanges: ["description"],
          replaceOnChanges: ["path"],
          retainOnDelete: true,
          deletedWith: window,
        },
      );
    });
    const provider = find(result, "aws");
    const reference = `${provider.urn}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`;
    expect(provider).to.deep.include({ type: "pulumi:providers:aws", custom: true });
    expect(provider).to.not.have.property("provider");
    expect(find(result, "member").providers).to.deep.equal({ aws: reference });
    expect(find(result, "w")).to.deep.include({ provider: reference });
    expect(find(result, "w").options.protect).to.equal(true);
    expect(find(result, "r")).to.deep.include({
      provider: reference,
      aliases: ["urn:pulumi:prod::fleet-patching::aws:iam/role:Role::old", { name: "older", noParent: true }],
      options: {
        protect: false,
        deleteBeforeReplace: true,
        retainOnDelete: true,
        deletedWith: find(result, "w").urn,
        customTimeouts: { create: "5m" },
        ignoreChanges: ["description"],
        replaceOnChanges: ["path"],
        replaceWith: [],
        hideDiffs: [],
        additionalSecretOutputs: [],
      },
    });
  });

  it("registers the default provider of a package once, from the stack's configuration", async () => {
    const result = await run(
      () => {
        new iam.Role("a", { assumeRolePolicy: "{}" });
        new iam.Role("b", { assumeRolePolicy: "{}" });
      },
      { config: { "aws:region": "eu-west-1" } },
    );
    const defaults = result.resources.filter((r) => r.type === "pulumi:providers:aws");
    expect(defaults).to.have.length(1);
    expect(defaults[0]).to.deep.include({
      name: "default_7_48_0",
      parent: null,
      inputs: { region: "eu-west-1", version: "7.48.0" },
    });
    expect(find(result, "b").provider).to.equal(`${defaults[0]!.urn}::04da6b54-80e4-46f7-96ec-b56ff0331ba9`);
  });

  it("collects what the program logs, with the resource, and prints nothing", async () => {
    const result = await run(async () => {
      const role = new iam.Role("r", { assumeRolePolicy: "{}" });
      await pulumi.log.warn("apply central first", role);
      await pulumi.log.info("fyi");
      await pulumi.log.error("bad");
    });
    expect(result.logs).to.deep.equal([
      { severity: "warning", message: "apply central first", urn: find(result, "r").urn },
      { severity: "info", message: "fyi" },
      { severity: "error", message: "bad" },
    ]);
  });

  it("reads an existing resource by its id", async () => {
    const result = await run(() => {
      const role = iam.Role.get("r", "fleet-window");
      return { id: role.id, name: role.name };
    });
    expect(outputsOf(result)).to.deep.equal({ id: "fleet-window", name: { $unknown: true } });
    expect(find(result, "r")).to.deep.include({ read: true, id: "fleet-window" });
  });

  it("keeps whole resources in a component's inputs as references", async () => {
    class Holder extends pulumi.ComponentResource {
      constructor(name: string, args: { role: iam.Role; doc: pulumi.asset.Asset }) {
        super("fleet-patching:aws:Holder", name, args);
        this.registerOutputs({});
      }
    }
    const result = await run(() => {
      new Holder("h", { role: new iam.Role("r", { assumeRolePolicy: "{}" }), doc: new pulumi.asset.StringAsset("text") });
    });
    expect(find(result, "h").inputs).to.deep.equal({
      role: { $resource: find(result, "r").urn, id: { $unknown: true } },
      doc: { $asset: { text: "text" } },
    });
  });
});
