import { expect } from "chai";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  ACCOUNT,
  AS_OF,
  COMPLIANT,
  ITEMS,
  REGION,
  ask,
  askFolder,
  inFolder,
  patch,
  summary,
  writeSync,
} from "../../support/sync";

const put = (folder: string, name: string, lines: readonly object[]) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
};
const RAN = {
  "AWS:PatchSummary": [summary({ SnapshotId: "e-1", MissingCount: "1" })],
  "AWS:ComplianceItem": [
    ...ITEMS,
    patch("vim.amd64", { PatchState: "Missing", Status: "NON_COMPLIANT" }),
    patch("git.amd64", { InstalledTime: "2026-11-18T12:01:00Z" }),
    patch("tar.amd64", { InstalledTime: "2026-11-11T12:01:00Z" }),
  ],
};
const place = { accountid: ACCOUNT, region: REGION, patchgroup: "app", ring: "prod" };
const record = {
  ...place,
  execution: "e-1",
  runbook: "fleet-install-app",
  started: "2026-11-18T12:00:10Z",
  ended: "2026-11-18T12:10:00Z",
};

describe("runs", () => {
  it("reads records of both forms: with what an approved list left out, and from before there were lists", async () => {
    await inFolder(async (folder) => {
      writeSync(folder, [{ id: "i-1", files: { ...COMPLIANT, ...RAN } }]);
      const told = { outcome: "succeeded", why: "", expected: "1", finished: "1", failed: "0" };
      const at = (day: string) => ({ started: `2026-11-${day}T12:00:10Z`, ended: `2026-11-${day}T12:10:00Z` });
      put(folder, "runs/records/old.json", [{ ...record, ...told }]);
      put(folder, "runs/records/new.json", [
        {
          ...record,
          ...at("16"),
          execution: "e-3",
          ...told,
          approved: "12",
          leftout: "2",
          unapproved: "1",
          why: "not installed: a, b",
        },
        { ...record, ...at("17"), execution: "e-4", ...told, approved: "12", leftout: "", unapproved: "", why: "cut short" },
        { ...record, ...at("15"), execution: "e-5", ...told, approved: "", leftout: "", unapproved: "" },
      ]);
      const { rows } = await askFolder(folder, "runs");
      const counts = rows.map((row) => [row["why"], row["approved"], row["installed"], row["leftOut"]]);
      expect(counts).to.have.deep.members([
        // What the servers tell, because the record is of the old form.
        ["", 2, 1, 1],
        ["not installed: a, b", 12, null, 2],
        // Not all servers could be asked: nobody says that nothing was left out.
        ["cut short", 12, null, null],
        ["", null, null, null],
      ]);
    });
  });

  it("puts expected runs beside those that left a record; one without is missing once its window is over", async () => {
    await inFolder(async (folder) => {
      writeSync(folder, [{ id: "i-1", files: { ...COMPLIANT, ...RAN } }]);
      put(folder, "runs/places/a.json", [{ schedule: "prod", ...place, hours: "4" }]);
      put(folder, "runs/starts/a.json", [
        { schedule: "prod", starts: "2026-11-04T12:00:00Z" },
        { schedule: "prod", starts: "2026-11-11T12:00:00Z" },
        { schedule: "prod", starts: "2026-11-18T12:00:00Z" },
        { schedule: "prod", starts: "2026-11-20T04:00:00Z" },
        { schedule: "prod", starts: "2026-11-20T03:59:59Z" },
        { schedule: "prod", starts: "2026-11-25T12:00:00Z" },
      ]);
      put(folder, "runs/records/a.json", [
        { ...record, outcome: "succeeded", expected: "1", finished: "1", failed: "0" },
        {
          ...record,
          execution: "e-2",
          started: "2026-11-09T12:00:00Z",
          ended: "2026-11-09T12:00:10Z",
          outcome: "held",
          why: "freeze",
        },
      ]);
      const { rows } = await askFolder(folder, "runs");
      expect(
        rows.map((row) => [
          row["due"],
          row["outcome"],
          row["finished"],
          row["approved"],
          row["installed"],
          row["leftOut"],
          row["why"],
        ]),
      ).to.deep.equal([
        ["2026-11-11T12:00:00Z", "missing", null, null, null, null, "the plan expects it, and there is no record of it"],
        ["2026-11-18T12:00:00Z", "succeeded", 1, 2, 1, 1, null],
        ["2026-11-20T03:59:59Z", "missing", null, null, null, null, "the plan expects it, and there is no record of it"],
        [null, "held", null, null, null, null, "freeze"],
      ]);
      expect(AS_OF).to.equal("2026-11-20T08:00:00Z");
    });
  });

  it("expects nothing from before the first evidence; without any, what was due in the last seven days", async () => {
    const dues = (days: readonly string[]) =>
      inFolder(async (folder) => {
        writeSync(folder, [{ id: "i-1", files: COMPLIANT }]);
        put(folder, "runs/places/a.json", [{ schedule: "prod", ...place, hours: "4" }]);
        const starts = ["2026-01-07", "2026-11-04", "2026-11-11", "2026-11-18"];
        put(
          folder,
          "runs/starts/a.json",
          starts.map((day) => ({ schedule: "prod", starts: `${day}T12:00:00Z` })),
        );
        const held = { ...record, outcome: "held" };
        put(
          folder,
          "runs/records/a.json",
          days.map((day) => ({ ...held, execution: day, started: `${day}T12:00:10Z`, ended: null })),
        );
        return (await askFolder(folder, "runs")).rows.map((row) => `${String(row["due"])} ${String(row["outcome"])}`);
      });
    expect(await dues([])).to.deep.equal(["2026-11-18T12:00:00Z missing"]);
    expect(await dues(["2026-11-04"])).to.deep.equal([
      "2026-11-04T12:00:00Z held",
      "2026-11-11T12:00:00Z missing",
      "2026-11-18T12:00:00Z missing",
    ]);
  });

  it("reads from servers what they tell of installs, where no record is kept", async () => {
    const installed = {
      ...RAN,
      "AWS:PatchSummary": [
        summary({ SnapshotId: "e-1", OperationType: "Install", OperationStartTime: "2026-11-18T12:00:00Z", MissingCount: "1" }),
      ],
    };
    const { rows } = await ask("runs", [{ id: "i-1", files: { ...COMPLIANT, ...installed } }]);
    expect(rows.map((row) => [row["group"], row["outcome"], row["finished"], row["installed"], row["leftOut"]])).to.deep.equal([
      ["app", "succeeded", 1, 1, 1],
    ]);
  });
});
