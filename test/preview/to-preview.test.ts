import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import type { Plan } from "../../fleet/plan";
import { preview as schema } from "../../preview/preview";
import { previewFleet } from "../../preview/preview-fleet";
import { toPreview, visible } from "../../preview/to-preview";
import { readFleet } from "../../stacks/read-fleet";
import { run } from "./engine/running";

const plan = (): Plan => {
  const opened = readFleet("examples/reference/fleet.yaml", "2026-11-21T08:00:00Z");
  if ("problems" in opened) {
    throw new Error(JSON.stringify(opened.problems));
  }
  return opened.plan;
};

describe("toPreview", () => {
  it("gives the reference fleet in the shape that the schema promises, with what is not known yet named", async () => {
    const decided = plan();
    const given = toPreview(decided, await previewFleet(decided), new Map());
    expect(schema.parse(JSON.parse(JSON.stringify(given)))).to.deep.equal(given);
    expect(given.stacks.map(({ name, kind }) => [name, kind])).to.deep.equal(
      decided.stacks.map(({ name, kind }) => [name, kind]),
    );
    const text = JSON.stringify(given);
    expect(text).to.include('"[unknown]"');
    expect(text).to.not.match(/\$secret|\$unknown|\$resource/);
  });

  it("names a resource's region where it has one, and null where it is global", async () => {
    const decided = plan();
    const [, nonprod] = toPreview(decided, await previewFleet(decided), new Map()).stacks;
    const region = (type: string) => new Set(nonprod?.resources.filter((one) => one.type === type).map((one) => one.region));
    expect(region("aws:iam/role:Role")).to.deep.equal(new Set([null]));
    expect(region("aws:ssm/patchBaseline:PatchBaseline")).to.deep.equal(new Set(["eu-west-1", "us-east-1"]));
  });

  it("tells a program's failure as a problem and its warnings as notices, with the stack they are about", async () => {
    const decided = plan();
    const [stack] = decided.stacks;
    const warned = await run(async () => pulumi.log.warn("apply central first"));
    const failed = await run(() => {
      new ssm.Parameter("twin", { type: "String", insecureValue: "a" });
      new ssm.Parameter("twin", { type: "String", insecureValue: "b" });
    });
    const given = toPreview(
      decided,
      [
        { stack: stack!, result: warned },
        { stack: stack!, result: failed },
      ],
      new Map([[stack!.name, [{ rule: "r", level: "advisory" as const, urn: "u", message: "m" }]]]),
    );
    expect(given.notices).to.deep.include({ at: "stack security", message: "apply central first" });
    expect(given.problems).to.have.length(1);
    expect(given.problems[0]?.at).to.match(/^stack security urn:pulumi:.*::twin$/);
    expect(given.problems[0]?.got).to.match(/^Duplicate resource URN/);
    expect(given.stacks[0]?.violations).to.deep.equal([{ rule: "r", level: "advisory", urn: "u", message: "m" }]);
  });
});

describe("visible", () => {
  it("names secrets and unknowns wherever they stand, and leaves the rest", () => {
    expect(
      visible({
        plain: ["a", 1, true, null],
        hidden: { $secret: { deep: "hush" } },
        later: [{ $unknown: true }],
        whole: { $resource: "urn:x", id: "y" },
        file: { $asset: { text: "t" } },
      }),
    ).to.deep.equal({
      plain: ["a", 1, true, null],
      hidden: "[secret]",
      later: ["[unknown]"],
      whole: "urn:x",
      file: "[attachment]",
    });
  });
});
