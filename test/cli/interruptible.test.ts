import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, readdirSync, watch } from "node:fs";
import path from "node:path";
import { fleetCommand, folderWith } from "../support/fleet-command";

const MAIN = path.resolve("cli/main.js");
const AS_OF = ["--as-of", "2026-11-21T08:00:00Z"];

describe("interruptible", () => {
  const { folder, discard } = folderWith({ "fleet.yaml": readFileSync("examples/reference/fleet.yaml", "utf8") });
  const temporary = path.join(folder, "temporary");
  before(() => {
    mkdirSync(temporary);
    fleetCommand(folder, "report", "--demo", "--servers", "50", "--demo-out", "data", "--out", "report.html", ...AS_OF);
  });
  after(discard);

  /** Runs the command, sends it a signal as soon as a temporary folder is there, and waits for its end. */
  async function ended(signal: NodeJS.Signals, ...args: readonly string[]): Promise<unknown> {
    const watcher = watch(temporary);
    const made = once(watcher, "change");
    const child = spawn(process.execPath, [MAIN, ...args, ...AS_OF], {
      cwd: folder,
      env: { PATH: process.env["PATH"], TMPDIR: temporary },
      stdio: "ignore",
    });
    const exit = once(child, "exit");
    await made;
    watcher.close();
    child.kill(signal);
    return exit;
  }

  for (const [signal, code, args] of [
    ["SIGTERM", 143, ["report", "--demo", "--servers", "2000", "--out", "new.html"]],
    ["SIGTERM", 143, ["report", "--data", "data", "--out", "new.html"]],
    ["SIGHUP", 129, ["report", "--data", "data", "--out", "new.html"]],
    ["SIGINT", 130, ["report", "--data", "data", "--out", "new.html"]],
    ["SIGHUP", 129, ["review", "prod-sensitive", "--data", "data"]],
  ] as const) {
    it(`leaves nothing of ${args.slice(0, 2).join(" ")} behind when ${signal} ends it`, async () => {
      const before = readdirSync(folder);
      expect(await ended(signal, ...args)).to.deep.equal([code, null]);
      expect([readdirSync(temporary), readdirSync(folder)]).to.deep.equal([[], before]);
    });
  }
});
