import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { EvidenceError } from "../../evidence/engine/evidence-error";
import { openFolder } from "../../evidence/engine/folder";
import { NOTHING_EXPECTED } from "../../evidence/expected";

/**
 * Reads evidence with so many megabytes of memory beside a disk for temporary files of so many kilobytes. Runs in a mount namespace of its own.
 * Prints what came of it as JSON, and what is left on the disk.
 */
async function main([disk = "", data = "", megabytes = "", kilobytes = ""]: readonly string[]): Promise<void> {
  const ran = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", disk], { encoding: "utf8" });
  if (ran.status !== 0) throw new Error(ran.stderr);
  const told = await openFolder(data, { expected: NOTHING_EXPECTED, memory: Number(megabytes) * 1e6, temporary: disk }).then(
    async (evidence) => {
      const rows = await evidence.ask("coverage", { asOf: "2026-11-21T08:00:00Z" });
      await evidence.close();
      return { rows: rows.length };
    },
    (error: unknown) => {
      if (!(error instanceof EvidenceError)) throw error;
      return { fault: error.fault, message: error.message };
    },
  );
  process.stdout.write(JSON.stringify({ ...told, left: readdirSync(disk) }));
}

void main(process.argv.slice(2));
