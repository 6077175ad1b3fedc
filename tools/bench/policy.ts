import { spawn } from "node:child_process";
import path from "node:path";
import { stringify } from "yaml";
import { open } from "../../fleet/open";
import type { RecordedResource } from "../../preview/engine/recorded-resource";
import { judgeOf } from "../../preview/pack/judge";
import { loadPack } from "../../preview/pack/load-pack";
import type { PolicyPack } from "../../preview/pack/policy-pack";
import { policyConfig } from "../../preview/policy-config";
import { previewFleet } from "../../preview/preview-fleet";
import { largeFleet } from "./large-fleet";
import { median } from "./measure";

/** What judging costs, in milliseconds. */
export interface PolicyCost {
  /** From the start of the pack's process until it listens, as Pulumi starts it. */
  readonly start: number;
  readonly resources: number;
  /** All of them judged in this process by all rules. */
  readonly judged: number;
  /** The same by a pack without rules. */
  readonly empty: number;
}

/** Starts the pack as Pulumi does: it has started when it prints its port. */
function startPack(): Promise<number> {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const begun = performance.now();
  const child = spawn(process.execPath, [runner, "127.0.0.1:1", path.resolve("policy")], { stdio: ["ignore", "pipe", "ignore"] });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the pack ended with ${code}`)));
    child.stdout.once("data", () => {
      const took = performance.now() - begun;
      child.removeAllListeners("exit");
      child.kill();
      resolve(took);
    });
  });
}

async function timed(runs: number, act: () => Promise<unknown>): Promise<number> {
  await act();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** Judges about a thousand resources of a fleet of eleven accounts. */
export async function policyCost(runs: number, asOf: string): Promise<PolicyCost> {
  const loaded = loadPack("fleet-patching-policy", process.cwd());
  const opened = open(stringify(largeFleet(11)), "fleet.yaml", asOf);
  if (!loaded.ok) throw new Error(loaded.message);
  if ("problems" in opened) throw new Error(JSON.stringify(opened.problems[0]));
  const stacks = (await previewFleet(opened.plan)).map(({ result }) => result.resources);
  const judge = (pack: PolicyPack) => async () => {
    const made = judgeOf(pack, pack.policies.length === 0 ? {} : policyConfig(opened.plan, pack));
    if (!made.ok) throw new Error(made.errors.join("\n"));
    for (const resources of stacks) await made.judge(resources);
  };
  const starts: number[] = [];
  for (let run = 0; run < runs; run += 1) starts.push(await startPack());
  return {
    start: median(starts),
    resources: stacks.flatMap((resources): readonly RecordedResource[] => resources).length,
    judged: await timed(runs, judge(loaded.pack)),
    empty: await timed(runs, judge({ ...loaded.pack, policies: [] })),
  };
}
