import { expect } from "chai";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Member, outputsOf, run } from "./running";

const inOwnProcess = promisify(execFile);

describe("many runs in one process", () => {
  it("rejects programs that wait for what never comes, and runs the next one", async () => {
    const { stdout, stderr } = await inOwnProcess(process.execPath, [join(__dirname, "never-finishes.js")]);
    const [waits, waitsInside, after]: [{ message: string }, { message: string }, object] = JSON.parse(stdout);
    expect(waits).to.include({ kind: "unfinished" });
    expect(waits.message).to.match(/^the program never finished: it waits for a value that never comes/);
    expect(waitsInside).to.include({ kind: "unfinished" });
    expect(after).to.deep.equal({ fine: true });
    expect(stderr).to.equal("");
  });

  it("keep nothing behind: 200 runs take no memory beyond the first", async () => {
    setFlagsFromString("--expose-gc");
    const collect: () => void = runInNewContext("gc");
    const used = async (runs: number): Promise<number> => {
      for (let i = 0; i < runs; i++) {
        outputsOf(await run(() => void new Member(`member-${"x".repeat(1000)}`)));
      }
      await new Promise((resolve) => setImmediate(resolve));
      collect();
      return process.memoryUsage().heapUsed;
    };
    // The first runs fill caches; a run that stayed behind would be ten times the limit.
    const before = await used(50);
    const grown = (await used(200)) - before;
    expect(grown / 200).to.be.below(4096);
  });
});
