import { expect } from "chai";
import { calendarSizes } from "../../../fleet/check/calendar-sizes";
import { fleetFile, type FleetInput } from "../../../fleet/schema/fleet-file";

function sizes(freezes: number) {
  const fleet: FleetInput = {
    accounts: { dev: { id: "111111111111", regions: ["eu-west-1"] } },
    rings: [{ name: "dev", install: "daily 03:00" }],
    groups: { dev: { ring: "dev", baselines: ["AWS-UbuntuDefaultPatchBaseline"] } },
    freezes: Array.from({ length: freezes }, (_, place) => ({
      name: `freeze-${place}`,
      from: `${2027 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}-01`,
      to: `${2027 + Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}-02`,
    })),
  };
  return calendarSizes(fleetFile.parse(fleet));
}

describe("calendarSizes", () => {
  it("takes a calendar of a few years", () => {
    expect(sizes(48)).to.deep.equal([]);
  });

  it("rejects a calendar that no document can hold", () => {
    const [finding, ...more] = sizes(600);
    expect(more).to.deep.equal([]);
    expect(finding?.path).to.deep.equal(["rings", 0]);
  });
});
