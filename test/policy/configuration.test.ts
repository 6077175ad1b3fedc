import { expect } from "chai";
import { checkConfiguration } from "fleet-patching-policy/configuration";
import { plain } from "fleet-patching-policy/plain";
import { rules } from "fleet-patching-policy/rules/index";

const problems = (file: unknown) =>
  checkConfiguration(rules, plain(file)).map(({ at, got, want }) => `${at}: got ${got}, want ${want}`);
const LEVELS = "want one of advisory, mandatory, remediate, disabled";

describe("a configuration file", () => {
  it("is right with levels and settings of rules that exist", () => {
    const file = {
      all: "mandatory",
      "window-has-cutoff": "advisory",
      "delay-is-not-too-long": { enforcementLevel: "advisory", most: 45 },
      "rings-keep-their-order": { rings: [{ name: "prod", groups: ["a"], after: "dev" }], mostDaysApart: 7 },
      "patch-resources-are-tagged": { tags: { Owner: "platform" } },
    };
    expect(problems(file)).to.deep.equal([]);
  });

  it("is right when empty", () => expect(problems({})).to.deep.equal([]));

  it("rejects a rule that does not exist and names the nearest", () => {
    const [problem] = checkConfiguration(rules, plain({ "window-has-cutof": {} }));
    expect(problem).to.deep.equal({
      at: "window-has-cutof",
      got: "a rule that does not exist",
      want: "the name of a rule",
      fix: "Did you mean window-has-cutoff?",
    });
  });

  it("tells all problems at once", () => {
    const file = { nonsense: "mandatory", "delay-is-not-too-long": { most: -1, least: 3 }, "window-has-zone": "sometimes" };
    expect(problems(file)).to.deep.equal([
      "nonsense: got a rule that does not exist, want the name of a rule",
      "delay-is-not-too-long.most: got -1, want a whole number from 0 to 360",
      "delay-is-not-too-long.least: got 3, want one of most, asOf, exceptions",
      `window-has-zone: got sometimes, ${LEVELS}`,
    ]);
  });

  for (const [what, file, problem] of [
    ["something that is no map", [], "configuration: got [], want a map from rule names to settings"],
    ["a rule set to a number", { "window-has-zone": 3 }, "window-has-zone: got 3, want a level or a map of settings"],
    [
      "a level that does not exist",
      { "window-has-zone": { enforcementLevel: "strict" } },
      `window-has-zone.enforcementLevel: got strict, ${LEVELS}`,
    ],
    ["a level for all that does not exist", { all: "strict" }, `all: got strict, ${LEVELS}`],
    [
      "settings for all",
      { all: { enforcementLevel: "advisory", productionGroups: ["a"] } },
      "all.productionGroups: got settings for all rules, want only a level",
    ],
    [
      "a text where a list belongs",
      { "prod-must-scan-before-install": { productionGroups: "prod" } },
      "prod-must-scan-before-install.productionGroups: got prod, want a list",
    ],
    [
      "a number among texts",
      { "prod-must-scan-before-install": { productionGroups: ["a", 3] } },
      "prod-must-scan-before-install.productionGroups.1: got 3, want a text",
    ],
    [
      "an empty name",
      { "prod-must-scan-before-install": { productionGroups: [""] } },
      "prod-must-scan-before-install.productionGroups.0: got nothing, want a text that is not empty",
    ],
    [
      "half a day",
      { "delay-is-not-too-long": { most: 1.5 } },
      "delay-is-not-too-long.most: got 1.5, want a whole number from 0 to 360",
    ],
    [
      "a number as text",
      { "delay-is-not-too-long": { most: "7" } },
      "delay-is-not-too-long.most: got 7, want a whole number from 0 to 360",
    ],
    [
      "more than there can be",
      { "delay-is-not-too-long": { most: 361 } },
      "delay-is-not-too-long.most: got 361, want a whole number from 0 to 360",
    ],
    [
      "a word that is none of those there are",
      { "targets-use-one-tag-key": { tagKey: "patchgroup" } },
      "targets-use-one-tag-key.tagKey: got patchgroup, want one of PatchGroup, Patch Group",
    ],
    [
      "a day that does not exist",
      { "window-has-zone": { asOf: "2026-02-29" } },
      "window-has-zone.asOf: got 2026-02-29, want a date, YYYY-MM-DD",
    ],
    [
      "a day in another form",
      { "window-has-zone": { asOf: "29.02.2028" } },
      "window-has-zone.asOf: got 29.02.2028, want a date, YYYY-MM-DD",
    ],
    [
      "an exception without an owner",
      { "window-has-zone": { exceptions: [{ resource: "w", reason: "r", until: "2027-01-01" }] } },
      "window-has-zone.exceptions.0.owner: got nothing, want who answers for it",
    ],
    [
      "an exception with more than there is",
      { "window-has-zone": { exceptions: [{ resource: "w", owner: "o", reason: "r", until: "2027-01-01", forever: true }] } },
      "window-has-zone.exceptions.0.forever: got true, want one of resource, owner, reason, until",
    ],
    [
      "an exception that is a text",
      { "window-has-zone": { exceptions: ["w"] } },
      "window-has-zone.exceptions.0: got w, want a map",
    ],
    [
      "a tag that is no text",
      { "patch-resources-are-tagged": { tags: { Owner: 3 } } },
      "patch-resources-are-tagged.tags.Owner: got 3, want a text",
    ],
  ] as const) {
    it(`rejects ${what}`, () => expect(problems(file)).to.deep.equal([problem]));
  }
});
