import { expect } from "chai";
import { quantitiesOf } from "../../../fleet/cost/quantities";
import { decide, NO_CHANGES } from "../../../fleet/plan";
import type { Fleet } from "../../../fleet/schema/fleet-file";
import { oneAccount, ONE_ACCOUNT, twoAccounts } from "../../support/two-accounts";

const AS_OF = "2026-11-21T08:00:00Z";
const counted = (fleet: Fleet) => quantitiesOf(decide(fleet, NO_CHANGES, AS_OF));

describe("the quantities of a fleet", () => {
  it("are those of one group that runs weekly in one account", () => {
    // 2026-11-21 is a Saturday, so that 365 days from 08:00 hold 53 Sundays at 03:00 and 52 Wednesdays at noon. 4 servers.
    expect(counted(oneAccount())).to.deep.equal({
      servers: 4,
      advancedNodes: 0,
      advancedParameters: 0,
      runs: 53 / 12,
      runsOfAccounts: [53 / 12],
      serverRuns: (53 * 4) / 12,
      keys: 0,
      alarms: 0,
      addresses: 0,
      notices: 0,
      hasLake: false,
      retentionDays: 0,
      findings: false,
      scans: 52 / 12,
    });
  });

  it("are those of an organization: what is shared, the lake, the alerts", () => {
    const { runsOfAccounts, ...rest } = counted(twoAccounts({ securityHub: { findings: true } }));
    // nonprod: Tuesdays in 1 place, 52. prod: the group application on Sundays in 2 places, 2 x 53, and files after each second
    // Saturday in 2 places: 12 months, 2 x 12.
    expect(runsOfAccounts).to.have.members([52 / 12, (2 * 53 + 2 * 12) / 12]);
    expect(rest).to.deep.include({
      // 40 + 90 + 20; nobody counted the database.
      servers: 150,
      // ubuntu and windows, defaults of 3 systems; 2 declared releases and 1 proved.
      advancedParameters: 2 + 3 + 3,
      keys: 2,
      alarms: 2,
      addresses: 1,
      hasLake: true,
      retentionDays: 400,
      findings: true,
    });
    expect(rest.runs).to.equal((52 + 106 + 24) / 12);
  });

  it("count every machine of a place that is on the advanced tier", () => {
    const hybrid = {
      office: { account: "dev", region: "eu-west-1", group: "dev", renewed: "2026-11-15", onPremises: { linux: 1000 } },
      plant: { account: "dev", region: "eu-west-1", group: "dev", renewed: "2026-11-15", onPremises: { linux: 200 } },
    };
    expect(counted(oneAccount({ hybrid })).advancedNodes).to.equal(1200);
    expect(counted(oneAccount({ hybrid: { plant: hybrid.plant } })).advancedNodes).to.equal(0);
  });

  it("count notices and addresses where there are contacts", () => {
    const notify = { mail: ["ana@example.com", "bo@example.com"] };
    const groups = { dev: ONE_ACCOUNT.groups.dev, web: { ...ONE_ACCOUNT.groups.dev, notify: { mail: ["bo@example.com"] } } };
    const { addresses, notices } = counted(oneAccount({ notify, groups }));
    // Two groups in one window, 53 times a year: one window is told of 53 times.
    expect([addresses, notices]).to.deep.equal([2, 53 / 12]);
  });
});
