import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { measure } from "./bench/measure";

/**
 * The whole preview of the reference fleet, rules included, beside the same AWS resources as a CDK app judged by cdk-nag.
 * CDK is installed into a temporary folder, and only for this. Run with `npm run bench:peers`.
 */
const RUNS = 5;
const FLEET = "examples/reference/fleet.yaml";

function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-peers-"));
  try {
    process.stdout.write("installing CDK and cdk-nag into a temporary folder\n");
    cpSync("tools/bench-peers", folder, { recursive: true });
    execFileSync("npm", ["install", "--no-fund", "--no-audit", "--loglevel=error"], { cwd: folder, stdio: "inherit" });
    const preview = path.join(folder, "preview.json");
    writeFileSync(preview, execFileSync(process.execPath, ["cli/main.js", "preview", FLEET, "--json"], { maxBuffer: 1 << 28 }));
    const ours = measure(RUNS, ["cli/main.js", "preview", FLEET]);
    const peer = measure(RUNS, [path.join(folder, "app.mjs")], { FLEET_PREVIEW: preview, FLEET_OUT: path.join(folder, "out") });
    const line = (what: string, { milliseconds, megabytes }: typeof ours) =>
      `${what.padEnd(44)}${String(milliseconds).padStart(7)} ms${String(megabytes).padStart(6)} MB\n`;
    process.stdout.write(line("fleet preview with its policy pack", ours));
    process.stdout.write(line("the same AWS resources in CDK with cdk-nag", peer));
    process.stdout.write(
      `  ratio: time ${(peer.milliseconds / ours.milliseconds).toFixed(2)}, memory ${(peer.megabytes / ours.megabytes).toFixed(2)}\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
