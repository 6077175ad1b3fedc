import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Temporal } from "temporal-polyfill";
import { stringify } from "yaml";
import { calendar } from "../fleet/calendar";
import { open } from "../fleet/open";
import { fleetYear } from "../simulator/fleet-year";
import { largeFleet } from "./bench/large-fleet";
import { measure, median, type Measured } from "./bench/measure";
import { policyCost } from "./bench/policy";
import { writeReviewBench } from "./bench/review";

/**
 * What the program costs, as medians of whole processes, and ratios between them. Never a test: machines differ.
 * Run with `npm run bench`.
 */
const RUNS = 5;
const AS_OF = "2026-11-21T08:00:00Z";

function row(what: string, { milliseconds, megabytes }: Measured, note = ""): void {
  process.stdout.write(`${what.padEnd(52)}${String(milliseconds).padStart(8)} ms${String(megabytes).padStart(8)} MB  ${note}\n`);
}

function benchPreview(folder: string): void {
  const preview = (file: string) => measure(RUNS, ["cli/main.js", "preview", file, "--json", "--as-of", AS_OF]);
  row("fleet check, the reference fleet", measure(RUNS, ["cli/main.js", "check", "examples/reference/fleet.yaml"]));
  row("fleet preview, the reference fleet", preview("examples/reference/fleet.yaml"), "budget 3,000 ms");
  const times = [1, 10, 100].map((accounts) => {
    const file = path.join(folder, `${accounts}.yaml`);
    writeFileSync(file, stringify(largeFleet(accounts)));
    const found = preview(file);
    row(`fleet preview, ${accounts} accounts x 2 regions`, found);
    return found.milliseconds;
  });
  const [one = 0, ten = 0, hundred = 0] = times;
  const each = `${((ten - one) / 9).toFixed(0)} ms an account up to 10, ${((hundred - ten) / 90).toFixed(0)} ms an account up to 100`;
  process.stdout.write(`  linear: ${each}\n`);
  writeFileSync(path.join(folder, "50.yaml"), stringify(largeFleet(50)));
  row("fleet preview, 50 accounts x 2 regions", preview(path.join(folder, "50.yaml")), "budget 10,000 ms, 600 MB");
}

function benchCalendar(): void {
  const opened = open(stringify(largeFleet(1000)), "fleet.yaml", AS_OF);
  if ("problems" in opened) throw new Error(`the fleet of the bench is wrong: ${JSON.stringify(opened.problems[0])}`);
  const from = Temporal.Instant.from(AS_OF);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    calendar(opened.plan, from, from.add({ hours: 24 * 365 }));
    return performance.now() - start;
  });
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  row("a year of windows for 1,000 accounts", { milliseconds: Math.round(median(times)), megabytes }, "budget 1,000 ms");
}

/** The whole command, from the evidence in files to the packet and the draft; `npm run bench:review` has its steps one by one. */
function benchReview(folder: string): void {
  const [few = 0, all = 0] = [120, 1200].map((servers) => {
    const { fleet, data } = writeReviewBench(path.join(folder, `review-${servers}`), servers, 300, 30);
    const told = ["--data", data, "--fleet", fleet, "--by", "carla@example.com", "--as-of", AS_OF];
    const found = measure(RUNS, ["cli/main.js", "review", "database", ...told]);
    row(`fleet review, ${servers} servers x 300 packages`, found, servers === 1200 ? "budget 2,000 ms" : "");
    return found.milliseconds;
  });
  process.stdout.write(`  linear: ${((all - few) / 1080).toFixed(2)} ms a server from 120 on, ratio ${(all / few).toFixed(1)}\n`);
}

/** A year of the reference fleet, in process: reading the file is not counted. Each run is another seed. */
function benchSimulation(): void {
  const file = "examples/reference/fleet.yaml";
  const opened = open(readFileSync(file, "utf8"), file, AS_OF);
  if ("problems" in opened) throw new Error(`${file} is wrong`);
  const lived = (weeks: number) =>
    median(
      Array.from({ length: RUNS + 1 }, (_, seed) => {
        const start = performance.now();
        fleetYear(opened.fleet, opened.changes, Date.parse(AS_OF), weeks, seed);
        return performance.now() - start;
      }).slice(1),
    );
  const [year, quarter] = [lived(52), lived(13)];
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  row("a year of the reference fleet simulated", { milliseconds: Math.round(year), megabytes }, "budget 1,000 ms");
  process.stdout.write(`  linear: ratio ${(year / quarter).toFixed(1)} to a quarter of it\n`);
}

async function benchPolicy(): Promise<void> {
  const { start, resources, judged, empty } = await policyCost(RUNS, AS_OF);
  const line = (what: string, milliseconds: number, note: string) =>
    process.stdout.write(
      `${what.padEnd(52)}${milliseconds.toFixed(milliseconds < 10 ? 2 : 0).padStart(8)} ms             ${note}\n`,
    );
  line("policy pack, its process until it listens", start, "budget 1,100 ms");
  line(`policy pack, ${resources} resources judged in process`, judged, "budget 0.5 s for 1,050");
  line("  a resource", judged / resources, "budget 0.3 ms");
  line("  the same resources by a pack without rules", empty, `ratio ${(judged / empty).toFixed(1)}`);
}

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-bench-"));
  try {
    process.stdout.write(`Node ${process.version}, medians of ${RUNS} runs after one that does not count\n`);
    benchPreview(folder);
    benchCalendar();
    benchReview(folder);
    benchSimulation();
    await benchPolicy();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
