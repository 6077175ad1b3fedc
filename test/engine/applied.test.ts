import { expect } from "chai";
import { appliedWorld, examples } from "./harness/applied";
import { differences } from "./harness/difference";
import type { Run } from "./harness/harness";
import { inPairs } from "./harness/in-pairs";
import { sound } from "./harness/stack";

/** How many resources a run says it makes or made. */
function counted(run: Run): number {
  return Number(/\+ (\d+) (?:to create|created)/u.exec(run.stdout)?.[1]);
}

describe("the fleets that ship, applied by Pulumi's own engine", () => {
  for (const example of examples) {
    describe(example, () => {
      it("previews and applies every stack in order, without a warning", async () => {
        const { world, previews, ups } = await appliedWorld(example);
        for (const stack of world.stacks) {
          const preview = previews.get(stack.name)!.run;
          const up = ups.get(stack.name)!.run;
          expect([preview.stderr, up.stderr], stack.name).to.deep.equal(["", ""]);
          expect(preview.stdout + up.stdout, stack.name).to.not.match(/warning/iu);
          expect(counted(up), stack.name).to.equal(counted(preview));
        }
        expect(differences(world)).to.deep.equal([]);
      });

      it("finds no drift, and changes nothing when it is applied again", async () => {
        const { world } = await appliedWorld(example);
        const copy = world.fork();
        const commands = example === "reference" ? (["up", "refresh", "up"] as const) : (["refresh", "up"] as const);
        await inPairs(copy.stacks, async (stack) => {
          for (const command of commands) {
            const run = sound(await stack[command]({ arguments: ["--expect-no-changes"] }));
            expect(run.stderr, `${command} ${stack.name}`).to.equal("");
          }
        });
        expect(differences(copy)).to.deep.equal([]);
        copy.dispose();
      });
    });
  }
});
