import { mkdtempSync, readdirSync, rmSync, statSync, type Stats } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Plan } from "../../fleet/plan";
import { RequestError } from "../report/request";
import { writeProblem } from "../report/written";
import { demoOf, writeDemo, type DemoOptions } from "./write-demo";

/** A demo that lies somewhere, as a fleet of its own size. */
export interface OpenDemo {
  readonly folder: string;
  /** The plan, with as many servers expected as the demo has. */
  readonly plan: Plan;
  /** Removes what nobody asked to keep. */
  discard(): void;
}

function statOf(out: string): Stats | undefined {
  try {
    return statSync(out, { throwIfNoEntry: false });
  } catch (error) {
    throw writeProblem(out, error);
  }
}

function keptFolder(out: string): string {
  const stat = statOf(out);
  if (stat && !stat.isDirectory()) throw new RequestError(`--demo-out ${out}: that is a file, wanted a new or an empty folder`);
  if (stat && readdirSync(out).length > 0)
    throw new RequestError(
      `--demo-out ${out}: that folder is not empty, and files of two demos would mix; name another, or empty it`,
    );
  return out;
}

/** A plan that expects what a demo has: the same places with the demo's counts. */
function sizedPlan(plan: Plan, options: DemoOptions): Plan {
  const { places } = demoOf(plan, options);
  const groups = plan.groups.map((group) => ({
    ...group,
    counts: places
      .filter((place) => place.group.name === group.name)
      .map(({ accountKey, region, servers }) => ({ account: accountKey, region, servers })),
  }));
  return options.servers === undefined ? plan : { ...plan, groups };
}

/** Writes a demo into a folder that is kept, or into one that is not. */
export async function openDemo(
  plan: Plan,
  out: string | undefined,
  options: DemoOptions,
  tell: (what: string) => void,
): Promise<OpenDemo> {
  const isThere = out !== undefined && statOf(out) !== undefined;
  const folder = out === undefined ? mkdtempSync(path.join(tmpdir(), "fleet-demo-")) : keptFolder(out);
  let isWhole = false;
  const discard = () => {
    if (out !== undefined && isWhole) return;
    // A folder that somebody made for it stays, as empty as it was.
    if (isThere) for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
    else rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", discard);
  try {
    await writeDemo(plan, folder, options, (servers) => tell(`making evidence of ${servers} servers`));
    isWhole = true;
  } catch (error) {
    discard();
    throw writeProblem(folder, error, out === undefined ? "TMPDIR" : "--demo-out");
  }
  return { folder, plan: sizedPlan(plan, options), discard };
}
