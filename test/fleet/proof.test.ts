import { expect } from "chai";
import { keepsEvidence, proofOf } from "../../fleet/proof";
import { fleetFile } from "../../fleet/schema/fleet-file";
import { ONE_ACCOUNT, oneAccount, twoAccounts } from "../support/two-accounts";

const RINGS = [
  { name: "dev", install: "sundays 03:00" },
  { name: "late", after: "dev", install: "mondays 03:00" },
];
const proofs = (more: object) => {
  const fleet = fleetFile.parse({ ...ONE_ACCOUNT, rings: RINGS, ...more });
  return fleet.rings.map((ring) => proofOf(fleet, ring));
};

describe("proofOf", () => {
  it("is evidence wherever evidence is kept, the calendar elsewhere, and nothing for a first ring", () => {
    expect(proofs({})).to.deep.equal([null, "calendar"]);
    expect(proofs({ evidence: {} })).to.deep.equal([null, "evidence"]);
    const organized = twoAccounts({ rings: [{ ...RINGS[0]! }, { ...RINGS[1]! }] });
    expect(organized.rings.map((ring) => proofOf(organized, ring))).to.deep.equal([null, "evidence"]);
  });

  it("is what the file says, where it says it", () => {
    expect(proofs({ evidence: {}, rings: [RINGS[0], { ...RINGS[1], prove: "calendar" }] })).to.deep.equal([null, "calendar"]);
  });
});

describe("keepsEvidence", () => {
  it("holds with an organization, and in a single account that asks for it", () => {
    expect([keepsEvidence(twoAccounts()), keepsEvidence(oneAccount())]).to.deep.equal([true, false]);
    expect(keepsEvidence(fleetFile.parse({ ...ONE_ACCOUNT, evidence: {} }))).to.equal(true);
  });
});
