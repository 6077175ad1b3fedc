import { expect } from "chai";
import type { Plan } from "../../fleet/plan";
import type { StackPlan } from "../../fleet/plan/stack";
import { runProgram, type RunResult } from "../../preview/engine/run-program";
import { previewFleet } from "../../preview/preview-fleet";
import { buildStack } from "../../stacks/build";
import { appliedWorld, examples } from "./harness/applied";
import { debugLog, type DebugCall } from "./harness/debug-log";
import { answers, askedOffline, askedOfPulumi, creations, overlooked, type Asked } from "./harness/registrations";

/** The same program in the offline engine, with the answers that Pulumi's own engine gave. */
function offline(plan: Plan, stack: StackPlan, calls: readonly DebugCall[], dryRun: boolean): Promise<RunResult> {
  return runProgram({
    project: "fleet-patching",
    stack: stack.name,
    config: { "pulumi:disable-default-providers": '["*"]' },
    dryRun,
    program: () => buildStack(plan, stack),
    invoke: answers(calls),
    create: creations(calls),
  });
}

// Only AWS knows the ids of its own baselines; offline there are placeholders.
function withoutPredefined(asked: Asked): unknown {
  const text = JSON.stringify(asked);
  return JSON.parse(text.replaceAll(/arn:aws:ssm:[a-z0-9-]+:\d{12}:patchbaseline\/pb-[0-9a-f]{17}/gu, "predefined"));
}

describe("the offline engine and Pulumi's own", () => {
  for (const example of examples) {
    for (const command of ["preview", "up"] as const) {
      it(`are asked the same by every stack of ${example} in ${command === "up" ? "an up" : "a preview"}`, async () => {
        const world = await appliedWorld(example);
        const recorded = command === "up" ? world.ups : world.previews;
        for (const stack of world.world.plan.stacks) {
          const calls = debugLog(recorded.get(stack.name)!.calls);
          const result = await offline(world.world.plan, stack, calls, command === "preview");
          expect(result.ok, JSON.stringify(result.ok ? "" : result.failure)).to.equal(true);
          expect(overlooked(calls)).to.deep.equal([]);
          expect(Object.keys(askedOfPulumi(calls).resources).length).to.be.greaterThan(5);
          expect(askedOffline(result), stack.name).to.deep.equal(askedOfPulumi(calls));
        }
      });
    }

    it(`say the same in a preview of all stacks of ${example} without credentials`, async () => {
      const { world, previews } = await appliedWorld(example);
      for (const { stack, result } of await previewFleet(world.plan)) {
        const calls = debugLog(previews.get(stack.name)!.calls);
        expect(result.logs, stack.name).to.deep.equal([]);
        expect(withoutPredefined(askedOffline(result)), stack.name).to.deep.equal(withoutPredefined(askedOfPulumi(calls)));
      }
    });
  }
});
