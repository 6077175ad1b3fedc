import type { Policies } from "@pulumi/policy";
import { expect } from "chai";
import { reconcile } from "../../../preview/pack/pack-config";
import type { PolicyPack } from "../../../preview/pack/policy-pack";

const noop = (): void => {};

const policies: Policies = [
  {
    name: "with-schema",
    description: "",
    enforcementLevel: "mandatory",
    validateResource: noop,
    configSchema: {
      properties: { hours: { type: "number", minimum: 1, default: 4 }, zone: { type: "string", default: "UTC" }, free: {} },
      required: ["zone"],
    },
  },
  { name: "plain", description: "", validateStack: noop },
];

const pack: PolicyPack = { name: "p", version: "1.0.0", policies };

const rulesOf = (from: PolicyPack, file: unknown): object => {
  const reconciled = reconcile(from, file);
  if (!reconciled.ok) {
    throw new Error(reconciled.errors.join("\n"));
  }
  return Object.fromEntries(reconciled.rules);
};

const errorsOf = (file: unknown, from = pack): readonly string[] => {
  const reconciled = reconcile(from, file);
  return reconciled.ok ? [] : reconciled.errors;
};

describe("reconcile", () => {
  it("takes levels and the defaults of schemas where nothing is configured", () => {
    expect(rulesOf(pack, undefined)).to.deep.equal({
      "with-schema": { level: "mandatory", properties: { hours: 4, zone: "UTC" } },
      plain: { level: "advisory", properties: {} },
    });
    expect(rulesOf({ ...pack, enforcementLevel: "mandatory" }, undefined)).to.deep.include({
      plain: { level: "mandatory", properties: {} },
    });
  });

  it("lets the pack's own configuration win over defaults, the file over both, and a rule's own level over all's", () => {
    const own: PolicyPack = {
      ...pack,
      initialConfig: { all: "disabled", "with-schema": { enforcementLevel: "remediate", hours: 5, zone: "Europe/Paris" } },
    };
    expect(rulesOf(own, undefined)).to.deep.equal({
      "with-schema": { level: "remediate", properties: { hours: 5, zone: "Europe/Paris" } },
      plain: { level: "disabled", properties: {} },
    });
    expect(
      rulesOf(own, { all: "advisory", plain: { enforcementLevel: "mandatory", any: [1] }, "with-schema": { hours: 6 } }),
    ).to.deep.equal({
      "with-schema": { level: "advisory", properties: { hours: 6, zone: "Europe/Paris" } },
      plain: { level: "mandatory", properties: { any: [1] } },
    });
  });

  it("takes a bare level, settings under all for no rule, and passes over rules that do not exist", () => {
    expect(rulesOf(pack, { plain: "disabled", all: { hours: 0 }, "no-such-rule": { x: 1 }, environments: {} })).to.deep.equal({
      "with-schema": { level: "mandatory", properties: { hours: 4, zone: "UTC" } },
      plain: { level: "disabled", properties: {} },
    });
  });

  it("rejects what breaks a rule's schema, all of it, sorted, in the engine's words", () => {
    expect(errorsOf({ "with-schema": { hours: 0, zone: 7 } })).to.deep.equal([
      "validating policy config: p 1.0.0  with-schema: hours: Must be greater than or equal to 1",
      "validating policy config: p 1.0.0  with-schema: zone: Invalid type. Expected: string, given: integer",
    ]);
    const needy: Policies = [
      { name: "needs", description: "", validateStack: noop, configSchema: { properties: {}, required: ["names"] } },
    ];
    expect(errorsOf(undefined, { ...pack, policies: needy })).to.deep.equal([
      "validating policy config: p 1.0.0  needs: names is required",
    ]);
  });

  it("rejects levels and values that are none", () => {
    expect(errorsOf({ plain: "off" })).to.deep.equal([
      'parsing enforcement level for "plain": "off" is not a valid enforcement level',
    ]);
    expect(errorsOf({ plain: { enforcementLevel: 3 } })).to.deep.equal([
      'parsing enforcement level for "plain": 3 is not a valid enforcement level; must be a string',
    ]);
    expect(errorsOf({ plain: 3 })).to.deep.equal(['parsing "plain": 3 is not a valid value; must be a string or object']);
    expect(errorsOf([])).to.deep.equal(["the configuration of a policy pack is an object: a level or settings by rule"]);
  });
});
