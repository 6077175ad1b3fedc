import { expect } from "chai";
import { LINUX_REGISTER, WINDOWS_REGISTER } from "../../components/aws";
import { LINUX_SCRIPT, WINDOWS_SCRIPT } from "../../components/aws/runbooks/updaters-off";
import { registrationScript } from "../../components/azure";
import { decide, NO_CHANGES } from "../../fleet/plan";
import type { FleetInput } from "../../fleet/schema/fleet-file";
import { className, providerOf } from "../support/component-run";
import { EMPTY_CLOUD, failureOf, made, named, runStack, succeeded } from "../support/program-run";
import { AS_OF, twoAccounts } from "../support/two-accounts";

const SUBSCRIPTION = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";
const machine = (name: string, resourceGroup: string, system: "linux" | "windows") => ({
  name,
  resourceGroup,
  location: "westeurope",
  system,
});
const PLACE = { account: "prod", region: "us-east-1", group: "application", renewed: "2026-11-15" };
const AZURE = {
  ...PLACE,
  azure: { subscription: SUBSCRIPTION, machines: [machine("b-c", "a", "linux"), machine("c", "a-b", "windows")] },
};

type HybridEntry = NonNullable<FleetInput["hybrid"]>[string];

function runHybrid(entry: HybridEntry, more: Parameters<typeof runStack>[2] = {}) {
  const plan = decide(twoAccounts({ hybrid: { outside: entry } }), NO_CHANGES, AS_OF);
  return runStack(plan, plan.stacks.at(-1)!, more);
}

/** An `up` in which AWS answers with an id and a code. */
const UP = {
  dryRun: false,
  create: ({ type }: { type: string }) =>
    type.includes("activation") ? { id: "1234abcd", outputs: { activationCode: "hush" } } : {},
};

describe("a hybrid stack", () => {
  it("activates machines elsewhere for their group, and puts out a script for each of their systems", async () => {
    const result = await runHybrid({ ...PLACE, onPremises: { linux: 3, windows: 2 } });
    expect(made(result).map(({ type, name }) => `${className(type)} ${name}`)).to.deep.equal([
      "HybridActivation outside",
      "aws.iam.Role outside-role",
      "aws.iam.RolePolicyAttachment outside-core",
      "aws.iam.RolePolicyAttachment outside-node",
      "aws.ssm.Activation outside-activation",
    ]);
    expect(named(result, "outside-activation").inputs).to.deep.include({
      region: "us-east-1",
      registrationLimit: 5,
      expirationDate: "2026-12-14T00:00:00Z",
      tags: { PatchGroup: "Application servers" },
    });
    expect(named(result, "outside-node").inputs["policyArn"]).to.equal("arn:aws:iam::444444444444:policy/fleet-node");
    expect(Object.keys(succeeded(result).outputs)).to.deep.equal(["linuxRegistration", "windowsRegistration"]);
  });

  it("puts out no script where no machine needs one", async () => {
    expect(Object.keys(succeeded(await runHybrid({ ...PLACE, onPremises: { linux: 1 } })).outputs)).to.deep.equal([
      "linuxRegistration",
    ]);
    expect(succeeded(await runHybrid(AZURE)).outputs).to.deep.equal({});
  });

  it("keeps the code secret wherever it goes: outputs, machines, and nothing else holds it", async () => {
    const result = await runHybrid({ ...AZURE, onPremises: { linux: 1, windows: 1 } }, UP);
    const { outputs, resources } = succeeded(result);
    for (const script of Object.values(outputs)) {
      expect(script).to.have.all.keys("$secret");
      expect(JSON.stringify(script)).to.include("hush");
    }
    // Taking every secret out leaves no trace of the code.
    const bare = JSON.stringify(resources, (_key, value: unknown) =>
      typeof value === "object" && value !== null && "$secret" in value ? "[secret]" : value,
    );
    expect(bare).not.to.include("hush");
    expect(JSON.stringify(resources)).to.include("hush");
  });

  it("registers each Azure machine through a provider of its subscription, with the script of its system", async () => {
    const result = await runHybrid(AZURE);
    expect(named(result, "azure").inputs).to.deep.include({ subscriptionId: SUBSCRIPTION });
    const commands = made(result).filter(({ type }) => type.includes("VirtualMachineRunCommand"));
    expect(commands.map(({ name }) => name)).to.deep.equal(["outside-a-b/c-command", "outside-a/b-c-command"]);
    for (const { name } of commands) expect(providerOf(result, name)).to.equal("azure");
    const script = (name: string) => named(result, name).inputs["source"];
    expect(script("outside-a/b-c-command")).to.deep.equal({
      script: registrationScript({ system: "linux", register: LINUX_REGISTER, updatersOff: LINUX_SCRIPT }),
    });
    expect(script("outside-a-b/c-command")).to.deep.equal({
      script: registrationScript({ system: "windows", register: WINDOWS_REGISTER, updatersOff: WINDOWS_SCRIPT }),
    });
  });

  for (const dryRun of [true, false]) {
    it(`rejects machines that Azure patches by itself, in ${dryRun ? "a preview" : "an `up`"}, before anything is made`, async () => {
      const cloud = { ...EMPTY_CLOUD, patchMode: (name: string) => (name === "c" ? "AutomaticByPlatform" : "ImageDefault") };
      const result = await runHybrid(AZURE, { cloud, dryRun });
      expect(failureOf(result).message).to.equal(
        "Azure patches these machines by itself (patch mode AutomaticByPlatform): a-b/c. " +
          "Set their patch mode to ImageDefault (Linux) or Manual (Windows), or take them out of the fleet file.",
      );
      expect(result.resources.filter(({ type }) => !type.startsWith("pulumi:"))).to.deep.equal([]);
    });
  }
});
