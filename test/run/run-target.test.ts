import { expect } from "chai";
import type { Approval } from "../../fleet/changes";
import { manifestOf } from "../../fleet/manifest";
import { decide, NO_CHANGES } from "../../fleet/plan";
import { confirmationText } from "../../run/confirmation";
import { runTarget, type RunTyped } from "../../run/run-target";
import { AS_OF, twoAccounts } from "../support/two-accounts";

const patches = [{ id: "openssl.amd64", title: "openssl.amd64:3.0.2" }];
const approval = (given: Partial<Approval> = {}): Approval => ({
  key: "2026-11-21-database",
  file: "changes/approvals/2026-11-21-database.yaml",
  source: null,
  group: "database",
  why: "OpenSSL",
  window: { at: "2026-11-29T02:00:00Z", duration: 4, cutoff: 1 },
  requested: { by: "carla@example.com", at: "2026-11-21T08:00:00Z" },
  approved: { by: ["ana@example.com"], at: "2026-11-21T09:00:00Z" },
  expires: "2026-11-30T02:00:00Z",
  urgent: false,
  patches,
  digest: manifestOf(patches).digest,
  ...given,
});
const PLAN = decide(twoAccounts(), NO_CHANGES, AS_OF);
const APPROVED = decide(twoAccounts(), { approvals: [approval()], releases: [] }, AS_OF);
const target = (typed: Partial<RunTyped>, plan = PLAN) =>
  runTarget(plan, { operation: "install", group: "application", ...typed });

describe("what a run by hand starts", () => {
  it("is the runbook of the group in the one place that is meant", () => {
    expect(target({ region: "eu-west-1" })).to.deep.include({
      account: { key: "prod", id: "444444444444" },
      region: "eu-west-1",
      runbook: "fleet-install-application",
      servers: 90,
      reboot: "RebootIfNeeded",
    });
    expect(target({ group: "nonprod" })).to.deep.include({ account: { key: "nonprod", id: "333333333333" }, servers: 40 });
    expect(target({ account: "444444444444", region: "us-east-1" }).region).to.equal("us-east-1");
  });

  it("is for a scan no runbook, of any group", () => {
    expect(target({ operation: "scan", group: "database" })).to.deep.include({ runbook: null, reboot: "NoReboot" });
  });

  it("is for a group under review the runbook of its approval", () => {
    const typed = { group: "database", approval: "2026-11-21-database" };
    expect(target(typed, APPROVED)).to.deep.include({ runbook: "fleet-install-2026-11-21-database", reboot: "NoReboot" });
    expect(() => target({ group: "database" }, APPROVED)).to.throw(
      "database is under review and installs from an approval only; name one with --approval: 2026-11-21-database",
    );
    expect(() => target({ group: "database" })).to.throw("; none is approved: fleet review database");
    expect(() => target({ ...typed, approval: "other" }, APPROVED)).to.throw(
      "no approval other of database: there are 2026-11-21-database",
    );
    expect(() => target({ ...typed, operation: "restart" }, APPROVED)).to.throw(
      "2026-11-21-database approves another thing: fleet run install database --approval 2026-11-21-database",
    );
    const spent = decide(twoAccounts(), { approvals: [approval()], releases: [] }, "2026-12-01T00:00:00Z");
    expect(() => target(typed, spent)).to.throw("2026-11-21-database is spent: its window ended at 2026-11-29T06:00:00Z");
  });

  it("rejects what is not there, and says what is", () => {
    expect(() => target({ operation: "reboot" })).to.throw("reboot: wanted scan, install and restart");
    expect(() => target({ group: "aplication" })).to.throw(
      "no group aplication: Did you mean `application`? there are application,",
    );
    expect(() => target({})).to.throw(
      "application has servers in 2 places: name one, --account prod --region eu-west-1 and --account prod --region us-east-1",
    );
    expect(() => target({ region: "eu-west-3" })).to.throw("application has no servers there: it has them at --account prod");
    expect(() => target({ operation: "restart", region: "eu-west-1" })).to.throw(
      "application has no restart window here: give it a `rebootWindow`",
    );
  });
});

describe("the confirmation of a run by hand", () => {
  it("names account, region, servers, reboot option, and what the gate is going to ask", () => {
    expect(confirmationText(PLAN, target({ region: "eu-west-1" }), AS_OF).split("\n")).to.deep.equal([
      "install application, now",
      "  account    prod (444444444444)",
      "  region     eu-west-1",
      "  servers    90 expected, PatchGroup=Application servers",
      "  reboot     RebootIfNeeded",
      "  runs       fleet-install-application",
      "  calendar   open now, by the fleet file",
      "  release    open, by the fleet file; and what evidence has proved, which only the gate knows",
      "  gate       decides when it runs: held means that nothing is installed or restarted",
    ]);
  });

  it("says that the calendar is closed", () => {
    const frozen = decide(
      twoAccounts({ freezes: [{ name: "now", from: "2026-11-20", to: "2026-11-22", zone: "UTC" }] }),
      NO_CHANGES,
      AS_OF,
    );
    expect(confirmationText(frozen, target({ region: "eu-west-1" }, frozen), AS_OF)).to.contain(
      "  calendar   closed now, by the fleet file: freeze now until 2026-11-23 00:00 UTC\n",
    );
  });
});
