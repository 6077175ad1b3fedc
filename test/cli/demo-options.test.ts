import { expect } from "chai";
import { Command } from "commander";
import { demoRequest, withDemoOptions } from "../../cli/demo-options";
import { RequestError } from "../../evidence/report/request";

/** What options come to, as typed on a command line. */
function typed(...args: string[]): Record<string, unknown> {
  const command = withDemoOptions(new Command("report"))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse(args, { from: "user" }).opts();
}

describe("withDemoOptions", () => {
  it("asks for no demo and no mess, and always for the same evidence, unless told otherwise", () => {
    expect(typed()).to.deep.equal({ demo: false, seed: 1, mess: false });
  });

  it("takes a demo of any size that there can be", () => {
    expect(typed("--demo", "--seed", "0", "--servers", "100000", "--mess", "--demo-out", "here")).to.deep.equal({
      demo: true,
      seed: 0,
      servers: 100_000,
      mess: true,
      demoOut: "here",
    });
    expect(typed("--servers", "1")["servers"]).to.equal(1);
  });

  for (const [option, value, wanted] of [
    ["--servers", "0", "1 to 100000"],
    ["--servers", "100001", "1 to 100000"],
    ["--servers", "-1", "1 to 100000"],
    ["--servers", "1e3", "1 to 100000"],
    ["--servers", "many", "1 to 100000"],
    ["--seed", "1.5", "0 to 2147483648"],
    ["--seed", "", "0 to 2147483648"],
  ] as const) {
    it(`rejects ${option} ${value || "without a number"}`, () => {
      expect(() => typed(`${option}=${value}`)).to.throw(`Wanted a whole number, ${wanted}.`);
    });
  }
});

describe("demoRequest", () => {
  it("takes the fleet file that is there", () => {
    expect(demoRequest({ question: "missing" })).to.deep.equal({ question: "missing", data: "demo", fleet: "fleet.yaml" });
    expect(demoRequest({ fleet: "mine.yaml" })).to.deep.equal({ data: "demo", fleet: "mine.yaml" });
  });

  it("rejects evidence beside its own", () => {
    expect(() => demoRequest({ data: "sync" })).to.throw(RequestError, "--demo and --data sync: choose one");
  });
});
