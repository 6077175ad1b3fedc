import { expect } from "chai";
import { scanMeetsWindow } from "../../../fleet/check/scan-meets-window";
import { fleetFile, type FleetInput } from "../../../fleet/schema/fleet-file";

function findings(scan: string, install: string) {
  const fleet: FleetInput = {
    accounts: { dev: { id: "111111111111", regions: ["eu-west-1"] } },
    rings: [{ name: "dev", install, zone: "Europe/Paris" }],
    groups: { dev: { ring: "dev", baselines: ["AWS-UbuntuDefaultPatchBaseline"] } },
    scan,
  };
  return scanMeetsWindow(fleetFile.parse(fleet));
}

describe("scanMeetsWindow", () => {
  it("leaves a scan that is clear of the window alone", () => {
    expect(findings("wednesdays 12:00 UTC", "sundays 03:00")).to.deep.equal([]);
  });

  it("rejects a scan that still runs when the window opens, if only in summer", () => {
    expect(findings("sundays 00:30 UTC", "sundays 03:00")).to.deep.equal([
      {
        path: ["scan"],
        got: "sundays 00:30 UTC: the scan of 2026-03-29T00:30:00Z meets window dev",
        want: "a scan that is an hour clear of every install window: two patch commands on one server fail each other",
        fix: "Scan at another time, such as `wednesdays 12:00 UTC`.",
      },
    ]);
  });

  it("rejects a scan that begins while the window is open", () => {
    expect(findings("daily 04:00 UTC", "second tuesday 03:00")).to.have.length(1);
  });

  it("takes a scan that begins when the window closes", () => {
    expect(findings("sundays 07:00 UTC", "cron(0 4 ? * SUN *)")).to.deep.equal([]);
  });
});
