import { expect } from "chai";
import type { Approval } from "../../../fleet/changes";
import { planApprovals } from "../../../fleet/plan/approval";
import { planRuns } from "../../../fleet/plan/evidence-runs";
import { planRings } from "../../../fleet/plan/ring";
import { TWO_ACCOUNTS, twoAccounts } from "../../support/two-accounts";

const fleet = twoAccounts();
const runs = planRuns(fleet, planRings(fleet));

describe("the runs that are expected", () => {
  it("start at the same instants whatever the day, from the first of 2026 to the last of 2030", () => {
    expect(runs.starts.map(({ schedule, starts }) => [schedule, starts.length, starts[0], starts.at(-1)])).to.deep.equal([
      // Tuesdays at 22:00 in Paris: 261 of them in five years.
      ["nonprod", 261, "2026-01-06T21:00:00Z", "2030-12-31T21:00:00Z"],
      ["prod", 261, "2026-01-04T01:00:00Z", "2030-12-29T01:00:00Z"],
      // A Sunday after each second Saturday, 21:30 in New York: twelve a year.
      ["prod-files", 60, "2026-01-12T02:30:00Z", "2030-12-16T02:30:00Z"],
    ]);
    expect(runs.starts[0]!.starts.slice(12, 14)).to.deep.equal(["2026-03-31T20:00:00Z", "2026-04-07T20:00:00Z"]);
  });

  it("say which group installs where by which schedule, all of it text, and leave out a group under review", () => {
    const place = (schedule: string, accountid: string, region: string, patchgroup: string, ring: string, hours: string) => ({
      schedule,
      accountid,
      region,
      patchgroup,
      ring,
      hours,
    });
    expect(runs.places).to.have.deep.members([
      place("nonprod", "333333333333", "eu-west-1", "nonprod", "nonprod", "4"),
      place("prod", "444444444444", "eu-west-1", "Application servers", "prod", "6"),
      place("prod", "444444444444", "us-east-1", "Application servers", "prod", "6"),
      place("prod-files", "444444444444", "eu-west-1", "files", "prod", "5"),
      place("prod-files", "444444444444", "us-east-1", "files", "prod", "5"),
    ]);
  });

  it("are those of restart windows too, and of approvals, spent ones as well: at one instant, wherever the group has servers", () => {
    const { database } = TWO_ACCOUNTS.groups;
    const restarting = twoAccounts({ groups: { database: { ...database, rebootWindow: { at: "mondays 03:00" } } } });
    const source = { file: "changes/approvals/2026-11-29-database.yaml", source: null };
    const approval: Approval = {
      ...source,
      key: "2026-11-29-database",
      group: "database",
      why: "OpenSSL",
      window: { at: "2026-11-29T02:00:00Z", duration: 5, cutoff: 1 },
      requested: { by: "carla@example.com", at: "2026-11-24T09:00:00Z" },
      approved: { by: ["ana@example.com"], at: "2026-11-25T10:00:00Z" },
      expires: "2026-11-30T02:00:00Z",
      urgent: false,
      reboot: true,
    };
    const approvals = planApprovals(restarting, { approvals: [approval], releases: [] }, "2028-01-01T00:00:00Z");
    const found = planRuns(restarting, planRings(restarting), approvals);
    expect(found.starts.map(({ schedule, starts }) => [schedule, starts.length, starts[0]])).to.deep.equal([
      ["restart-database", 261, "2026-01-05T02:00:00Z"],
      ["2026-11-29-database", 1, "2026-11-29T02:00:00Z"],
    ]);
    const place = { accountid: "444444444444", region: "eu-west-1", patchgroup: "database", ring: "prod" };
    expect(found.places).to.deep.equal([
      { schedule: "restart-database", ...place, hours: "6" },
      { schedule: "2026-11-29-database", ...place, hours: "5" },
    ]);
  });
});
