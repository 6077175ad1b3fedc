import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openFolder } from "../evidence/engine/folder";
import { expectedOf } from "../evidence/expected";
import { checkReview } from "../review/request";
import { packetFrom, reviewFiles } from "../review/review-group";
import { windowFor } from "../review/window";
import { readFleet } from "../stacks/read-fleet";
import { writeReviewBench } from "./bench/review";

/**
 * The steps of a review, one run: reading the evidence, asking it, and writing the packet and the draft. The whole command and its
 * budget are in `npm run bench`; this shows which step it is, and how it goes with other numbers. Run with
 * `npm run bench:review [servers] [packages] [missing]`, 1,200, 300 and 30.
 */
const AS_OF = "2026-11-21T08:00:00Z";

async function measured<T>(what: string, act: () => Promise<T> | T): Promise<T> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  const seconds = ((performance.now() - begun) / 1000).toFixed(2).padStart(8);
  process.stdout.write(`${what.padEnd(52)}${seconds} s${((user + system) / 1e6).toFixed(2).padStart(8)} s of processor time\n`);
  return result;
}

async function bench(folder: string, servers: number, packages: number, missing: number): Promise<void> {
  const { fleet, data } = await measured(`write ${servers} servers x ${packages} packages, ${missing} missing on each`, () =>
    writeReviewBench(folder, servers, packages, missing),
  );
  const opened = readFleet(fleet, AS_OF);
  if ("problems" in opened) throw new Error(JSON.stringify(opened.problems[0]));
  const { plan } = opened;
  const request = checkReview({ group: "database", data, fleet, asOf: AS_OF, urgent: false, by: "carla@example.com" }, plan);
  const evidence = await measured("read the evidence", () => openFolder(data, { expected: expectedOf(plan) }));
  const packet = await measured("ask it, and make the packet", () => packetFrom(evidence, plan, request));
  const files = await measured("write Markdown, page and draft", () =>
    reviewFiles(packet, windowFor(plan, request.group, { asOf: AS_OF, urgent: false, asked: undefined }), request),
  );
  await evidence.close();
  const bytes = files.map(({ file, text }) => `${path.extname(file)} ${Math.round(text.length / 1000)} kB`).join(", ");
  process.stdout.write(`  ${packet.updates.length} updates on ${packet.servers.length} servers: ${bytes}\n`);
  process.stdout.write(`  most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
}

async function main(): Promise<void> {
  const [servers = 1200, packages = 300, missing = 30] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-review-"));
  try {
    await bench(folder, servers, packages, missing);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
