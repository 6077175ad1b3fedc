import { spawnSync } from "node:child_process";

/** A tool of this machine that the real engine cannot do without, and what to do when it is missing. */
export interface Tool {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly directory?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** One sentence for the person who has to install it. */
  readonly fix: string;
}

/** Runs a tool to its end and gives what it printed. A missing tool or a failing run ends everything, loudly. */
export function runTool(tool: Tool): string {
  const run = spawnSync(tool.command, tool.arguments, {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: { ...process.env, ...tool.environment },
    ...(tool.directory === undefined ? {} : { cwd: tool.directory }),
  });
  const line = [tool.command, ...tool.arguments].join(" ");
  if (run.error) throw new Error(`cannot run ${line}: ${run.error.message}\n  fix: ${tool.fix}`);
  if (run.status !== 0) {
    throw new Error(`${line} ended with ${run.status ?? run.signal}\n${run.stdout}${run.stderr}\n  fix: ${tool.fix}`);
  }
  return run.stdout;
}
