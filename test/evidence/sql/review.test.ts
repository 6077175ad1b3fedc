import { expect } from "chai";
import { DATABASES, lacking, missing, REVIEWED_AT } from "../../support/review-evidence";
import { ask } from "../../support/sync";

const CHOICE = { asOf: REVIEWED_AT, group: "database" };
const WHERE = { account: "444444444444", region: "eu-west-1" };

describe("review", () => {
  it("tells once what each server of the group lacks, with the version that it has", async () => {
    const { rows } = await ask("review", DATABASES.slice(0, 2), CHOICE);
    const same = { ...WHERE, platform: "Ubuntu", release: "22.04", severity: "CRITICAL", state: "missing" };
    expect(rows).to.deep.equal([
      { ...same, server: "i-1", id: "libc6.amd64", version: "2.35-0ubuntu3.9", cves: null, from: "2.35-0ubuntu3.8" },
      { ...same, server: "i-1", id: "openssl.amd64", version: "3.0.2-0ubuntu1.18", cves: null, from: "3.0.2-0ubuntu1.17" },
      { ...same, server: "i-2", id: "linux-image-aws.amd64", version: "6.8.0.1024", cves: null, from: null },
      {
        ...same,
        server: "i-2",
        id: "openssl.amd64",
        version: "3.0.2-0ubuntu1.18",
        cves: "CVE-2026-2,CVE-2026-11111",
        from: "3.0.2-0ubuntu1.17",
      },
    ]);
  });

  it("tells what failed, and not the version of another architecture", async () => {
    const failed = missing("openssl.i386", "3.0.2-0ubuntu1.18", { PatchState: "Failed" });
    const { rows } = await ask("review", [lacking("i-1", [failed])], CHOICE);
    expect(rows.map(({ id, state, from }) => [id, state, from])).to.deep.equal([["openssl.i386", "failed", null]]);
  });

  it("tells nothing of servers that are stale or damaged, nor of another group", async () => {
    expect((await ask("review", DATABASES.slice(3, 5), CHOICE)).rows).to.deep.equal([]);
    expect((await ask("review", DATABASES, { ...CHOICE, group: "web" })).rows).to.deep.equal([]);
  });
});

describe("review-servers", () => {
  it("tells of every server of the group, by name, system and class", async () => {
    const { rows } = await ask("review-servers", DATABASES.slice(1, 4), CHOICE);
    const same = { ...WHERE, system: "Ubuntu 22.04", lastScan: "2026-11-18T12:05:05Z" };
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
});
