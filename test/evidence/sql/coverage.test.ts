import { expect } from "chai";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import {
  ACCOUNT,
  COMPLIANT,
  ITEMS,
  REGION,
  ask,
  classes,
  information,
  patch,
  summary,
  updatersOff,
  type RawRecord,
  type ServerFiles,
} from "../../support/sync";

/** A server that is compliant but for some of its files. */
const server = (id: string, files: ServerFiles = {}, place: { account?: string; region?: string } = {}) => ({
  id,
  files: { ...COMPLIANT, ...files },
  ...place,
});
const summed = (given: RawRecord, items: readonly RawRecord[] = ITEMS): ServerFiles => ({
  "AWS:PatchSummary": [summary(given)],
  "AWS:ComplianceItem": items,
});
const without = (id: string, type: string) => ({
  id,
  files: Object.fromEntries(Object.entries(COMPLIANT).filter(([name]) => name !== type)),
});
const { MissingCount: _missing, ...uncounted } = summary();

const STALE = { OperationStartTime: "2026-11-13T07:50:00Z", OperationEndTime: "2026-11-13T07:59:59Z" };
const MISSING = patch("vim.amd64", { PatchState: "Missing", Status: "NON_COMPLIANT" });
const FAILED = patch("git.amd64", { PatchState: "Failed", Status: "NON_COMPLIANT" });
const PENDING = patch("linux.amd64", { PatchState: "InstalledPendingReboot", Status: "NON_COMPLIANT" });
const REJECTED = patch("nano.amd64", { PatchState: "InstalledRejected", Status: "NON_COMPLIANT" });

