import { expect } from "chai";
import { found, organization } from "./cloud/aws/organization";
import { machineToken, placeMachine } from "./cloud/azure/compute";
import { setFaults } from "./cloud/faults";
import { journal } from "./cloud/journal";
import { appliedWorld, fleetOf } from "./harness/applied";
import { differences } from "./harness/difference";
import { sound } from "./harness/stack";
import { World } from "./harness/world";

/** What one stack's state holds, by URN, in order. */
function urnsOf(world: World, name: string): string[] {
  return world
    .stack(name)
    .state()
    .resources.map(({ urn }) => urn);
}

/** A part of a bucket of manifests that its stack left where it is: region, kind, name. */
const KEPT = /^left over in the cloud: \d+ (\S+) aws:s3\/bucket\w*:(\w+) (fleet-manifests-\S+)$/u;

describe("mishaps", () => {
  let world: World | undefined;
  afterEach(() => world?.dispose());

  async function begin(): Promise<World> {
    world = await World.begin(fleetOf("rings"));
    return world;
  }

  async function applied(example: "rings" | "reference"): Promise<World> {
    world = (await appliedWorld(example)).world.fork();
    return world;
  }

  it("rejects a member before central: preview warns, up makes nothing but its provider", async () => {
    const fleet = await begin();
    const dev = fleet.stack("dev");
    const preview = sound(await dev.preview());
    expect(preview.stderr).to.match(
      /^warning: what central has published cannot be read: .+Apply central first: pulumi up --stack shared\. If /u,
    );
    const up = await dev.up();
    expect(up.code).to.equal(1);
    expect(up.stdout).to.contain("Apply central first: pulumi up --stack shared.");
    expect(fleet.harness.store.all()).to.deep.equal([]);
    expect(urnsOf(fleet, "dev").map((urn) => urn.split("::").at(-1))).to.deep.equal(["fleet-patching-dev", "aws"]);
    sound(await fleet.stack("shared").up());
    sound(await dev.up());
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("rejects a member whose definitions central does not have yet, and changes nothing", async () => {
    const fleet = await applied("rings");
    await fleet.rewrite(fleetOf("rings").replace("system: DEBIAN", "description: All of it\n    system: DEBIAN"));
    const dev = fleet.stack("dev");
    const message =
      "central holds older definitions than the fleet file: /fleet/baselines/debian. Apply central first: pulumi up --stack shared.";
    expect(sound(await dev.preview()).stderr).to.equal(`warning: ${message}\n`);
    const up = await dev.up();
    expect(up.code).to.equal(1);
    expect(up.stdout).to.contain(`error: ${message}`);
    expect(differences(fleet)).to.deep.equal([]);
    sound(await fleet.stack("shared").up());
    sound(await dev.up());
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("rejects central while sharing with the organization is off, and goes on when it is on", async () => {
    const fleet = await begin();
    const store = fleet.harness.store;
    const there = organization(store);
    found(store, { ...there, sharing: false });
    const up = await fleet.stack("shared").up();
    expect(up.code).to.equal(1);
    expect(up.stdout).to.contain("OperationNotPermittedException");
    expect(up.stdout).to.contain("enable sharing with AWS Organizations");
    found(store, there);
    sound(await fleet.stack("shared").up());
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("rejects the credentials of another account, whatever the command", async () => {
    const fleet = await applied("rings");
    const other = "100000000006";
    const before = journal(fleet.harness.store).filter(({ action }) => action !== "invoke").length;
    for (const name of ["shared", "dev"]) {
      const stack = fleet.stack(name);
      for (const command of ["preview", "up", "refresh", "destroy"] as const) {
        // The preview of a destroy asks no cloud, and stops at what is protected: only the destroy itself meets the account.
        const run = await stack[command]({ account: other, arguments: command === "destroy" ? ["--skip-preview"] : [] });
        expect(run.code, `${command} ${name}`).to.equal(1);
        expect(run.stdout + run.stderr, `${command} ${name}`).to.contain(`AWS account ID not allowed: ${other}`);
        expect(run.stdout + run.stderr).to.not.contain("Apply central first");
      }
    }
    expect(journal(fleet.harness.store).filter(({ action }) => action !== "invoke")).to.have.length(before);
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("tries again while AWS throttles; when it never stops, the error is clear and a second up goes on", async () => {
    const fleet = await begin();
    const store = fleet.harness.store;
    setFaults(store, [
      { effect: "throttle", action: "create", type: "ssm/parameter", times: 5 },
      { effect: "throttle", action: "create", type: "ram/principalAssociation", times: 1000 },
    ]);
    const up = await fleet.stack("shared").up();
    expect(up.code).to.equal(1);
    expect(up.stdout).to.contain("ThrottlingException: Rate exceeded");
    expect(journal(store).some(({ type, attempts }) => type === "aws:ssm/parameter:Parameter" && attempts > 1)).to.equal(true);
    setFaults(store, []);
    sound(await fleet.stack("shared").up());
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("goes on after a thing that AWS did not see yet, or would not make", async () => {
    const fleet = await begin();
    const store = fleet.harness.store;
    sound(await fleet.stack("shared").up());
    setFaults(store, [
      {
        effect: "refuse",
        action: "create",
        type: "maintenanceWindowTask",
        code: "DoesNotExistException",
        reason: "Maintenance window mw-0 does not exist",
      },
      {
        effect: "refuse",
        action: "create",
        type: "iam/policy",
        code: "LimitExceeded",
        reason: "Cannot exceed quota for PoliciesPerAccount: 1500",
      },
    ]);
    const up = await fleet.stack("dev").up();
    expect(up.code).to.equal(1);
    expect(up.stdout).to.contain("LimitExceeded: Cannot exceed quota for PoliciesPerAccount: 1500");
    setFaults(store, []);
    sound(await fleet.stack("dev").up());
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("says which machine of Azure is off, and registers it when it is on again", async () => {
    const fleet = await applied("reference");
    await fleet.rewrite(
      fleetOf("reference").replace(
        "- { name: app-04,",
        "- { name: app-05, resourceGroup: prod-app, location: westeurope, system: linux }\n        - { name: app-04,",
      ),
    );
    const store = fleet.harness.store;
    const machine = {
      subscription: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      resourceGroup: "prod-app",
      name: "app-05",
      location: "westeurope",
    };
    placeMachine(store, { ...machine, running: false });
    const stack = fleet.stack("azure-linux");
    const up = await stack.up();
    expect(up.code).to.equal(1);
    expect(up.stdout).to.match(
      /app-05-command[^\n]*\n[^]*OperationNotAllowed: Cannot modify extensions in the VM when the VM is not running/u,
    );
    placeMachine(store, machine);
    sound(await stack.up());
    expect(differences(fleet)).to.deep.equal([]);
  });

  it("rejects a machine of Azure that is not there in one line, before anything is made", async () => {
    const fleet = await applied("reference");
    const { store } = fleet.harness;
    const { place, item } = store.all().find((each) => each.item.type === machineToken && each.item.id.endsWith("/files-01"))!;
    store.remove(place, item.type, item.id);
    const preview = await fleet.stack("azure-windows").preview();
    expect(preview.code).to.equal(1);
    const [line = ""] = preview.stderr.split("\n").filter((each) => each.includes("files-01"));
    expect(line).to.match(
      /^error: Azure machine prod-files\/files-01 cannot be read: .*ResourceNotFound.* take it out of the fleet file/u,
    );
    expect(preview.stderr).to.not.match(/^ +at /mu);
  });

  it("rejects machines that Azure patches by itself, before anything is made", async () => {
    const fleet = await applied("reference");
    const stack = fleet.stack("azure-windows");
    const profile = { windowsConfiguration: { patchSettings: { patchMode: "AutomaticByPlatform" } } };
    const machine = {
      subscription: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
      resourceGroup: "prod-files",
      name: "files-01",
      location: "westeurope",
    };
    placeMachine(fleet.harness.store, { ...machine, osProfile: profile });
    const preview = await stack.preview();
    expect(preview.code).to.equal(1);
    expect(preview.stderr).to.contain(
      "Azure patches these machines by itself (patch mode AutomaticByPlatform): prod-files/files-01.",
    );
  });

  it("refuses to destroy what is protected, changing nothing; unprotected, everything goes but the buckets of manifests", async () => {
    const fleet = await applied("reference");
    for (const stack of fleet.stacks.toReversed()) {
      const state = stack.state();
      if (state.resources.some(({ protect }) => protect === true)) {
        const refused = await stack.destroy();
        expect(refused.code, stack.name).to.equal(1);
        expect(refused.stdout + refused.stderr).to.match(/protected/u);
        expect(stack.state().resources, stack.name).to.deep.equal(state.resources);
        const changed = differences(fleet).filter((line) => !KEPT.test(line));
        expect(changed, stack.name).to.deep.equal([]);
        sound(await stack.run(["state", "unprotect", "--all", "--yes", "--stack", stack.name]));
      }
      sound(await stack.destroy());
    }
    // They are locked, and say what was approved: a stack that is gone leaves them where they are.
    const left = differences(fleet).map((line) => KEPT.exec(line));
    const parts = ["", "ObjectLockConfiguration", "OwnershipControls", "Policy", "PublicAccessBlock"];
    const kept = [...parts, "ServerSideEncryptionConfiguration", "Versioning"].map((part) => `Bucket${part}`);
    expect(left.map((found) => found?.slice(1))).to.deep.equal(
      ["eu-west-1", "us-east-1"].flatMap((region) =>
        kept.map((kind) => [region, kind, `fleet-manifests-444444444444-${region}`]),
      ),
    );
    expect(fleet.stacks.flatMap((stack) => stack.state().resources)).to.deep.equal([]);
  });
});
