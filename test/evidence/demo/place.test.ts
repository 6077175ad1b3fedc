import { expect } from "chai";
import { demoPlaces, scaled } from "../../../evidence/demo/place";
import { demoPlan } from "../../support/demo-plan";
import { AS_OF } from "../../support/two-accounts";

const places = () => demoPlaces(demoPlan(), Date.parse(AS_OF), 1);

describe("the places of a demo", () => {
  it("are those of the plan, with its counts and its machines of Azure", () => {
    expect(places().map(({ account, region, group, servers }) => [account, region, group.name, servers])).to.deep.equal([
      ["444444444444", "eu-west-1", "application", 90],
      ["444444444444", "us-east-1", "application", 10],
      ["444444444444", "eu-west-1", "database", 60],
      ["444444444444", "eu-west-1", "files", 30],
      ["444444444444", "us-east-1", "files", 10],
      ["333333333333", "eu-west-1", "nonprod", 121],
    ]);
    expect(places().map(({ machines }) => machines.length)).to.deep.equal([0, 0, 0, 2, 0, 0]);
  });

  it("know what became of each window by the fleet's own calendar", () => {
    const plan = demoPlan();
    const rings = plan.rings.map((ring) => (ring.name === "prod" ? { ...ring, held: "held: an audit" } : ring));
    const [application] = demoPlaces({ ...plan, rings }, Date.parse(AS_OF), 1);
    expect(application?.runs.map(({ outcome }) => outcome)).to.deep.equal(Array.from({ length: 6 }, () => "held"));
    expect(application?.runs[0]?.why).to.equal("held: an audit");
    expect(application?.installs).to.deep.equal([]);
    // Where nobody holds the ring, evidence opened it in the time that the demo tells of.
    expect(places()[0]?.installs).to.have.lengthOf(6);
    const nonprod = places().at(-1);
    expect(nonprod?.runs.map(({ due }) => new Date(due).getUTCDay())).to.deep.equal([2, 2, 2, 2, 2, 2]);
    expect(nonprod?.installs.length).to.be.greaterThan(2);
  });

  it("are scaled to the server, in proportion, however few there are", () => {
    for (const count of [1, 7, 321, 1000, 100_000]) {
      expect(scaled(places(), count).reduce((sum, { servers }) => sum + servers, 0)).to.equal(count);
    }
    expect(scaled(places(), 3210).map(({ servers }) => servers)).to.deep.equal([900, 100, 600, 300, 100, 1210]);
  });
});