describe("coverage", () => {
  it("tells all of a compliant server", async () => {
    expect((await ask("coverage", [server("i-1")])).rows).to.deep.equal([
      {
        account: ACCOUNT,
        region: REGION,
        server: "i-1",
        group: "app",
        class: "compliant",
        ended: false,
        lastScan: "2026-11-18T12:05:05Z",
        patchesItself: false,
        why: null,
      },
    ]);
  });

  it("puts every server into one class, whatever else is true of it: what decides stands first", async () => {
    const all = { MissingCount: "1", FailedCount: "1", InstalledPendingRebootCount: "1" };
    const items = [...ITEMS, MISSING, FAILED, PENDING];
    expect(
      await classes([
        server("i-01", { ...summed({ ...STALE, ...all }, items), "AWS:Tag": "" }),
        without("i-03", "AWS:PatchSummary"),
        { id: "i-04", files: { "AWS:InstanceInformation": [information()] } },
        server("i-05", summed({ ...STALE, ...all }, items)),
        server("i-06", summed({ OperationStartTime: "2026-11-13T08:00:00Z", OperationEndTime: "2026-11-13T08:05:00Z" })),
        server("i-07", summed(all, items)),
        server("i-08", summed({ MissingCount: "1", InstalledPendingRebootCount: "1" }, [...ITEMS, MISSING, PENDING])),
        server("i-09", summed({ MissingCount: "1" }, [...ITEMS, MISSING])),
        server("i-10", summed({ InstalledRejectedCount: "1" }, [...ITEMS, REJECTED])),
        server("i-11", summed({}, [...ITEMS, patch("tar.amd64", { Status: "NON_COMPLIANT" })])),
        server("i-12", summed({ OperationType: "Install" })),
        without("i-13", "AWS:InstanceInformation"),
        server("i-14", { "AWS:PatchSummary": [uncounted] }),
      ]),
    ).to.deep.equal({
      "i-01": ["unknown", "an empty file"],
      "i-03": ["unknown", "there are items, but no summary"],
      "i-04": ["never scanned", "no patch operation has run on it"],
      "i-05": ["stale", "last heard of 2026-11-13"],
      "i-06": ["compliant", null],
      "i-07": ["failed", "1 failed"],
      "i-08": ["pending reboot", "1 wait for a restart"],
      "i-09": ["not compliant", "1 missing"],
      "i-10": ["not compliant", "1 installed, but rejected"],
      "i-11": ["not compliant", "patches that are not compliant"],
      "i-12": ["unknown", "not scanned since the last install"],
      "i-13": ["unknown", "the agent has told nothing of itself"],
      "i-14": ["unknown", "a count is absent"],
    });
  });

  it("knows no server by damaged or contradictory records", async () => {
    const cut = JSON.stringify({ ...summary(), resourceId: "i-01" }).slice(0, 300);
    expect(
      await classes([
        server("i-01", { "AWS:PatchSummary": cut }),
        server("i-02", { "AWS:ComplianceItem": "" }),
        server("i-03", summed({ MissingCount: "" })),
        server("i-04", summed({ MissingCount: "-1" })),
        server("i-05", summed({ MissingCount: "none" })),
        server("i-06", summed({ MissingCount: "1" })),
        server("i-07", summed({}, [...ITEMS, MISSING])),
        server("i-08", summed({}, [updatersOff()])),
        server("i-09", { "AWS:PatchSummary": [summary(), summary({ InstalledCount: "4" })] }),
        server("i-10", { "AWS:Application": `{"Name":"a","Version":"1","resourceId":"i-99"}\n` }),
        server("i-11", summed({ OperationEndTime: "yesterday" })),
        server("i-12", {
          "AWS:Tag": [
            { Key: "PatchGroup", Value: "a" },
            { Key: "Patch Group", Value: "b" },
          ],
        }),
        server("i-13", { "AWS:InstanceInformation": [{ ...information(), captureTime: "2026-11-20T08:00:01Z" }] }),
        server("i-16", summed({ OperationType: "Scam" })),
        server("i-17", summed({}, [...ITEMS, patch("vim.amd64", { PatchState: "Mizzing" })])),
        server("i-18", summed({}, [...ITEMS, patch("vim.amd64", { ComplianceType: "Batch" })])),
        server("i-19", { "AWS:InstanceInformation": [information({ InstanceStatus: "Terminate" })] }),
        server("i-20", { "AWS:InstanceInformation": [information({ PlatformName: "Vbuntu" })] }),
        server("i-21", summed({}, [...ITEMS, patch("vim.amd64", { Status: "NON_COMPLIAN" })])),
      ]),
    ).to.deep.equal({
      "i-01": ["unknown", "a line cannot be read"],
      "i-02": ["unknown", "an empty file"],
      "i-03": ["unknown", "a count is no number"],
      "i-04": ["unknown", "a count is no number"],
      "i-05": ["unknown", "a count is no number"],
      "i-06": ["unknown", "the counts are not those of the items"],
      "i-07": ["unknown", "the counts are not those of the items"],
      "i-08": ["unknown", "patches are counted, but there is no item of any"],
      "i-09": ["unknown", "two different summaries"],
      "i-10": ["unknown", "a record of another server"],
      "i-11": ["unknown", "a time cannot be read"],
      "i-12": ["unknown", "two groups by its tags"],
      "i-13": ["unknown", "a time that has not come yet"],
      "i-16": ["unknown", "an operation that is none"],
      "i-17": ["unknown", "a patch without a state"],
      "i-18": ["unknown", "an item of a kind that is none"],
      "i-19": ["unknown", "its state cannot be read"],
      "i-20": ["unknown", "the system is not known"],
      "i-21": ["unknown", "an item without a status"],
    });
  });

  it("counts the age of an operation from the earlier of its times, so that no single wrong date makes it fresh", async () => {
    const { OperationStartTime: _start, ...unbegun } = summary({ OperationEndTime: "2026-11-19T12:05:00Z" });
    expect(
      await classes([
        server("i-1", summed({ OperationStartTime: "2026-10-18T12:03:00Z" })),
        server("i-2", summed({ OperationEndTime: "2026-10-18T12:05:00Z" })),
        server("i-3", { "AWS:PatchSummary": [{ ...unbegun, captureTime: "2026-10-18T12:05:00Z" }] }),
        server("i-4", summed({ OperationStartTime: "2026-11-18T12:06:00Z" })),
      ]),
    ).to.deep.equal({
      "i-1": ["stale", "last heard of 2026-10-18"],
      "i-2": ["stale", "last heard of 2026-10-18"],
      "i-3": ["stale", "last heard of 2026-10-18"],
      "i-4": ["compliant", null],
    });
  });

  it("reads what is only spelled in another way", async () => {
    const lower = (record: RawRecord): RawRecord =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
    const numbers = Object.fromEntries(
      Object.entries(summary()).map(([key, value]) => [key, key.endsWith("Count") ? Number(value) : value]),
    );
    const text = (records: readonly RawRecord[], id: string, end: string) =>
      records
        .map((record) => JSON.stringify({ ...record, resourceId: id, captureTime: "2026-11-18T12:05:09.123Z" }) + end)
        .join("");
    expect(
      await classes([
        server("i-01", { "AWS:PatchSummary": [numbers] }),
        server("i-02", { "AWS:ComplianceItem": ITEMS.map(lower), "AWS:PatchSummary": [lower(summary())] }),
        server("i-03", { "AWS:ComplianceItem": text(ITEMS, "i-03", "\r\n") }),
        server("i-04", { "AWS:PatchSummary": text([summary({ OperationEndTime: "2026-11-18T13:05:05.5+01:00" })], "i-04", "") }),
        server("i-05", { "AWS:InstanceInformation": [information(), { Key: "PatchGroup", Value: "app" }] }),
        server("i-06", { "AWS:ComplianceItem": [...ITEMS, { ...updatersOff(), ComplianceType: "Custom:Ours" }] }),
        server("i-07", { "AWS:PatchSummary": [{ ...summary(), SomethingNew: { a: [1] } }] }),
        server("i-08", {
          "AWS:ComplianceItem": [...ITEMS, patch("vim.amd64", { PatchState: "INSTALLED_PENDING_REBOOT" })],
          "AWS:PatchSummary": [summary({ InstalledPendingRebootCount: 1 })],
        }),
      ]),
    ).to.deep.equal({
      "i-01": ["compliant", null],
      "i-02": ["compliant", null],
      "i-03": ["compliant", null],
      "i-04": ["compliant", null],
      "i-05": ["compliant", null],
      "i-06": ["compliant", null],
      "i-07": ["compliant", null],
      "i-08": ["pending reboot", "1 wait for a restart"],
    });
  });

  it("tells the same node id in two accounts apart, and leaves departed nodes out", async () => {
    const { rows } = await ask("coverage", [
      server("i-1"),
      server("i-1", summed({ FailedCount: "1" }, [...ITEMS, FAILED]), { account: "444444444444" }),
      server("i-2", { "AWS:InstanceInformation": [information({ InstanceStatus: "Terminated" })] }),
    ]);
    expect(rows.map((row) => [row["account"], row["server"], row["class"]])).to.deep.equal([
      [ACCOUNT, "i-1", "compliant"],
      ["444444444444", "i-1", "failed"],
    ]);
  });

  it("flags ended systems and servers that patch themselves beside their class", async () => {
    const on = (name: string, version: string): ServerFiles => ({
      "AWS:InstanceInformation": [information({ PlatformName: name, PlatformVersion: version })],
    });
    const { rows } = await ask("coverage", [
      server("i-1", on("Ubuntu", "20.04")),
      server("i-2", on("Amazon Linux", "2")),
      server("i-3", on("Amazon Linux", "2023")),
      server("i-4", on("Microsoft Windows Server 2012 R2 Standard", "6.3.9600")),
      server("i-5", on("Debian GNU/Linux", "11.7")),
      server("i-6", { "AWS:ComplianceItem": [...ITEMS.slice(0, 3), updatersOff("NON_COMPLIANT")] }),
      server("i-7", {
        "AWS:ComplianceItem": [...ITEMS.slice(0, 3), { ...updatersOff("NON_COMPLIANT"), DocumentName: "fleet-updaterz-off" }],
      }),
    ]);
    expect(rows.map((row) => [row["server"], row["class"], row["ended"], row["patchesItself"]])).to.deep.equal([
      ["i-1", "compliant", true, false],
      ["i-2", "compliant", true, false],
      ["i-3", "compliant", false, false],
      ["i-4", "compliant", true, false],
      ["i-5", "compliant", true, false],
      ["i-6", "compliant", false, true],
      ["i-7", "compliant", false, true],
    ]);
  });

  it("misses servers that are expected: by name first, then by the group's count", async () => {
    const place = { account: ACCOUNT, region: REGION };
    const expected = {
      ...NOTHING_EXPECTED,
      tagKey: "PatchGroup",
      groups: [{ ...place, group: "application", tag: "app", ring: "prod", pendingReboot: 72 }],
      counts: [{ ...place, group: "application", tag: "app", servers: 5 }],
      machines: [
        { ...place, tag: "app", name: "WEB-01" },
        { ...place, tag: "app", name: "web-02" },
        { ...place, tag: "app", name: "web-03" },
      ],
    };
    const gone = { "AWS:InstanceInformation": [information({ ComputerName: "web-02", InstanceStatus: "Terminated" })] };
    expect(await classes([server("i-1"), server("i-2", gone)], expected)).to.deep.equal({
      "application #1": ["unmanaged", "expected by its group's count, and not there"],
      "application #2": ["unmanaged", "expected by its group's count, and not there"],
      "i-1": ["compliant", null],
      "web-02": ["unmanaged", "expected by name, and not there"],
      "web-03": ["unmanaged", "expected by name, and not there"],
    });
  });

  it("answers for one group or one account", async () => {
    const other = server("i-2", { "AWS:Tag": [{ Key: "Patch Group", Value: "db" }] }, { account: "444444444444" });
    const servers = async (choice: object) =>
      (await ask("coverage", [server("i-1"), other], choice)).rows.map((row) => row["server"]);
    expect(await servers({ group: "db" })).to.deep.equal(["i-2"]);
    expect(await servers({ account: ACCOUNT })).to.deep.equal(["i-1"]);
    expect(await servers({ account: ACCOUNT, group: "db" })).to.deep.equal([]);
  });

  it("shows by file what could not be read", async () => {
    const { unreadable } = await ask("coverage", [
      server("i-1", { "AWS:ComplianceItem": "{\nx\n" }),
      server("i-2", { "AWS:Tag": "" }),
    ]);
    const below = `accountid=${ACCOUNT}/region=${REGION}/resourcetype=ManagedInstanceInventory`;
    expect(unreadable).to.deep.equal([
      { file: `AWS:ComplianceItem/${below}/i-1.json`, lines: 2, why: "a line cannot be read" },
      { file: `AWS:Tag/${below}/i-2.json`, lines: 0, why: "an empty file" },
    ]);
  });
});
