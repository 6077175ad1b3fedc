import { expect } from "chai";
import { join } from "node:path";
import { patchGroupToken } from "./cloud/aws/ssm-tokens";
import { setFaults } from "./cloud/faults";
import { journal } from "./cloud/journal";
import { Harness } from "./harness/harness";
import { repair } from "./harness/repair";
import { Stack, sound } from "./harness/stack";
import { repository } from "./prepare";

const fixture = join(repository, "test", "engine", "fixtures", "patching");
const account = "333333333333";
const count = 12;

describe("Pulumi's own engine over the double of AWS", () => {
  let harness: Harness;
  let stack: Stack;

  beforeEach(async () => {
    harness = new Harness();
    stack = new Stack(harness, harness.view(fixture), "nonprod", account);
    await stack.init({ "patching:account": account });
  });
  afterEach(() => harness.dispose());

  it("previews, applies, applies again without a change, refreshes without drift, destroys", async () => {
    const preview = sound(await stack.preview());
    expect(preview.stdout).to.contain(`+ ${count} to create`);
    expect(preview.stderr).to.equal("");
    expect(harness.store.all()).to.deep.equal([]);

    expect(sound(await stack.up()).stdout).to.contain(`+ ${count} created`);
    expect(harness.store.all()).to.have.length(count - 2);

    sound(await stack.up({ arguments: ["--expect-no-changes"] }));
    sound(await stack.refresh({ arguments: ["--expect-no-changes"] }));
    sound(await stack.destroy());
    expect(harness.store.all()).to.deep.equal([]);
    expect(stack.state().resources).to.deep.equal([]);
  });

  it("rejects in preview what AWS would refuse", async () => {
    const broken: [string, string, string][] = [
      ["patching:baselineName", "fleet ubuntu", "Value at 'Name' failed to satisfy constraint"],
      ["patching:windowName", "de", "Value at 'Name' failed to satisfy constraint"],
      ["patching:rate", "10", "is not allowed for a task without targets"],
      ["patching:rate", "101%", "Value at 'MaxConcurrency' failed to satisfy constraint"],
      [
        "patching:approved",
        JSON.stringify(Array.from({ length: 51 }, (_, index) => `package-${index}`)),
        "length less than or equal to 50",
      ],
    ];
    for (const [key, value, message] of broken) {
      const run = await stack.preview({ config: { [key]: value } });
      expect(run.code, key).to.not.equal(0);
      expect(run.stderr, key).to.contain(message);
    }
  });

  it("rejects the credentials of another account", async () => {
    const run = await stack.preview({ account: "444444444444" });
    expect(run.code).to.not.equal(0);
    expect(run.stderr).to.equal("error: AWS account ID not allowed: 444444444444\n");
  });

  it("tries again when AWS throttles, and says so when it never stops", async () => {
    setFaults(harness.store, [{ effect: "throttle", action: "create", type: "PatchBaseline", times: 3 }]);
    sound(await stack.up());
    expect(
      journal(harness.store).find((entry) => entry.type.endsWith(":PatchBaseline") && entry.action === "create")?.attempts,
    ).to.equal(4);
    sound(await stack.destroy());

    setFaults(harness.store, [{ effect: "throttle", action: "create", type: ":PatchBaseline", times: 100 }]);
    const run = await stack.up();
    expect(run.code).to.not.equal(0);
    expect(run.stdout).to.contain("ThrottlingException: Rate exceeded");
    setFaults(harness.store, []);
    sound(await stack.up());
    expect(harness.store.all()).to.have.length(count - 2);
  });

  for (const effect of ["kill-before", "kill-after"] as const) {
    it(`comes back from a ${effect === "kill-before" ? "kill before" : "kill after"} the cloud changed, and nothing is left over`, async () => {
      setFaults(harness.store, [{ effect, action: "create", type: patchGroupToken }]);
      const run = await stack.up({ arguments: ["--parallel", "1"] });
      expect(run.signal).to.equal("SIGKILL");
      setFaults(harness.store, []);
      expect(stack.state().pending.map(({ type, resource }) => [type, resource.type])).to.deep.equal([
        ["creating", patchGroupToken],
      ]);

      await repair(stack, harness.store, harness.directory);
      sound(await stack.up());
      sound(await stack.up({ arguments: ["--expect-no-changes"] }));
      const { resources, pending } = stack.state();
      expect(pending).to.deep.equal([]);
      const known = resources.filter((resource) => resource.type.startsWith("aws:")).map((resource) => resource.id);
      expect(harness.store.all().map(({ item }) => item.id)).to.have.members(known);
    });
  }
});
