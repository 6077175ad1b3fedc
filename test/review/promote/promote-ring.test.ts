import { expect } from "chai";
import { parse } from "yaml";
import { manifestOf } from "../../../fleet/manifest";
import { decide, NO_CHANGES } from "../../../fleet/plan";
import { releaseFile } from "../../../fleet/schema/release";
import { promotedText, promoteRing, type Promoted } from "../../../review/promote/promote-ring";
import { checkPromote, type PromoteTyped } from "../../../review/promote/request";
import { following, GOOD, installed, proving, writeRing, type RunRecord } from "../../support/ring-evidence";
import { inFolder, type SyncServer } from "../../support/sync";
import { AS_OF, TWO_ACCOUNTS, twoAccounts } from "../../support/two-accounts";

const HEARS = { tell: () => undefined, note: () => undefined, signal: new AbortController().signal };
const reject = [{ patch: "linux-*", owner: "kernel-team", until: "2027-03-31", why: "images" }];
const PLAN = decide(
  twoAccounts({
    rings: TWO_ACCOUNTS.rings.map((ring) => (ring.name === "prod" ? { ...ring, promote: "exact" as const } : ring)),
    baselines: { ...TWO_ACCOUNTS.baselines, ubuntu: { ...TWO_ACCOUNTS.baselines.ubuntu, reject } },
  }),
  NO_CHANGES,
  AS_OF,
);

const request = (typed: Partial<PromoteTyped> = {}) =>
  checkPromote({ ring: "prod", data: "data", fleet: "fleet.yaml", asOf: AS_OF, by: "ana@example.com", ...typed }, PLAN);
const promote = (servers: readonly SyncServer[], runs: readonly RunRecord[] = [GOOD]): Promise<Promoted> =>
  inFolder((folder) => {
    writeRing(folder, servers, runs);
    return promoteRing(PLAN, request({ data: folder }), HEARS);
  });
const refused = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "it was not refused",
    (error: unknown) => (error instanceof Error ? error.message.replaceAll(/\/\S*fleet-sync-\w+/gu, "DIR") : ""),
  );

const OPENSSL = installed("openssl.amd64", "3.0.2-0ubuntu1.18");
const WINDOWS = { PlatformName: "Microsoft Windows Server 2022 Datacenter", PlatformVersion: "10.0.20348" };

