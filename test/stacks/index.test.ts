import { expect } from "chai";
import path from "node:path";
import type { ProgramRun } from "../../preview/engine/run-program";
import { failureOf, run, succeeded } from "../support/program-run";

const root = path.resolve(__dirname, "..", "..", "..");

/** The program that Pulumi runs, as Pulumi loads it; what it does to the whole process is undone. */
function program(): ProgramRun["program"] {
  const events = ["unhandledRejection", "uncaughtException"];
  const before = events.map((event) => process.listeners(event as "uncaughtException"));
  const loaded: ProgramRun["program"] = require("../../stacks/index");
  events.forEach((event, place) => {
    for (const listener of process.listeners(event as "uncaughtException"))
      if (!before[place]?.includes(listener)) process.removeListener(event, listener);
  });
  return loaded;
}

const runAs = (stack: string, file: string) =>
  run(program(), {
    stack,
    config: { "pulumi:disable-default-providers": '["*"]', "fleet-patching:fleet": path.join(root, file) },
  });

describe("the program that Pulumi runs", () => {
  it("declares the stack that has its name, of the file that the configuration names", async () => {
    const result = succeeded(await runAs("dev", "examples/development-sundays/fleet.yaml"));
    expect(result.resources.map(({ name }) => name)).to.include("eu-west-1-development-runbook");
  });

  it("rejects a stack that the file does not have, in one clear line and before anything is registered", async () => {
    const result = await runAs("prod", "examples/development-sundays/fleet.yaml");
    expect(failureOf(result)).to.deep.include({ message: "the fleet file has no stack prod; it has dev" });
    expect(result.resources.map(({ type }) => type)).to.deep.equal(["pulumi:pulumi:Stack"]);
  });

  it("rejects a file that is not there, with what to do", async () => {
    const { message } = failureOf(await runAs("dev", "examples/absent.yaml"));
    expect(message).to.match(
      /examples\/absent\.yaml\n {2}got {3}no such file\n {2}want {2}a fleet file\n {2}fix {3}Write one with/u,
    );
  });
});
