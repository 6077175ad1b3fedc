import { expect } from "chai";
import { expectedOf } from "../../../evidence/expected";
import { DATABASES, lacking, missing, REVIEWED_AT, reviewPlan } from "../../support/review-evidence";
import { ask, type SyncServer } from "../../support/sync";

const CHOICE = { asOf: REVIEWED_AT, group: "database" };
const EXPECTED = expectedOf(reviewPlan());
const review = async (servers: readonly SyncServer[], group = "database") =>
  (await ask("review", servers, { ...CHOICE, group }, EXPECTED)).rows;
const WHERE = { account: "444444444444", region: "eu-west-1" };

describe("review", () => {
  it("tells each version once, with the servers that lack it and the versions that they have", async () => {
    const same = { platform: "Ubuntu", release: "22.04", severities: "CRITICAL", cves: "", failed: 0 };
    const [first, second] = ["444444444444/eu-west-1/i-1", "444444444444/eu-west-1/i-2"];
    const had = "3.0.2-0ubuntu1.17";
    expect(await review(DATABASES.slice(0, 2))).to.deep.equal([
      { ...same, id: "libc6.amd64", version: "2.35-0ubuntu3.9", from: "2.35-0ubuntu3.8", servers: first },
      { ...same, id: "linux-image-aws.amd64", version: "6.8.0.1024", from: null, servers: second },
      {
        ...same,
        id: "openssl.amd64",
        version: "3.0.2-0ubuntu1.18",
        from: had,
        servers: `${first}, ${second}`,
        cves: "CVE-2026-2,CVE-2026-11111",
      },
    ]);
  });

  it("tells what failed, and not the version of another architecture", async () => {
    const failed = missing("openssl.i386", "3.0.2-0ubuntu1.18", { PatchState: "Failed" });
    const once = await review([lacking("i-1", [failed])]);
    expect(once.map(({ id, failed: count, from }) => [id, count, from])).to.deep.equal([["openssl.i386", 1, null]]);
  });

  it("tells nothing of servers that are stale, damaged or elsewhere, nor of another group", async () => {
    expect(await review(DATABASES.slice(3))).to.deep.equal([]);
    expect(await review(DATABASES, "web")).to.deep.equal([]);
  });
});

describe("review-servers", () => {
  it("tells of every server of the group, by name, system and class", async () => {
    const { rows } = await ask("review-servers", DATABASES.slice(1, 4), CHOICE);
    const same = { ...WHERE, system: "Ubuntu 22.04", ended: null, lastScan: "2026-11-18T12:05:05Z" };
    expect(rows).to.deep.equal([
      { ...same, server: "i-2", name: "db-2", class: "not compliant", why: "2 missing" },
      {
        ...same,
        server: "i-3",
        name: "files-1",
        system: "Microsoft Windows Server 2022 Datacenter 10.0.20348",
        class: "not compliant",
        why: "2 missing",
      },
      { ...same, server: "i-4", name: "db-4", class: "stale", lastScan: "2026-10-18T12:05:00Z", why: "last heard of 2026-10-18" },
    ]);
  });

  it("tells the last day of support where it is past", async () => {
    const asked = async (asOf: string) =>
      (await ask("review-servers", DATABASES.slice(1, 2), { ...CHOICE, asOf })).rows.map(({ ended }) => ended);
    expect(await asked("2027-04-01T23:59:59Z")).to.deep.equal([null]);
    expect(await asked("2027-04-02T00:00:00Z")).to.deep.equal(["2027-04-01"]);
  });
});
