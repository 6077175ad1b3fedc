import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as others } from "node:timers/promises";
import type { Plan } from "../../fleet/plan";
import { filesOf, type DemoFile } from "./files";
import { historyFiles } from "./history-files";
import { itemsOf } from "./item";
import { demoPlaces, scaled } from "./place";
import { runFiles } from "./run-files";
import { serversOf, type Demo } from "./server";

/** What a demo may be asked for. */
export interface DemoOptions {
  /** The same seed gives the same files. */
  readonly seed: number;
  /** RFC 3339 in UTC; fractions are dropped. */
  readonly asOf: string;
  /** How many servers in all, 1 to 100,000, shared out as the fleet file has them. @default as many as the fleet file says */
  readonly servers?: number | undefined;
  /** How many packages a Linux server carries, 1 to 200. @default 60 */
  readonly packages?: number | undefined;
  /** Whether one server in ten has files that are odd or damaged. @default false */
  readonly mess?: boolean | undefined;
}

/** How many packages a Linux server carries, where nobody asks for more. */
const PACKAGES = 60;

/** Decides what a demo is made of. */
export function demoOf(plan: Plan, options: DemoOptions): Demo {
  const asOf = Math.floor(Date.parse(options.asOf) / 1000) * 1000;
  const places = demoPlaces(plan, asOf, options.seed);
  return {
    seed: options.seed,
    asOf,
    tagKey: plan.tagKey,
    places: options.servers === undefined ? places : scaled(places, options.servers),
    packages: options.packages ?? PACKAGES,
    mess: options.mess ?? false,
  };
}

/** What was written. */
export interface Written {
  readonly servers: number;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes synthetic evidence in the exact layout of a resource data sync, with its history and its runs, server by server.
 * @param folder must not exist or be empty: files of another demo would stay between.
 */
export async function writeDemo(
  plan: Plan,
  folder: string,
  options: DemoOptions,
  progress: (servers: number) => void = () => undefined,
): Promise<Written> {
  const demo = demoOf(plan, options);
  const made = new Set<string>();
  const written = { servers: 0, files: 0, bytes: 0 };
  const write = ({ path: name, text }: DemoFile) => {
    const target = path.join(folder, name);
    const parent = path.dirname(target);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(target, text);
    written.files += 1;
    written.bytes += Buffer.byteLength(text);
  };
  const history = historyFiles(demo, folder);
  for (const server of serversOf(demo)) {
    const items = itemsOf(demo, server);
    for (const file of filesOf(demo, server, items)) write(file);
    history.add(server, items);
    written.servers += 1;
    if (written.servers % 100 > 0) continue;
    progress(written.servers);
    // Progress has to be drawn and Ctrl-C heard, in a minute of work without any pause.
    await others();
  }
  for (const file of runFiles(demo, plan)) write(file);
  await history.finish();
  return written;
}
