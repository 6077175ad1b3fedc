import * as iam from "@pulumi/aws/iam";
import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { ProgramRun } from "../../../preview/engine/run-program";
import { boom, failureOf, outputsOf, run } from "./running";

describe("a program that fails", () => {
  it("rejects a second resource with the same URN in the engine's words", async () => {
    const result = await run(() => {
      new iam.Role("r", { assumeRolePolicy: "{}" });
      const twin = new iam.Role("r", { assumeRolePolicy: "{}" });
      new iam.RolePolicy("p", { role: twin.id, policy: "{}" });
      return { arn: twin.arn };
    });
    const urn = "urn:pulumi:prod::fleet-patching::aws:iam/role:Role::r";
    expect(failureOf(result)).to.deep.equal({
      kind: "engine",
      message: `Duplicate resource URN '${urn}'; try giving it a unique name`,
      urn,
    });
  });

  it("rejects a default provider that the stack has turned off in the engine's words, for resources and functions", async () => {
    const config = { "pulumi:disable-default-providers": '["*"]' };
    const resource = await run(() => void new iam.Role("r", { assumeRolePolicy: "{}" }), { config });
    const urn = "urn:pulumi:prod::fleet-patching::aws:iam/role:Role::r";
    expect(failureOf(resource)).to.deep.equal({
      kind: "engine",
      message: `Default provider for 'aws' disabled. '${urn}' must use an explicit provider.`,
      urn,
    });
    const invoked = await run(async () => void (await iam.getRole({ name: "x" })), { config });
    expect(failureOf(invoked)).to.deep.equal({
      kind: "crashed",
      message: "Invoke: Default provider for 'aws' disabled. 'aws:iam/getRole:getRole' must use an explicit provider.",
    });
    const explicit = await run(
      () => {
        const provider = new Provider("aws", { region: "eu-west-1" });
        new iam.Role("r", { assumeRolePolicy: "{}" }, { provider });
      },
      { config },
    );
    expect(explicit.ok).to.equal(true);
  });

  it("rejects what the program refuses itself as its own words, with what it logged and registered so far", async () => {
    const result = await run(async () => {
      new iam.Role("r", { assumeRolePolicy: "{}" });
      await pulumi.log.warn("so far so good");
      throw new pulumi.RunError("apply central first: npx fleet …");
    });
    expect(failureOf(result)).to.deep.equal({ kind: "refused", message: "apply central first: npx fleet …" });
    expect(result.logs.map((entry) => entry.message)).to.deep.equal(["so far so good"]);
    expect(result.resources.map((r) => r.name)).to.include("r");
  });

  for (const [what, program] of Object.entries<ProgramRun["program"]>({
    "thrown at once": () => {
      throw new Error("boom");
    },
    "thrown in an apply": () => void new iam.Role("r", { name: "r", assumeRolePolicy: "{}" }).name.apply(() => boom()),
    "a rejected input": () => void new iam.Role("r", { assumeRolePolicy: Promise.reject(new Error("boom")) }),
    "a rejected stack output": () => ({ x: pulumi.output(Promise.reject(new Error("boom"))) }),
    "a promise nobody awaits": () => void Promise.reject(new Error("boom")),
    "thrown in a component": () => {
      class Broken extends pulumi.ComponentResource {
        protected override async initialize(): Promise<never> {
          return boom();
        }
      }
      new Broken("fleet-patching:aws:Broken", "b");
    },
    "thrown in a callback": async () => {
      await new Promise(() => setTimeout(boom, 1));
    },
  })) {
    it(`rejects an error ${what} as one failure, and runs the next program`, async () => {
      const result = await run(program);
      expect(failureOf(result).kind).to.equal("crashed");
      expect(failureOf(result).message).to.match(/boom$/);
      const next = await run(() => ({ role: new iam.Role("r", { name: "fine", assumeRolePolicy: "{}" }).name }));
      expect(outputsOf(next)).to.deep.equal({ role: "fine" });
      expect(next.resources.map((r) => r.name)).to.deep.equal(["fleet-patching-prod", "default_7_48_0", "r"]);
    });
  }

  it("tells where an unexpected error was thrown when asked to", async () => {
    const result = await run(() => boom(), { stackTraces: true });
    expect(failureOf(result).stack).to.match(/boom/);
    expect(failureOf(await run(() => boom()))).to.not.have.property("stack");
  });

  it("rejects a second program while one runs", async () => {
    const first = run(async () => new Promise<void>((resolve) => setTimeout(resolve, 5)));
    let message = "";
    try {
      await run(() => {}, { stack: "other" });
    } catch (error) {
      message = String(error);
    }
    expect(message).to.equal("Error: stack prod is still running in this process; await it before running other");
    expect((await first).ok).to.equal(true);
  });

  it("rejects what a failed program still does while the next one runs", async () => {
    let late: (() => void) | undefined;
    const first = await run(async () => {
      const waiting = new Promise<void>((resolve) => {
        late = resolve;
      }).then(() => void new iam.Role("late", { assumeRolePolicy: "{}" }));
      void waiting;
      throw new pulumi.RunError("no");
    });
    expect(first.ok).to.equal(false);
    const second = await run(async () => {
      late?.();
      await new Promise((resolve) => setTimeout(resolve, 5));
      new iam.Role("mine", { assumeRolePolicy: "{}" });
    });
    expect(second.resources.map((r) => r.name)).to.deep.equal(["fleet-patching-prod", "default_7_48_0", "mine"]);
  });

  it("gives the process back as it was", async () => {
    const before = [process.listeners("unhandledRejection"), process.listeners("uncaughtException"), Error.stackTraceLimit];
    await run(() => boom());
    await run(() => {});
    expect([
      process.listeners("unhandledRejection"),
      process.listeners("uncaughtException"),
      Error.stackTraceLimit,
    ]).to.deep.equal(before);
  });
});
