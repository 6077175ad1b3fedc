import { expect } from "chai";
import fc from "fast-check";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { checkChanges } from "../../fleet/check/changes";
import { parseChanges } from "../../fleet/parse-changes";
import { reviewJson, reviewText } from "../../review/answer";
import { checkReview, type ReviewTyped } from "../../review/request";
import { reviewGroup, type Reviewed } from "../../review/review-group";
import { DATABASES, lacking, missing, REVIEWED_AT, reviewFleet, reviewPlan } from "../support/review-evidence";
import { inFolder, information, writeSync, type RawRecord, type SyncServer } from "../support/sync";

const HEARS = { tell: () => undefined, note: () => undefined, signal: new AbortController().signal };

async function review(servers: readonly SyncServer[], typed: Partial<ReviewTyped> = {}): Promise<Reviewed> {
  return inFolder(async (folder) => {
    writeSync(folder, servers);
    const asOf = typed.asOf ?? REVIEWED_AT;
    const plan = reviewPlan(asOf);
    const request = checkReview(
      {
        group: "database",
        data: folder,
        fleet: "fleet.yaml",
        asOf,
        urgent: false,
        by: "carla@example.com",
        out: "out",
        ...typed,
      },
      plan,
    );
    return reviewGroup(plan, request, HEARS);
  });
}

const refused = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("it was not refused");
  return error.message.replaceAll(/\/\S*fleet-sync-\w+/gu, "DIR");
};

const lines = ({ packet }: Reviewed) =>
  packet.updates.map(({ id, version, severity, cves, from, servers, restart }) => [
    id,
    version,
    severity,
    cves,
    from,
    servers.map((place) => packet.servers[place]?.server),
    restart !== null,
  ]);

