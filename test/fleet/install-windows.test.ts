import { expect } from "chai";
import { installWindows, isAutomatic, windowsOfRing } from "../../fleet/install-windows";
import { oneAccount, twoAccounts } from "../support/two-accounts";

const fleet = twoAccounts();

describe("install windows", () => {
  it("are one for each ring and one for each group with a schedule of its own, in the order of the rings", () => {
    expect(installWindows(fleet)).to.deep.equal([
      {
        key: "nonprod",
        ring: "nonprod",
        own: null,
        install: "tuesdays 22:00",
        zone: "Europe/Paris",
        duration: 4,
        cutoff: 1,
        groups: ["nonprod"],
      },
      {
        key: "prod",
        ring: "prod",
        own: null,
        install: "sundays 02:00",
        zone: "Europe/Paris",
        duration: 6,
        cutoff: 1,
        groups: ["application"],
      },
      {
        key: "prod-files",
        ring: "prod",
        own: "files",
        install: "second saturday + 1 day 21:30",
        zone: "America/New_York",
        duration: 5,
        cutoff: 0,
        groups: ["files"],
      },
    ]);
  });

  it("take from the ring what a group's own window leaves open", () => {
    const own = oneAccount({
      rings: [{ name: "dev", install: "sundays 03:00", zone: "Asia/Tokyo", duration: "5 hours", cutoff: "2 hours" }],
      groups: { web: { ring: "dev", baselines: ["ubuntu"], install: "mondays 03:00" } },
    });
    expect(installWindows(own)).to.deep.equal([
      {
        key: "dev-web",
        ring: "dev",
        own: "web",
        install: "mondays 03:00",
        zone: "Asia/Tokyo",
        duration: 5,
        cutoff: 2,
        groups: ["web"],
      },
    ]);
  });

  it("have no group under review, and none is left for a ring of such groups", () => {
    expect(isAutomatic(fleet.groups["database"]!)).to.equal(false);
    const reviewed = twoAccounts({
      groups: { database: { ring: "prod", baselines: ["ubuntu"], review: "required", approvers: ["a"] } },
    });
    expect(installWindows(reviewed)).to.deep.equal([]);
    expect(windowsOfRing(fleet, fleet.rings[1]!).map(({ groups }) => groups)).to.deep.equal([["application"], ["files"]]);
  });
});
