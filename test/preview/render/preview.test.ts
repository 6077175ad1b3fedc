import { expect } from "chai";
import type { Plan } from "../../../fleet/plan";
import type { Preview } from "../../../preview/preview";
import { previewFleet } from "../../../preview/preview-fleet";
import { paint } from "../../../preview/render/paint";
import { renderPreview } from "../../../preview/render/preview";
import { renderStack, renderStackLine, resourceCount } from "../../../preview/render/stack";
import { UNJUDGED } from "../../../preview/to-preview";
import { toPreview } from "../../../preview/to-preview";
import { readFleet } from "../../../stacks/read-fleet";

const EXAMPLES = ["development-sundays", "functions", "lab", "reference", "rings"];

const previewed = async (example: string): Promise<[Plan, Preview]> => {
  const opened = readFleet(`examples/${example}/fleet.yaml`, "2026-11-21T08:00:00Z");
  if ("problems" in opened) {
    throw new Error(JSON.stringify(opened.problems));
  }
  const { plan } = opened;
  return [plan, toPreview(plan, await previewFleet(plan), new Map())];
};

const violation = (level: "advisory" | "mandatory" | "remediate", rule: string) => ({
  level,
  rule,
  urn: "urn:pulumi:prod::fleet-patching::aws:ssm/patchBaseline:PatchBaseline::b",
  message: "first\nsecond",
});

describe("renderPreview", () => {
  for (const example of EXAMPLES) {
    it(`keeps ${example} within 100 columns, without colour unless asked`, async () => {
      const [plan, preview] = await previewed(example);
      const text = renderPreview(plan, preview, paint(false));
      expect(text.split("\n").filter((line) => line.length > 100 && !line.startsWith("  held"))).to.deep.equal([]);
      expect(text).to.not.include("\u001b");
      expect(renderPreview(plan, preview, paint(true))).to.include("\u001b");
    });
  }

  it("counts in the end what is made and what rules found", async () => {
    const [plan, preview] = await previewed("development-sundays");
    const [stack] = preview.stacks;
    const found = [violation("advisory", "a"), violation("mandatory", "m"), violation("remediate", "r")];
    const judged = { ...preview, stacks: [{ ...stack!, violations: found }] };
    const [sum, more] = renderPreview(plan, judged, paint(false)).split("\n").slice(-2);
    expect(sum).to.match(/^\d+ resources in 1 stack, 1 mandatory and 1 advisory violations, 1 put right$/);
    expect(more).to.equal("what a rule means and how to comply: docs/rules.md; each place: --json");
  });

  it("says that nothing was found only where rules have judged", async () => {
    const [plan, preview] = await previewed("development-sundays");
    const judged = { ...preview, stacks: preview.stacks.map((stack) => ({ ...stack, violations: [] })) };
    const unjudged = { ...judged, notices: [UNJUDGED] };
    expect(renderPreview(plan, judged, paint(false)).split("\n").at(-1)).to.match(/^\d+ resources in 1 stack, no violation$/);
    expect(renderPreview(plan, unjudged, paint(false)).split("\n").at(-1)).to.match(/^\d+ resources in 1 stack$/);
  });

  it("shows more than eight stacks as a line each", async () => {
    const [plan, preview] = await previewed("development-sundays");
    const [stack] = preview.stacks;
    const many = { ...preview, stacks: Array.from({ length: 9 }, (_, place) => ({ ...stack!, name: `s${place}` })) };
    expect(renderPreview(plan, many, paint(false)).split("\n").slice(0, 9)).to.deep.equal(
      many.stacks.map((one) => renderStackLine(one, paint(false))),
    );
  });
});

describe("renderStack", () => {
  it("shows regions that hold the same once, and each broken rule once with the mandatory ones first", async () => {
    const [, preview] = await previewed("reference");
    const nonprod = preview.stacks.find(({ name }) => name === "nonprod")!;
    const found = [
      violation("advisory", "a"),
      violation("mandatory", "m"),
      violation("mandatory", "m"),
      violation("advisory", "a"),
    ];
    const text = renderStack({ ...nonprod, violations: found }, paint(false));
    expect(text.match(/eu-west-1, us-east-1: each/g)).to.have.length(1);
    expect(text.split("\n")[0]).to.equal(
      `nonprod  member  333333333333  eu-west-1, us-east-1  ${resourceCount(nonprod)} resources`,
    );
    expect(text.split("\n").slice(-4)).to.deep.equal([
      "   mandatory m (b and 1 more)",
      "      first",
      "      second",
      "   advisory a, 2 places",
    ]);
  });
});