describe("a review", () => {
  it("has every update once, with versions, servers and CVEs, and names first of whom nothing is known", async () => {
    const { packet, window } = await review(DATABASES);
    expect(lines({ packet, window, files: [] })).to.deep.equal([
      ["libc6.amd64", "2.35-0ubuntu3.9", "critical", [], ["2.35-0ubuntu3.8"], ["i-1"], true],
      ["openssl.amd64", "3.0.2-0ubuntu1.18", "critical", ["CVE-2026-11111"], ["3.0.2-0ubuntu1.17"], ["i-1", "i-2"], false],
      ["KB5034441", null, "important or high", [], [], ["i-3"], true],
    ]);
    expect(packet.untold.map((place) => packet.servers[place]).map((server) => [server?.server, server?.class])).to.deep.equal([
      ["i-4", "stale"],
      ["i-5", "unknown"],
    ]);
    expect(packet.leftOut.map(({ update, why }) => [update.id, why])).to.deep.equal([
      [
        "KB-less",
        "not of a form that a list can name: wanted for UBUNTU and WINDOWS: `openssl.amd64` with the title `openssl.amd64:3.0.2-0ubuntu1.18`; or `KB5034441`",
      ],
      [
        "linux-image-aws.amd64",
        "rejected by baseline ubuntu (linux-*, kernel-team until 2027-03-31: kernels come with the image)",
      ],
    ]);
    // The freeze holds the 29th, and the ring before on the 24th; the 6th follows its run of the 1st.
    expect(window).to.deep.equal({
      at: "2026-12-06T01:00:00Z",
      ends: "2026-12-06T07:00:00Z",
      expires: "2026-12-07T07:00:00Z",
      durationHours: 6,
      cutoffHours: 1,
    });
  });

  it("names the servers whose system had ended by then, in each of its forms", async () => {
    const old = information({ ComputerName: "db-1", PlatformVersion: "20.04" });
    const whole = await review([lacking("i-1", [missing("openssl.amd64", "3.0.2")], { "AWS:InstanceInformation": [old] })]);
    const { packet, files } = whole;
    expect(packet.ended.map((place) => packet.servers[place])).to.deep.include.members([
      packet.servers.find(({ server }) => server === "i-1"),
    ]);
    expect(packet.ended).to.have.length(1);
    expect(JSON.parse(reviewJson(whole))).to.deep.include({ ended: ["i-1"] });
    expect(reviewText(whole)).to.contain("1 of 4 servers run a system that has ended: the packet names them");
    for (const { file, text } of files.slice(0, 2)) expect(text, file).to.contain("Servers whose system has ended: 1");
    expect((await review(DATABASES)).packet.ended).to.deep.equal([]);
  });

  it("names servers that are expected and not there", async () => {
    const { packet } = await review(DATABASES.slice(0, 2));
    expect(packet.untold.map((place) => packet.servers[place]).map((server) => [server?.server, server?.class])).to.deep.equal([
      ["database #1", "unmanaged"],
      ["database #2", "unmanaged"],
    ]);
  });

  it("counts a server and a package once, however often files tell of them", async () => {
    const twice = lacking("i-1", [missing("openssl.amd64", "3.0.2-0ubuntu1.18")]);
    const items = twice.files["AWS:ComplianceItem"] as readonly RawRecord[];
    const doubled = {
      ...twice,
      files: { ...twice.files, "AWS:ComplianceItem": [...items, ...items.filter(({ PatchState }) => PatchState === "Missing")] },
    };
    const counts = {
      ...doubled.files,
      "AWS:PatchSummary": (twice.files["AWS:PatchSummary"] as readonly RawRecord[]).map((each) => ({
        ...each,
        MissingCount: "2",
      })),
    };
    const { packet } = await review([{ ...doubled, files: counts }]);
    expect(packet.updates.map(({ id, servers }) => [id, servers])).to.deep.equal([["openssl.amd64", [3]]]);
  });

  it("gives the same bytes whatever the order of files and lines", async () => {
    const whole = (await review(DATABASES)).files;
    const shuffled = (server: SyncServer) =>
      fc
        .tuple(
          ...Object.entries(server.files).map(([type, records]) =>
            (typeof records === "string"
              ? fc.constant(records)
              : fc.shuffledSubarray([...records], { minLength: records.length })
            ).map((mixed) => [type, mixed] as const),
          ),
        )
        .chain((files) => fc.shuffledSubarray(files, { minLength: files.length }))
        .map((files): SyncServer => ({ ...server, files: Object.fromEntries(files) }));
    const orders = fc
      .shuffledSubarray([...DATABASES], { minLength: DATABASES.length })
      .chain((servers) => fc.tuple(...servers.map(shuffled)));
    await fc.assert(
      fc.asyncProperty(orders, async (servers) => {
        expect((await review(servers)).files).to.deep.equal(whole);
      }),
      { numRuns: 8 },
    );
  });

  it("says what mends a CVE, and of which systems nothing can be said", async () => {
    const { packet, files } = await review(DATABASES, { cve: "cve-2026-11111" });
    expect(packet.updates.map(({ id }) => id)).to.deep.equal(["openssl.amd64"]);
    expect([packet.others, packet.withoutCves]).to.deep.equal([4, ["Ubuntu 22.04", "WindowsServer 2022"]]);
    expect(files.map(({ file }) => file)).to.deep.equal([
      "out/2026-11-21-database-cve202611111.md",
      "out/2026-11-21-database-cve202611111.html",
      "out/changes/approvals/2026-11-21-database-cve202611111.yaml",
    ]);
    expect(files[0]?.text).to.contain("The vendors of Ubuntu 22.04, WindowsServer 2022 give no CVE ids");
  });

  for (const typed of [{}, { urgent: true }, { cve: "CVE-2026-11111" }, { window: "2026-12-09T20:00:00Z" }]) {
    it(`drafts what fleet check takes once it is approved: ${JSON.stringify(typed)}`, async () => {
      const draft = (await review(DATABASES, typed)).files.at(-1);
      const file = draft?.file ?? "";
      const unapproved = parseChanges([{ file, text: draft?.text ?? "" }]);
      expect(unapproved.problems).to.deep.equal([]);
      expect(checkChanges(reviewFleet(), unapproved.changes).map(({ got }) => got)).to.deep.equal([
        "nothing: a draft that nobody has approved",
      ]);
      const text = (draft?.text ?? "").replace("# approved:", "approved:");
      const { changes, problems } = parseChanges([{ file, text }]);
      expect([...problems, ...checkChanges(reviewFleet(), changes)]).to.deep.equal([]);
    });
  }

  it("has no draft when nothing is missing, and says so", async () => {
    const { packet, window, files } = await review([lacking("i-1", [])]);
    expect([packet.updates, window]).to.deep.equal([[], null]);
    expect(files.map(({ file }) => file)).to.deep.equal(["out/2026-11-21-database.md", "out/2026-11-21-database.html"]);
    expect(files[0]?.text).to.contain("No update is missing on the 1 servers whose scan is whole and fresh.");
  });

  it("rejects evidence that ends in the middle of everything, with what can be done", async () => {
    const broken = DATABASES.map((server) => ({
      ...server,
      files: { ...server.files, "AWS:ComplianceItem": '{"ComplianceType":"Pat' },
    }));
    expect(await refused(review(broken))).to.equal(
      "no server of database has a whole and fresh scan as of 2026-11-21T08:00:00Z: 5 unknown (a line cannot be read); scan the group (fleet run scan), sync the evidence, and repeat the command",
    );
  });

  it("rejects evidence of the future", async () => {
    expect(await refused(review(DATABASES.slice(0, 1), { asOf: "2026-11-01T08:00:00Z" }))).to.equal(
      "no server of database has a whole and fresh scan as of 2026-11-01T08:00:00Z: 1 unknown (a time that has not come yet) and 3 unmanaged; the evidence is younger than that instant: name a later one with --as-of, or look at the clocks",
    );
  });

  it("rejects evidence of another fleet, by its accounts and by its groups", async () => {
    const elsewhere = DATABASES.map((server) => ({ ...server, account: "999999999999" }));
    expect(await refused(review(elsewhere))).to.equal(
      "DIR is the evidence of another fleet: it tells of 999999999999, and no account of this one",
    );
    const others = DATABASES.map((server) => ({
      ...server,
      files: { ...server.files, "AWS:Tag": [{ Key: "PatchGroup", Value: "web" }] },
    }));
    expect(await refused(review(others))).to.equal(
      "DIR tells of no server of database (tag PatchGroup=database) where this fleet has it; it tells of web",
    );
  });

  it("rejects a folder without evidence", async () => {
    const empty = mkdtempSync(path.join(tmpdir(), "fleet-sync-"));
    try {
      expect(await refused(review([], { data: empty }))).to.match(/^DIR is empty: copy a data sync there/u);
      expect(await refused(review([], { data: `${empty}/none` }))).to.match(/: no such folder; --data wants/u);
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});
