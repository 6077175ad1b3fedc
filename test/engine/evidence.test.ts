import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { differences } from "./harness/difference";
import { sound } from "./harness/stack";
import { World } from "./harness/world";
import { repository } from "./prepare";

const twoRings = readFileSync(join(repository, "test", "engine", "fixtures", "two-rings.yaml"), "utf8");

describe("a single account with evidence, under Pulumi's own engine", () => {
  let world: World;
  before(async () => {
    world = await World.begin(`${twoRings}evidence: {}\n`);
  });
  after(() => world.dispose());

  it("is made without a warning, changes nothing when applied again, shows no drift, and goes once it is unprotected", async () => {
    const [stack] = world.stacks;
    for (const command of ["preview", "up"] as const)
      expect(
        sound(await stack!.run([command, ...(command === "up" ? ["--yes", "--skip-preview"] : []), "--stack", stack!.name]))
          .stderr,
        command,
      ).to.equal("");
    expect(differences(world)).to.deep.equal([]);
    for (const command of ["refresh", "up"] as const)
      expect(
        sound(await stack!.run([command, "--yes", "--skip-preview", "--expect-no-changes", "--stack", stack!.name])).stderr,
      ).to.equal("");
    const refused = await stack!.destroy();
    expect([refused.code, /protected/u.test(refused.stdout + refused.stderr)]).to.deep.equal([1, true]);
    sound(await stack!.run(["state", "unprotect", "--all", "--yes", "--stack", stack!.name]));
    sound(await stack!.destroy());
    expect(differences(world)).to.deep.equal([]);
    expect(stack!.state().resources).to.deep.equal([]);
  });
});
