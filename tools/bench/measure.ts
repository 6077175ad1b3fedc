import { spawnSync } from "node:child_process";

/** What a command cost: the medians of its runs. */
export interface Measured {
  readonly milliseconds: number;
  /** The most memory that a run held at once. */
  readonly megabytes: number;
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Prints the most memory that a process held, in KiB, as the last line of its standard error. */
const REPORT = "process.on('exit', () => process.stderr.write('\\n' + process.resourceUsage().maxRSS));";

/** Runs a Node program several times as a whole process, after one run that does not count. It must end with exit code 0. */
export function measure(runs: number, command: readonly string[], environment: NodeJS.ProcessEnv = {}): Measured {
  const once = (): [milliseconds: number, kib: number] => {
    const start = performance.now();
    const run = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(REPORT)}`, ...command], {
      encoding: "utf8",
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (run.status !== 0) throw new Error(`${command.join(" ")} ended with ${run.status}: ${run.stderr.slice(-800)}`);
    return [performance.now() - start, Number(run.stderr.slice(run.stderr.lastIndexOf("\n") + 1))];
  };
  once();
  const all = Array.from({ length: runs }, once);
  return {
    milliseconds: Math.round(median(all.map(([time]) => time))),
    megabytes: Math.round(median(all.map(([, kib]) => kib)) / 1024),
  };
}
