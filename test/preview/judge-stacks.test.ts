import { expect } from "chai";
import { readFileSync } from "node:fs";
import type { Plan } from "../../fleet/plan";
import { judgeStacks } from "../../preview/judge-stacks";
import { loadPack } from "../../preview/pack/load-pack";
import type { PolicyPack } from "../../preview/pack/policy-pack";
import { policyConfig } from "../../preview/policy-config";
import { previewFleet, type StackPreview } from "../../preview/preview-fleet";
import { readFleet } from "../../stacks/read-fleet";

const EXAMPLES = ["development-sundays", "functions", "lab", "reference", "rings"];
const AS_OF = "2026-11-21T08:00:00Z";

function planOf(example: string): Plan {
  const opened = readFleet(`examples/${example}/fleet.yaml`, AS_OF);
  if ("problems" in opened) throw new Error(JSON.stringify(opened.problems));
  return opened.plan;
}

function pack(): PolicyPack {
  const loaded = loadPack("fleet-patching-policy", process.cwd());
  if (!loaded.ok) throw new Error(loaded.message);
  return loaded.pack;
}

/** The stacks with the text of every runbook changed. */
function withRunbooks(stacks: readonly StackPreview[], change: (content: string) => string): StackPreview[] {
  const changed = (inputs: StackPreview["result"]["resources"][number]["inputs"]) =>
    inputs["documentType"] === "Automation" && typeof inputs["content"] === "string"
      ? { ...inputs, content: change(inputs["content"]) }
      : inputs;
  return stacks.map(({ stack, result }) => ({
    stack,
    result: {
      ...result,
      resources: result.resources.map((one) => ({ ...one, inputs: changed(one.inputs), outputs: changed(one.outputs) })),
    },
  }));
}

describe("judgeStacks", () => {
  for (const example of EXAMPLES) {
    it(`finds no mandatory violation in ${example}`, async () => {
      const plan = planOf(example);
      const found = [...(await judgeStacks(plan, await previewFleet(plan), pack())).values()].flat();
      expect(found.filter(({ level }) => level !== "advisory")).to.deep.equal([]);
    });
  }

  it("finds that somebody is told of failures wherever an organization installs, and says so where nobody is", async () => {
    const untold = async (example: string) => {
      const plan = planOf(example);
      const found = [...(await judgeStacks(plan, await previewFleet(plan), pack())).values()].flat();
      return found.filter(({ rule }) => rule === "failure-alert-is-present").length;
    };
    expect([await untold("reference"), await untold("rings")]).to.deep.equal([0, 0]);
    expect(await untold("development-sundays")).to.equal(1);
  });

  it("rejects a program whose runbooks reach the install past the scan", async () => {
    const plan = planOf("reference");
    const broken = withRunbooks(await previewFleet(plan), (content) =>
      content.replace('"NextStep": "scan"', '"NextStep": "install"'),
    );
    const found = (await judgeStacks(plan, broken, pack())).get("prod") ?? [];
    expect(new Set(found.filter(({ level }) => level === "mandatory").map(({ rule }) => rule))).to.include(
      "prod-must-scan-before-install",
    );
  });

  it("rejects a program whose runbooks ask no calendar", async () => {
    const plan = planOf("reference");
    const broken = withRunbooks(await previewFleet(plan), (content) => content.replaceAll("get_calendar_state", "get_parameter"));
    const found = (await judgeStacks(plan, broken, pack())).get("prod") ?? [];
    expect(found.filter(({ level }) => level === "mandatory")).not.to.deep.equal([]);
  });
});

describe("policyConfig", () => {
  it("is what stands beside the reference fleet", () => {
    const written: unknown = JSON.parse(readFileSync("examples/reference/policy-config.json", "utf8"));
    expect(policyConfig(planOf("reference"), pack())).to.deep.equal(written);
  });

  it("follows the fleet: its production and sensitive groups, its rings", () => {
    const config = policyConfig(planOf("reference"), pack());
    expect(config["sensitive-groups-use-noreboot"]).to.deep.include({ sensitiveGroups: ["prod-sensitive"], sensitiveStacks: [] });
    expect(config["rings-keep-their-order"]).to.deep.equal({
      rings: [
        { name: "nonprod", groups: ["nonprod"] },
        { name: "prod", groups: ["jump-log", "prod-auto", "prod-sensitive", "prod-windows"], after: "nonprod" },
      ],
    });
  });
});
