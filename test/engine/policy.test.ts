import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgeStacks } from "../../preview/judge-stacks";
import { loadPack } from "../../preview/pack/load-pack";
import type { PolicyPack } from "../../preview/pack/policy-pack";
import { policyConfig } from "../../preview/policy-config";
import { previewFleet } from "../../preview/preview-fleet";
import { appliedWorld } from "./harness/applied";
import { Harness } from "./harness/harness";
import { Stack, sound } from "./harness/stack";
import { repository } from "./prepare";

const POLICY = join(repository, "policy");

/** What the engine tells of a violation. */
interface PolicyEvent {
  readonly policyEvent?: {
    readonly resourceUrn?: string;
    readonly policyName: string;
    readonly enforcementLevel: string;
    readonly message: string;
  };
}

function pack(): PolicyPack {
  const loaded = loadPack("fleet-patching-policy", repository);
  if (!loaded.ok) throw new Error(loaded.message);
  return loaded.pack;
}

function violationsIn(events: string): string[] {
  return readFileSync(events, "utf8")
    .split("\n")
    .filter((line) => line.includes('"policyEvent"'))
    .flatMap((line) => {
      const event: PolicyEvent = JSON.parse(line);
      return event.policyEvent ? [event.policyEvent] : [];
    })
    .map(({ policyName, enforcementLevel, resourceUrn = "" }) => `${enforcementLevel} ${policyName} ${resourceUrn}`)
    .toSorted();
}

describe("the policy pack under Pulumi's own engine", () => {
  for (const example of ["reference", "rings"] as const) {
    it(`judges ${example} as the offline preview does, stack by stack`, async () => {
      const { world } = await appliedWorld(example);
      const copy = world.fork();
      const config = join(copy.harness.directory, "policy-config.json");
      writeFileSync(config, JSON.stringify(policyConfig(copy.plan, pack())));
      const offline = await judgeStacks(copy.plan, await previewFleet(copy.plan), pack());
      for (const stack of copy.stacks) {
        const events = join(copy.harness.directory, `${stack.name}.policy.json`);
        const flags = ["--policy-pack", POLICY, "--policy-pack-config", config, "--event-log", events];
        const run = sound(await stack.preview({ arguments: flags, environment: { PULUMI_DEBUG_COMMANDS: "true" } }));
        expect(run.stdout).to.contain("fleet-patching");
        const told = (offline.get(stack.name) ?? []).map(({ rule, level, urn }) => `${level} ${rule} ${urn}`).toSorted();
        expect(violationsIn(events), stack.name).to.deep.equal(told);
      }
      copy.dispose();
    });
  }

  it("rejects a configuration with a value that cannot be, before anything is judged", async () => {
    const { world } = await appliedWorld("development-sundays");
    const copy = world.fork();
    const config = join(copy.harness.directory, "policy-config.json");
    writeFileSync(config, JSON.stringify({ "at-most-five-windows-open": { most: 0 } }));
    const [stack] = copy.stacks;
    const run = await stack!.preview({ arguments: ["--policy-pack", POLICY, "--policy-pack-config", config] });
    expect(run.code).to.not.equal(0);
    expect(run.stderr + run.stdout).to.contain("at-most-five-windows-open");
    copy.dispose();
  });

  it("finds in the exported state of a stack that was made by hand what is wrong there", async () => {
    const harness = new Harness();
    const stack = new Stack(
      harness,
      harness.view(join(repository, "test", "engine", "fixtures", "patching")),
      "prod",
      "333333333333",
    );
    await stack.init({ "patching:account": "333333333333" });
    sound(await stack.up());
    const file = join(harness.directory, "state.json");
    writeFileSync(file, sound(await stack.run(["stack", "export", "--stack", "prod"])).stdout);
    const run = await stack.run(["policy", "analyze", "--policy-pack", POLICY, "--file", file]);
    expect(run.code).to.not.equal(0);
    expect(run.stdout + run.stderr)
      .to.contain("own-updaters-are-off")
      .and.to.contain("trust-is-bounded-by-account");
    harness.dispose();
  });
});
