import { expect } from "chai";
import { hasWord, isProduction, isSensitive } from "fleet-patching-policy/group";

describe("words in names", () => {
  for (const name of [
    "prod",
    "prod-auto",
    "eu_prod",
    "web.prod.eu",
    "Prod",
    "PROD",
    "prodEast",
    "web prod",
    "a/prod",
    "prod2-prod",
    "reprod-prod",
  ]) {
    it(`finds prod in ${name}`, () => expect(hasWord(name, ["prod"])).to.equal(true));
  }
  for (const name of [
    "",
    "product",
    "nonprod",
    "preprod",
    "reproduction",
    "prod2",
    "non-prod",
    "not_prod",
    "no-prod",
    "pre-prod",
    "Pre Prod",
    "sandbox",
  ]) {
    it(`does not find prod in "${name}"`, () => expect(hasWord(name, ["prod"])).to.equal(false));
  }
});

describe("what production is", () => {
  const nothing = { productionGroups: undefined, productionStacks: undefined };

  it("is a group with the word", () => {
    expect(isProduction(["prod-auto"], "workloads", nothing)).to.equal("yes");
    expect(isProduction(["Production"], "workloads", nothing)).to.equal("yes");
    expect(isProduction(["dev"], "workloads", nothing)).to.equal("no");
  });

  it("is a target in which one group of several has the word", () =>
    expect(isProduction(["dev", "prod"], "workloads", nothing)).to.equal("yes"));
  it("is every group of a stack with the word", () => expect(isProduction(["jump-log"], "prod", nothing)).to.equal("yes"));
  it("is servers whose group is not known, in a stack with the word", () =>
    expect(isProduction(undefined, "eu-prod", nothing)).to.equal("yes"));
  it("is unclear for servers whose group is not known, in any other stack", () =>
    expect(isProduction(undefined, "dev", nothing)).to.equal("unclear"));

  it("is the configured groups and no others, whatever words say", () => {
    const set = { ...nothing, productionGroups: ["web"] };
    expect(isProduction(["web"], "dev", set)).to.equal("yes");
    expect(isProduction(["prod-auto"], "prod", set)).to.equal("no");
    expect(isProduction(undefined, "prod", set)).to.equal("unclear");
  });

  it("is the configured stacks, and in others the groups with the word", () => {
    const set = { ...nothing, productionStacks: ["main"] };
    expect(isProduction(["web"], "main", set)).to.equal("yes");
    expect(isProduction(undefined, "main", set)).to.equal("yes");
    expect(isProduction(["prod-auto"], "other", set)).to.equal("yes");
    expect(isProduction(["web"], "prod", set)).to.equal("no");
  });

  it("is nothing where no group is configured", () =>
    expect(isProduction(["prod"], "prod", { productionGroups: [], productionStacks: [] })).to.equal("no"));
});

describe("what sensitive is", () => {
  const nothing = { sensitiveGroups: undefined, sensitiveStacks: undefined };

  it("is a group or a stack with the word", () => {
    expect(isSensitive(["prod-sensitive"], "prod", nothing)).to.equal("yes");
    expect(isSensitive(["databases"], "sensitive", nothing)).to.equal("yes");
    expect(isSensitive(["insensitive"], "prod", nothing)).to.equal("no");
    expect(isSensitive(undefined, "prod", nothing)).to.equal("unclear");
  });

  it("is the configured groups", () =>
    expect(isSensitive(["databases"], "prod", { ...nothing, sensitiveGroups: ["databases"] })).to.equal("yes"));
});
