import { expect } from "chai";
import { exampleResources, type ExampleResource, namesOf, NAMES_FILE, releasedNames } from "../../tools/released-names";
import { ROOT } from "../support/sources";

const urn = (types: string, name: string) => `urn:pulumi:dev::fleet-patching::${types}::${name}`;

describe("the names of released resources", () => {
  let resources: Awaited<ReturnType<typeof exampleResources>>;
  before(async () => {
    resources = await exampleResources(ROOT);
  });

  it("are all answered to: a resource that is renamed or moved keeps its old name as an alias", () => {
    const names = new Set(namesOf(resources));
    expect(releasedNames(ROOT).filter((name) => !names.has(name))).to.deep.equal([]);
  });

  it(`are all in ${NAMES_FILE}: if not, run \`npm run generate\``, () => {
    const released = new Set(releasedNames(ROOT));
    expect(namesOf(resources).filter((name) => !released.has(name))).to.deep.equal([]);
  });

  it("belong to a component, unless they are one: nothing stands in the stack by itself but its provider", () => {
    const astray = resources.filter(
      ({ resource: { type, custom, urn: own } }) => custom && !type.startsWith("pulumi:providers:") && !own.includes("$"),
    );
    expect(astray.map(({ resource }) => resource.urn)).to.deep.equal([]);
  });
});

describe("namesOf", () => {
  const window = (aliases: ExampleResource["resource"]["aliases"]): ExampleResource => ({
    example: "lab",
    resource: { urn: urn("fleet:Ring$aws:Window", "new"), name: "new", type: "aws:Window", aliases },
  });

  it("knows a resource by its aliases too, whatever parts of it these change", () => {
    const old = urn("aws:Other", "whole");
    expect(
      namesOf([
        window([
          old,
          { name: "old" },
          { type: "aws:Old" },
          { parent: urn("fleet:Old", "r") },
          { noParent: true },
          { stack: "was" },
        ]),
      ]),
    ).to.deep.equal(
      [
        old,
        urn("fleet:Ring$aws:Window", "new"),
        urn("fleet:Ring$aws:Window", "old"),
        urn("fleet:Ring$aws:Old", "new"),
        urn("fleet:Old$aws:Window", "new"),
        urn("aws:Window", "new"),
        urn("fleet:Ring$aws:Window", "new").replace(":dev:", ":was:"),
      ]
        .map((each) => `lab ${each}`)
        .toSorted(),
    );
  });
});
