import { expect } from "chai";
import { ENDED, FILTER_KEYS, FILTER_VALUES, SYSTEMS, type Family } from "fleet-patching-policy/baseline/systems";
import { isAwsOwned } from "fleet-patching-policy/patching/documents";
import log from "fleet-patching-policy/rules/evidence/output-log-is-retained";
import nodeRole from "fleet-patching-policy/rules/identity/node-role-can-write-output";
import * as vocabulary from "fleet-patching-policy/vocabulary";
import { definitionOf } from "../../fleet/definition";
import { ENDED as ENDED_OF_FLEET } from "../../fleet/ended";
import { NAMES } from "../../fleet/names";
import { PREDEFINED } from "../../fleet/predefined";
import { baseline as baselineSchema } from "../../fleet/schema/baseline";
import { fleetFile } from "../../fleet/schema/fleet-file";
import { familyOf, SYSTEMS as SYSTEMS_OF_FLEET } from "../../fleet/systems";

/** The words a fleet file has for AWS's filter keys. */
const WORDS: Readonly<Record<string, string>> = {
  PRODUCT: "product",
  PRODUCT_FAMILY: "productFamily",
  PATCH_SET: "patchSet",
  CLASSIFICATION: "classification",
  SEVERITY: "severity",
  MSRC_SEVERITY: "msrcSeverity",
  PRIORITY: "priority",
  SECTION: "section",
};
const EXAMPLE: Readonly<Record<Family, string>> = {
  apt: "UBUNTU",
  rpm: "AMAZON_LINUX_2023",
  zypper: "SUSE",
  macos: "MACOS",
  windows: "WINDOWS",
};
const families = Object.keys(EXAMPLE) as Family[];
const accepts = (family: Family, rule: object): boolean =>
  baselineSchema.safeParse({ system: EXAMPLE[family], rules: [rule] }).success;

describe("the pack's own vocabulary", () => {
  it("knows the fleet's operating systems and how each gets its updates", () => {
    expect(SYSTEMS).to.deep.equal(Object.fromEntries(SYSTEMS_OF_FLEET.map((system) => [system, familyOf(system)])));
  });

  for (const family of families) {
    it(`has the filter keys that a fleet file has for ${family}`, () => {
      const possible = Object.keys(WORDS).filter((key) =>
        accepts(family, { [WORDS[key]!]: [FILTER_VALUES[family][key]?.[0] ?? "x"] }),
      );
      expect(FILTER_KEYS[family]).to.have.members(possible);
    });

    it(`has the filter values that a fleet file has for ${family}`, () => {
      for (const key of FILTER_KEYS[family]) {
        const values = FILTER_VALUES[family][key];
        const word = WORDS[key]!;
        expect(accepts(family, { [word]: ["no such value"] }), `${key} is open in the fleet`).to.equal(values === undefined);
        for (const value of values ?? []) expect(accepts(family, { [word]: [value] }), `${key} ${value}`).to.equal(true);
        const others = families
          .flatMap((other) => FILTER_VALUES[other][key] ?? [])
          .filter((value) => values?.includes(value) === false);
        for (const value of others) expect(accepts(family, { [word]: [value] }), `${key} ${value}`).to.equal(false);
      }
    });
  }

  it("spells filter keys as the fleet's definitions do", () => {
    const rule = {
      product: ["WindowsServer2022"],
      productFamily: ["Windows"],
      patchSet: ["OS"],
      classification: ["*"],
      msrcSeverity: ["*"],
    };
    const parsed = baselineSchema.parse({ system: "WINDOWS", rules: [rule] });
    const keys = definitionOf("x", parsed).ApprovalRules.PatchRules.flatMap((one) =>
      one.PatchFilterGroup.PatchFilters.map(({ Key }) => Key),
    );
    expect(keys).to.have.members([...FILTER_KEYS.windows]);
  });

  it("agrees with the fleet on what has ended, and when", () => {
    const comparable = ENDED_OF_FLEET.filter(({ system }) => system !== "MACOS");
    expect(comparable.map(({ name }) => [name, ENDED[name]])).to.deep.equal(comparable.map(({ name, on }) => [name, on]));
    const later = Object.entries(ENDED).filter(([name]) => !comparable.some((entry) => entry.name === name));
    expect(later.every(([, on]) => on > "2026-11-20")).to.equal(true);
  });

  it("has the fleet's tag keys", () => {
    const shape = fleetFile.shape.tagKey;
    for (const key of vocabulary.GROUP_TAG_KEYS) expect(shape.safeParse(key).success).to.equal(true);
    expect(shape.safeParse("patchgroup").success).to.equal(false);
    expect(shape.parse(undefined)).to.equal(vocabulary.GROUP_TAG_KEYS[0]);
  });

  it("knows the fleet's names where a rule takes them for granted", () => {
    expect(nodeRole.settings?.["elsewhere"]?.fallback).to.deep.equal([NAMES.nodePolicy]);
    expect(log.settings?.["prefixes"]?.fallback).to.include(NAMES.logGroup.replace(/[^/]*$/, ""));
  });

  it("takes AWS's predefined baselines and documents for AWS's, and the fleet's for its own", () => {
    for (const name of Object.keys(PREDEFINED)) expect(isAwsOwned(name), name).to.equal(true);
    for (const name of ["AWS-RunPatchBaseline", "AWSSupport-TroubleshootPatchManagerLinux", "AmazonCloudWatch-ManageAgent"])
      expect(isAwsOwned(name), name).to.equal(true);
    for (const name of [NAMES.runbook("prod"), NAMES.updatersOff, "acme-AWS-RunPatchBaseline"])
      expect(isAwsOwned(name), name).to.equal(false);
  });
});
