import { expect } from "chai";
import { definitionSizes } from "../../../fleet/check/definition-sizes";
import { definitionOf, definitionText } from "../../../fleet/definition";
import { parseFleet } from "../../../fleet/parse";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, judged } from "../../support/judged";

/** Rules and sources of about 7,900 bytes, and as many more as are asked for. */
function long(more: number): string {
  const sources = Array.from({ length: 8 }, (_, place) => {
    const path = "x".repeat(place === 0 ? more : 950);
    return `{ name: source${place}, products: ["*"], configuration: "deb https://archive.example.com/ubuntu ${path} main" }`;
  });
  return `rules: [{ priority: [Required] }], sources: [${sources.join(", ")}]`;
}

function shared(more: number): string {
  return replaced(SHARED_FLEET, "rules: [{ priority: [Required] }]", long(more));
}

function bytes(text: string): number {
  const read = parseFleet(text, "fleet.yaml");
  const baseline = "fleet" in read ? read.fleet.baselines["ubuntu"] : undefined;
  return baseline ? Buffer.byteLength(definitionText(definitionOf("ubuntu", baseline))) : 0;
}

describe("definitionSizes", () => {
  const fits = 8192 - bytes(shared(0));

  accepts(definitionSizes, {
    "definitions far below the limit": SHARED_FLEET,
    "a definition that fits its parameter to the last byte": shared(fits),
    "a long definition that nobody shares": replaced(SMALL_FLEET, "rules: [{ priority: [Required, Important] }]", long(fits + 1)),
  });

  it("rejects a definition of one byte too many", () => {
    expect(judged(definitionSizes, shared(fits + 1))).to.deep.equal([
      {
        at: "fleet.yaml:8 baselines.ubuntu",
        got: "a definition of 8,193 bytes",
        want: "at most 8,192 bytes, as much as a shared parameter holds",
        fix: "Shorten its lists or sources, or split it into baselines for different groups.",
      },
    ]);
  });
});
