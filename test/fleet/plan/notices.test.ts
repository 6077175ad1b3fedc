import { expect } from "chai";
import { noticesOf } from "../../../fleet/plan/notices";
import type { FleetInput } from "../../../fleet/schema/fleet-file";
import { oneAccount, ONE_ACCOUNT, twoAccounts, TWO_ACCOUNTS } from "../../support/two-accounts";

const AS_OF = "2026-11-21T08:00:00Z";

describe("the notices of a plan", () => {
  it("are none where there is nothing to say", () => {
    expect(noticesOf(oneAccount(), AS_OF)).to.deep.equal([]);
    // Evidence proves production here; a ring that follows by the calendar alone would be told.
    expect(noticesOf(twoAccounts(), AS_OF)).to.deep.equal([]);
  });

  it("tell that nobody is told, and of windows before which nobody can be", () => {
    expect(noticesOf(twoAccounts({ notify: undefined }), AS_OF)).to.deep.equal([
      { at: "notify", message: "nobody is told when patching fails" },
    ]);
    const message = "nobody is told before this window: what comes before it is in no schedule that AWS knows";
    const install = "cron(0 3 ? 6 SUN *)";
    const notify = { mail: ["ana@example.com"] };
    const rings: FleetInput["rings"] = [{ ...ONE_ACCOUNT.rings[0], install }];
    expect(noticesOf(oneAccount({ rings }), AS_OF)).to.deep.equal([]);
    expect(noticesOf(oneAccount({ rings, notify }), AS_OF)).to.deep.equal([{ at: "rings[0].install", message }]);
    const groups = { dev: { ...ONE_ACCOUNT.groups.dev, install } };
    expect(noticesOf(oneAccount({ groups, notify }), AS_OF)).to.deep.equal([{ at: "groups.dev.install", message }]);
  });

  it("tell of a share of servers that nobody counted, and of no count of servers", () => {
    const rest = { ring: "dev", baselines: ["ubuntu"] };
    expect(noticesOf(oneAccount({ groups: { dev: rest } }), AS_OF)).to.deep.equal([
      {
        at: "groups.dev.servers",
        message: "how many servers? Without `servers` nobody can prove that 10% at a time finish in the window",
      },
    ]);
    expect(noticesOf(oneAccount({ groups: { dev: { ...rest, concurrency: 10 } } }), AS_OF)).to.deep.equal([]);
  });

  it("tell half a year ahead of a product whose support ends, unless it is acknowledged", () => {
    const baselines: FleetInput["baselines"] = {
      ubuntu: { system: "UBUNTU", rules: [{ product: ["Ubuntu20.04", "Ubuntu22.04"], priority: ["*"] }] },
    };
    const known = { "Ubuntu20.04": { owner: "platform", why: "Ubuntu Pro" } };
    expect(noticesOf(oneAccount({ baselines, ended: known }), "2026-10-02T08:00:00Z")).to.deep.equal([]);
    const told = {
      at: "baselines.ubuntu.rules[0].product",
      message: "Ubuntu22.04 has vendor support until 2027-04-01: replace its servers, or say under `ended` what is done",
    };
    expect(noticesOf(oneAccount({ baselines, ended: known }), "2026-10-04T08:00:00Z")).to.deep.equal([told]);
    expect(noticesOf(oneAccount({ baselines, ended: known }), "2030-01-01T08:00:00Z")).to.deep.equal([told]);
    const both = { ...known, "Ubuntu22.04": { owner: "platform", why: "Ubuntu Pro" } };
    expect(noticesOf(oneAccount({ baselines, ended: both }), "2030-01-01T08:00:00Z")).to.deep.equal([]);
  });

  it("tell of a ring that is held, and from the day after of one that should have been looked at", () => {
    const held = oneAccount({
      rings: [{ name: "dev", install: "sundays 03:00", hold: { why: "audit", owner: "platform", until: "2026-11-21" } }],
    });
    const at = "rings[0].hold";
    expect(noticesOf(held, AS_OF)).to.deep.equal([{ at, message: "ring dev is held by platform: audit, until 2026-11-21" }]);
    expect(noticesOf(held, "2026-11-22T01:00:00+02:00")).to.deep.equal([
      { at, message: "ring dev is held by platform: audit, until 2026-11-21" },
    ]);
    expect(noticesOf(held, "2026-11-22T00:00:00Z")).to.deep.equal([
      { at, message: "ring dev is held by platform: audit; it was to be looked at again by 2026-11-21" },
    ]);
  });

  it("tell of a ring that follows another without evidence", () => {
    const [first, second] = TWO_ACCOUNTS.rings;
    expect(noticesOf(twoAccounts({ rings: [first, { ...second, prove: "calendar" }] }), AS_OF)).to.deep.equal([
      { at: "rings[1].prove", message: "ring prod follows nonprod by schedule and soak alone, whatever came of it" },
    ]);
  });

  it("tell of approvals and rejections past their day, which stay in force", () => {
    const entry = (patch: string, until: string) => ({ patch, until, owner: "kernel-team", why: "tested by hand" });
    const ubuntu = {
      ...ONE_ACCOUNT.baselines.ubuntu,
      approve: [entry("openssl", "2026-11-20")],
      reject: [entry("linux-aws", "2026-11-21"), entry("linux-gcp", "2026-01-01")],
    };
    const message = (patch: string, until: string) =>
      `${patch} was to be looked at again by ${until} (kernel-team: tested by hand); it stays in force`;
    expect(noticesOf(oneAccount({ baselines: { ubuntu } }), AS_OF)).to.deep.equal([
      { at: "baselines.ubuntu.approve[0]", message: message("openssl", "2026-11-20") },
      { at: "baselines.ubuntu.reject[1]", message: message("linux-gcp", "2026-01-01") },
    ]);
  });

  it("tell of an activation that has lapsed, or that AWS would refuse as too long", () => {
    const at = "hybrid.outside.renewed";
    const notices = (renewed: string, asOf = AS_OF) => {
      const outside = { account: "prod", region: "eu-west-1", group: "application", renewed, onPremises: { linux: 1 } };
      return noticesOf(twoAccounts({ hybrid: { outside } }), asOf);
    };
    expect(notices("2026-11-15")).to.deep.equal([]);
    expect(notices("2026-10-23", "2026-11-20T23:59:59Z")).to.deep.equal([]);
    expect(notices("2026-10-23", "2026-11-21T00:00:00Z")).to.deep.equal([
      { at, message: "the activation lapsed on 2026-11-21: no further machine can register until it is renewed" },
    ]);
    // 29 days from tomorrow are still within 30 days from now; from the day after they are not.
    expect(notices("2026-11-22")).to.deep.equal([]);
    expect(notices("2026-11-23")).to.deep.equal([
      { at, message: "renewed in the future: AWS refuses an activation that outlives 30 days" },
    ]);
  });
});
