import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { Refusal } from "../../evidence/aws/refusal";
import { cacheObjects } from "../../evidence/s3/cache";

/**
 * Caches onto a disk of one megabyte, which is too small, then makes it larger and goes on. Runs in a mount namespace of
 * its own. Prints what it saw as JSON.
 */
async function main([disk = "", endpoint = ""]: readonly string[]): Promise<void> {
  const mount = (...options: string[]) => {
    const ran = spawnSync("mount", ["-t", "tmpfs", "-o", ...options, "tmpfs", disk], { encoding: "utf8" });
    if (ran.status !== 0) throw new Error(ran.stderr);
  };
  const files = () =>
    readdirSync(disk, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.startsWith("i-"))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
  mount("size=1m");
  const options = { cache: disk, endpoint, atOnce: 8, patience: { attempts: 1, firstPause: 1 } };
  const error = await cacheObjects("s3://lake/org", options).catch((thrown: unknown) => thrown);
  if (!(error instanceof Refusal)) throw new Error("it was not refused", { cause: error });
  const whole = files().filter((text) => text.endsWith("}\n")).length;
  const torn = files().length - whole;
  mount("remount,size=64m");
  await cacheObjects("s3://lake/org", options);
  process.stdout.write(JSON.stringify({ kind: error.kind, message: error.message, whole, torn, after: files().length }));
}

void main(process.argv.slice(2));
