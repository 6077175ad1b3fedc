import type { RunTarget } from "./run-target";
import type { End } from "./seen";
import { start, type Started } from "./started";
import { SystemsManager, type Reach } from "./systems-manager";
import { watch, type Watching } from "./watch";

/** How a person is asked and told. */
export interface RunHears extends Watching {
  /** Asks whether to go on. */
  readonly confirm: () => Promise<boolean>;
}

/** What became of a run: how it ended, that nobody watched it to its end, or that nobody wanted it. */
export type Ran = { readonly started: Started; readonly end: End | null } | "not wanted";

/** Starts a run in the right account after somebody has said yes, and watches it until it ends. Fails with a `Refusal`. */
export async function runGroup(target: RunTarget, reach: Reach, hears: RunHears): Promise<Ran> {
  const manager = new SystemsManager(target, reach);
  try {
    await manager.confirmAccount();
    if (!(await hears.confirm())) return "not wanted";
    const started = await start(manager, target);
    hears.say(`started ${started.kind} ${started.id}`);
    return { started, end: await watch(manager, started, hears) };
  } finally {
    manager.close();
  }
}
