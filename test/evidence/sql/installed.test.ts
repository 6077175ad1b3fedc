import { expect } from "chai";
import { expectedOf } from "../../../evidence/expected";
import type { Row } from "../../../evidence/record/question";
import { decide, NO_CHANGES } from "../../../fleet/plan";
import { following, GOOD, installed, proving, writeRing, type RunRecord } from "../../support/ring-evidence";
import { askFolder, inFolder, type SyncServer } from "../../support/sync";
import { AS_OF, twoAccounts } from "../../support/two-accounts";

const EXPECTED = expectedOf(decide(twoAccounts(), NO_CHANGES, AS_OF));

const answers = (servers: readonly SyncServer[], runs: readonly RunRecord[], question: string): Promise<readonly Row[]> =>
  inFolder(async (folder) => {
    writeRing(folder, servers, runs);
    return (await askFolder(folder, question, { asOf: AS_OF }, EXPECTED)).rows;
  });

const OPENSSL = installed("openssl.amd64", "3.0.2-0ubuntu1.18");
const TWO = [proving("i-1", [OPENSSL, installed("curl.amd64", "7.81.0-1")]), proving("i-2", [OPENSSL])];
const UBUNTU = { ring: "nonprod", system: "Ubuntu 22.04" };

describe("installed", () => {
  it("tells each version by system, on how many servers of those that have the package", async () => {
    expect(await answers(TWO, [GOOD], "installed")).to.deep.equal([
      { ...UBUNTU, id: "curl.amd64", version: "7.81.0-1", servers: 1, having: 1 },
      { ...UBUNTU, id: "openssl.amd64", version: "3.0.2-0ubuntu1.18", servers: 2, having: 2 },
    ]);
  });

  it("keeps two versions and two systems apart", async () => {
    const other = proving("i-3", [installed("openssl.amd64", "3.0.2-0ubuntu1.17")]);
    const newer = proving("i-4", [installed("openssl.amd64", "3.0.13-0ubuntu3.4")], {}, { PlatformVersion: "24.04" });
    const rows = await answers([...TWO, other, newer], [GOOD], "installed");
    expect(rows.filter(({ id }) => id === "openssl.amd64")).to.deep.equal([
      { ...UBUNTU, id: "openssl.amd64", version: "3.0.2-0ubuntu1.17", servers: 1, having: 3 },
      { ...UBUNTU, id: "openssl.amd64", version: "3.0.2-0ubuntu1.18", servers: 2, having: 3 },
      { ring: "nonprod", system: "Ubuntu 24.04", id: "openssl.amd64", version: "3.0.13-0ubuntu3.4", servers: 1, having: 1 },
    ]);
  });

  it("takes what waits for a restart, and nothing that patching did not install", async () => {
    const waiting = installed("libc6.amd64", "2.35", { PatchState: "InstalledPendingReboot", Status: "NON_COMPLIANT" });
    const foreign = installed("vim.amd64", "9.1", { PatchState: "InstalledOther" });
    const server = proving("i-1", [waiting, foreign], {
      InstalledCount: "0",
      InstalledOtherCount: "1",
      InstalledPendingRebootCount: "1",
    });
    expect((await answers([server], [GOOD], "installed")).map(({ id }) => id)).to.deep.equal(["libc6.amd64"]);
  });

  it("takes nothing from servers that failed, or were not heard of since the run", async () => {
    const failed = installed("git.amd64", "2", { PatchState: "Failed", Status: "NON_COMPLIANT" });
    const bad = proving("i-1", [OPENSSL, failed], { InstalledCount: "1", FailedCount: "1" });
    const silent = proving("i-2", [OPENSSL], {
      OperationStartTime: "2026-11-17T12:03:00Z",
      OperationEndTime: "2026-11-17T12:05:05Z",
    });
    expect(await answers([bad, silent], [GOOD], "installed")).to.deep.equal([]);
  });

  it("takes nothing where the last run failed, whatever came of earlier ones; a held one changes nothing", async () => {
    const failed: RunRecord = { ...GOOD, execution: "e-2", started: "2026-11-18T09:00:00Z", outcome: "failed" };
    const held: RunRecord = { ...GOOD, execution: "e-3", started: "2026-11-19T09:00:00Z", outcome: "held" };
    expect(await answers(TWO, [GOOD, failed], "installed")).to.deep.equal([]);
    expect(await answers(TWO, [], "installed")).to.deep.equal([]);
    expect(await answers(TWO, [GOOD, held], "installed")).to.have.length(2);
  });
});

describe("installed-systems", () => {
  it("tells of each ring's groups their systems and architectures, their servers and those that prove", async () => {
    const arm = installed("curl.arm64", "7.81.0-1");
    const servers = [...TWO, proving("i-3", [arm]), following("i-5", [installed("tzdata.noarch", "2026a")])];
    expect(await answers(servers, [GOOD], "installed-systems")).to.deep.equal([
      { ...UBUNTU, group: "nonprod", architecture: "amd64", servers: 2, proving: 2 },
      { ...UBUNTU, group: "nonprod", architecture: "arm64", servers: 1, proving: 1 },
      { ...UBUNTU, ring: "prod", group: "application", architecture: null, servers: 1, proving: 0 },
    ]);
    expect((await answers(TWO, [], "installed-systems")).map(({ proving: proved }) => proved)).to.deep.equal([0]);
  });
});

describe("installed-places", () => {
  it("tells of every place of every ring its last run, its servers and those that prove what is on them", async () => {
    const silent = proving("i-3", [OPENSSL], {
      OperationEndTime: "2026-11-01T12:05:05Z",
      OperationStartTime: "2026-11-01T12:03:00Z",
    });
    const rows = await answers([...TWO, silent], [GOOD], "installed-places");
    const nothing = { outcome: null, started: null, ended: null, servers: 0, proving: 0 };
    expect(rows.filter(({ ring }) => ring === "nonprod")).to.deep.equal([
      {
        ring: "nonprod",
        account: "333333333333",
        region: "eu-west-1",
        group: "nonprod",
        outcome: "succeeded",
        started: "2026-11-17T21:00:30Z",
        ended: "2026-11-17T22:00:30Z",
        servers: 3,
        proving: 2,
      },
    ]);
    expect(rows.find(({ group }) => group === "database")).to.deep.equal({
      ring: "prod",
      account: "444444444444",
      region: "eu-west-1",
      group: "database",
      ...nothing,
    });
  });
});
