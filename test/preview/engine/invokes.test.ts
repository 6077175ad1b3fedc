import * as iam from "@pulumi/aws/iam";
import { Provider } from "@pulumi/aws/provider";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { ProgramRun } from "../../../preview/engine/run-program";
import { failureOf, find, outputsOf, run } from "./running";

const invoke: ProgramRun["invoke"] = (token, args, provider) => {
  if (token !== "aws:ssm/getParameter:getParameter") {
    throw new Error(`no answer for ${token}`);
  }
  return { ...args, insecureValue: "open", value: { $secret: "open" }, region: provider?.inputs["region"] ?? null };
};

describe("functions of providers", () => {
  it("are answered with plain arguments and the provider they go through, and keep secrets secret", async () => {
    const result = await run(
      async () => {
        const provider = new Provider("aws", { region: "eu-west-1" });
        const plain = await ssm.getParameter({ name: "/fleet/a" }, { provider });
        const output = ssm.getParameterOutput({ name: pulumi.output("/fleet/b") }, { provider });
        return { plain: plain.insecureValue, region: plain.region, output: output.name, secret: pulumi.isSecret(output) };
      },
      { invoke },
    );
    expect(outputsOf(result)).to.deep.equal({
      plain: "open",
      region: "eu-west-1",
      output: { $secret: "/fleet/b" },
      secret: true,
    });
    const provider = find(result, "aws").urn;
    expect(result.invokes).to.deep.equal([
      { token: "aws:ssm/getParameter:getParameter", args: { name: "/fleet/a" }, provider },
      { token: "aws:ssm/getParameter:getParameter", args: { name: "/fleet/b" }, provider },
    ]);
  });

  it("are not asked when an argument is unknown", async () => {
    const result = await run(
      () => {
        const role = new iam.Role("r", { assumeRolePolicy: "{}" });
        return { value: ssm.getParameterOutput({ name: role.arn }).value };
      },
      { invoke },
    );
    expect(outputsOf(result)).to.deep.equal({ value: { $unknown: true } });
    expect(result.invokes).to.deep.equal([]);
  });

  it("rejects a function that has no answer with the engine's words, which the program may handle", async () => {
    const unhandled = await run(() => ({ id: iam.getRoleOutput({ name: "x" }).id }));
    expect(failureOf(unhandled)).to.deep.equal({
      kind: "crashed",
      message: "invocation of aws:iam/getRole:getRole returned an error: no answer for aws:iam/getRole:getRole",
    });
    const handled = await run(async () => {
      try {
        await iam.getRole({ name: "x" });
      } catch (error) {
        return { caught: String(error) };
      }
      return {};
    });
    expect(outputsOf(handled)["caught"]).to.match(/^Error: invocation of aws:iam\/getRole:getRole returned an error/);
  });
});
