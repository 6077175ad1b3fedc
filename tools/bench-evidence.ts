import { DuckDBInstance } from "@duckdb/node-api";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDemo } from "../evidence/demo/open-demo";
import { openFolder, type FolderEvidence } from "../evidence/engine/folder";
import { expectedOf } from "../evidence/expected";
import type { Answer } from "../evidence/record/answer";
import { QUESTIONS } from "../evidence/record/question";
import { renderHtml } from "../evidence/report/html";
import { readFleet } from "../stacks/read-fleet";

/**
 * What evidence costs: reading the files of a sync, every question after it, and the page; beside a plain pass of DuckDB over the
 * same files and the script that people write by hand. Run with `npm run bench:evidence [servers] [packages]`, 2,000 and 200.
 */
const AS_OF = "2026-11-21T08:00:00Z";
/** A page leaves the packages of every server out, and shows a month of changes. */
const OF_A_PAGE = QUESTIONS.map(({ name }) => name).filter((name) => name !== "packages");
const MONTH = "2026-10-22T08:00:00Z";

function files(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return all.filter((name) => name.startsWith("AWS:") && name.endsWith(".json")).map((name) => path.join(folder, name));
}

/** What people write by hand: every line of every file parsed, missing patches counted. It checks nothing. */
function byHand(folder: string): number {
  let missing = 0;
  for (const file of files(folder)) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (line === "") continue;
      const { PatchState: state }: { PatchState?: string } = JSON.parse(line);
      if (state === "Missing") missing += 1;
    }
  }
  return missing;
}

async function plainPass(folder: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const type of ["InstanceInformation", "PatchSummary", "ComplianceItem", "Application", "WindowsUpdate", "Tag"]) {
    const glob = path.join(folder, `AWS:${type}`, "**", "*.json");
    await connection.run(`CREATE TABLE t_${type} AS SELECT * FROM read_json('${glob}', format = 'newline_delimited')`);
  }
  connection.closeSync();
}

interface Cost {
  readonly seconds: number;
  readonly cpu: number;
}

async function measured<T>(what: string, act: () => Promise<T> | T): Promise<[T, Cost]> {
  const [begun, before] = [performance.now(), process.cpuUsage()];
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  const cost = { seconds: (performance.now() - begun) / 1000, cpu: (user + system) / 1e6 };
  const row = `${what.padEnd(52)}${cost.seconds.toFixed(2).padStart(8)} s${cost.cpu.toFixed(2).padStart(8)} s of processor time`;
  process.stdout.write(`${row}\n`);
  return [result, cost];
}

/** As a page asks: in columns, all at once. */
async function askAll(evidence: FolderEvidence): Promise<Record<string, Answer>> {
  const asked = OF_A_PAGE.map(async (name) => {
    const answer = await evidence.look(name, { asOf: AS_OF, since: name === "changes" ? MONTH : undefined });
    return [name, answer] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

async function bench(folder: string, servers: number, packages: number): Promise<void> {
  const opened = readFleet("examples/reference/fleet.yaml", AS_OF);
  if ("problems" in opened) throw new Error(JSON.stringify(opened.problems[0]));
  const data = path.join(folder, "sync");
  const [demo] = await measured(`write evidence of ${servers} servers x ${packages} packages`, () =>
    openDemo(opened.plan, data, { seed: 1, asOf: AS_OF, servers, packages }, () => undefined),
  );
  const expected = expectedOf(demo.plan);
  const [, plain] = await measured("a plain pass of DuckDB over the same files", () => plainPass(data));
  const [evidence, read] = await measured("fleet report: read them", () => openFolder(data, { expected }));
  const [answers, asked] = await measured("fleet report: all questions of a page", () => askAll(evidence));
  await measured("fleet report: the page", async () =>
    renderHtml({ asOf: AS_OF, fleet: "fleet.yaml", answers, unreadable: await evidence.unreadable() }),
  );
  await evidence.close();
  const [, hand] = await measured("a script by hand: parse every line, count one thing", () => byHand(data));
  const ratio = (a: Cost, b: Cost) => (a.cpu / b.cpu).toFixed(1);
  process.stdout.write(`  ratios of processor time: reading to the plain pass ${ratio(read, plain)}, `);
  process.stdout.write(`the script to reading and asking ${(hand.cpu / (read.cpu + asked.cpu)).toFixed(1)}\n`);
  process.stdout.write(`  most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);
}

async function main(): Promise<void> {
  const [servers = 2000, packages = 200] = process.argv.slice(2).map(Number);
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-evidence-"));
  try {
    await bench(folder, servers, packages);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