describe("a promotion", () => {
  it("is a release as the schema wants it, with each system's versions exactly", async () => {
    const { set, file } = await promote([
      proving("i-1", [OPENSSL, installed("linux-aws.amd64", "6.8")]),
      proving("i-2", [installed("openssl.amd64", "3.0.13-0ubuntu3.4")], {}, { PlatformVersion: "24.04" }),
      proving(
        "i-3",
        [installed("openssl.x86_64", "1:3.0.8-1.amzn2023"), installed("curl.x86_64", "8.5.0-1.amzn2023")],
        {},
        { PlatformName: "Amazon Linux", PlatformVersion: "2023" },
      ),
      proving("i-4", [installed("KB5034441", "", { Title: "2026-11 Update (KB5034441)" })], {}, WINDOWS),
    ]);
    const patches = [
      { id: "KB5034441" },
      { id: "curl.x86_64", title: "curl.x86_64:0:8.5.0-1.amzn2023" },
      { id: "openssl.amd64", title: "openssl.amd64:3.0.13-0ubuntu3.4" },
      { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" },
      { id: "openssl.x86_64", title: "openssl.x86_64:1:3.0.8-1.amzn2023" },
    ];
    expect(file.file).to.equal("changes/releases/prod.yaml");
    expect(releaseFile.parse(parse(file.text))).to.deep.equal({
      state: "open",
      why: "5 packages proved by 4 servers of nonprod, last run 2026-11-17",
      by: "ana@example.com",
      // The prod window of Sunday the 22nd closes then.
      until: "2026-11-22T07:00:00Z",
      override: false,
      manifest: { patches, digest: manifestOf(patches).digest },
    });
    expect(set.rejected).to.deep.equal(["linux-aws.amd64"]);
    expect(set.systems.map(([system, entries]) => `${system} ${entries}`)).to.deep.equal([
      "AmazonLinux 2023 2",
      "Ubuntu 22.04 1",
      "Ubuntu 24.04 1",
      "WindowsServer 2022 1",
    ]);
  });

  it("promotes nothing of a package whose servers carry two versions, and names it", async () => {
    const old = installed("openssl.amd64", "3.0.2-0ubuntu1.17");
    const promoted = await promote([
      proving("i-1", [OPENSSL, installed("curl.amd64", "7.81.0-1")]),
      proving("i-2", [OPENSSL, installed("curl.amd64", "7.81.0-1")]),
      proving("i-3", [old, installed("curl.amd64", "7.81.0-1")]),
    ]);
    expect(promoted.set.manifest.patches.map(({ id }) => id)).to.deep.equal(["curl.amd64"]);
    expect(promotedText(promoted, request())).to.contain(
      "  Ubuntu 22.04 openssl.amd64: 3.0.2-0ubuntu1.18 on 2, 3.0.2-0ubuntu1.17 on 1 of 3\n",
    );
  });

  it("names systems and architectures of the ring that no server before it proves, and puts them into the file", async () => {
    const promoted = await promote([
      proving("i-1", [OPENSSL]),
      following("i-5", [OPENSSL]),
      following("i-6", [installed("openssl.arm64", "3.0.2-0ubuntu1.18")]),
      following("i-7", [OPENSSL], { PlatformVersion: "20.04" }),
    ]);
    const of = (system: string) =>
      `ot proved for ${system}, 1 server of application: no server of ring nonprod proves anything of it, so th`;
    const text = promotedText(promoted, request());
    for (const system of ["Ubuntu 20.04 amd64", "Ubuntu 22.04 arm64"]) {
      expect(text).to.contain(`\nn${of(system)}e list has no package made for it\n`);
      expect(promoted.file.text).to.contain(`\n# N${of(system)}is list has no package made for it.\n`);
    }
    expect(text).to.not.contain("Ubuntu 22.04 amd64, ");
    expect(releaseFile.safeParse(parse(promoted.file.text)).success).to.equal(true);
  });

  it("takes a version that nearly all servers carry", async () => {
    const servers = Array.from({ length: 19 }, (_, place) => proving(`i-${place}`, [OPENSSL]));
    const { set } = await promote([...servers, proving("i-99", [installed("openssl.amd64", "3.0.2-0ubuntu1.17")])]);
    expect([set.manifest.patches.map(({ title }) => title), set.conflicts]).to.deep.equal([
      ["openssl.amd64:3.0.2-0ubuntu1.18"],
      [],
    ]);
  });

  it("says which places prove nothing", async () => {
    expect(await refused(promote([proving("i-1", [OPENSSL])], []))).to.equal(
      "nothing is proved of ring nonprod: nonprod in nonprod eu-west-1: no run of it is recorded",
    );
    expect(await refused(promote([proving("i-1", [OPENSSL])], [{ ...GOOD, outcome: "failed" }]))).to.equal(
      "nothing is proved of ring nonprod: nonprod in nonprod eu-west-1: its last run (2026-11-17T21:00:30Z) failed",
    );
    const truncated = proving("i-1", [OPENSSL]);
    const damaged = { ...truncated, files: { ...truncated.files, "AWS:ComplianceItem": '{"ComplianceType":"Pa' } };
    expect(await refused(promote([damaged]))).to.contain(
      "no server of it was heard of, whole and without a failure, since its last run (2026-11-17T21:00:30Z)",
    );
  });

  it("rejects the evidence of another fleet, and a set without a package", async () => {
    const elsewhere = { ...proving("i-1", [OPENSSL]), account: "999999999999" };
    expect(await refused(promote([elsewhere]))).to.equal(
      "DIR tells of no server of ring nonprod: it may be the evidence of another fleet, or another part of it",
    );
    const foreign = installed("vim.amd64", "9.1", { PatchState: "InstalledOther" });
    const bare = proving("i-1", [foreign], { InstalledCount: "0", InstalledOtherCount: "1" });
    expect(await refused(promote([bare]))).to.match(/^ring nonprod proves no package: /u);
  });

  it("rejects what is no ring with a ring before it, nobody's word, and a past end", () => {
    expect(() => request({ ring: "prd" })).to.throw("no ring prd: Did you mean `prod`? there are nonprod and prod");
    expect(() => request({ ring: "nonprod" })).to.throw("ring nonprod is a first ring: nothing is proved before it");
    const plain = decide(twoAccounts(), NO_CHANGES, AS_OF);
    expect(() => checkPromote({ ring: "prod", data: "data", fleet: "fleet.yaml", asOf: AS_OF, by: "ana" }, plain)).to.throw(
      "ring prod installs what its baselines approve: write `promote: exact` on it in the fleet file",
    );
    expect(() => request({ by: undefined })).to.throw("name who answers for the release: --by WHO");
    expect(() => request({ until: AS_OF })).to.throw("--until 2026-11-21T08:00:00Z is not after 2026-11-21T08:00:00Z");
    expect(() => request({ data: "athena" })).to.throw("--data athena: wanted a folder or s3://bucket/prefix");
  });
});
