import { expect } from "chai";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "../../../evidence/engine/database";
import { ingest } from "../../../evidence/engine/ingest";
import { findLayout } from "../../../evidence/engine/layout";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { DUCKDB } from "../../../evidence/sql/dialect";
import { FINDINGS } from "../../../evidence/sql/findings";
import { inputRelations } from "../../../evidence/sql/inputs";
import { statement } from "../../../evidence/sql/statement";
import { VIEWS } from "../../../evidence/sql/views";
import { ACCOUNT, COMPLIANT, ITEMS, REGION, inFolder, patch, summary, writeSync } from "../../support/sync";

const ALWAYS = new Set([...VIEWS.values()].filter(({ kept }) => kept === "always").map(({ name }) => name));
const place = { accountid: ACCOUNT, region: REGION, patchgroup: "app", ring: "prod" };
/** The fleet file calls the group by another name than its tag. */
const expected = {
  ...NOTHING_EXPECTED,
  groups: [{ account: ACCOUNT, region: REGION, group: "application", tag: "app", ring: "prod", pendingReboot: 24 }],
};
const waiting = {
  ...COMPLIANT,
  "AWS:PatchSummary": [summary({ InstalledPendingRebootCount: "1" })],
  "AWS:ComplianceItem": [
    ...ITEMS,
    patch("linux.amd64", { PatchState: "InstalledPendingReboot", InstalledTime: "2026-11-18T12:04:00Z" }),
  ],
};

/** What a finding tells at an instant. */
async function told(kind: keyof typeof FINDINGS, asOf: string, records: readonly object[] = []): Promise<unknown[][]> {
  return inFolder(async (folder) => {
    const put = (name: string, rows: readonly object[]) => {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
    };
    writeSync(
      folder,
      ["i-1", "i-2", "i-3"].map((id) => ({ id, files: id === "i-3" ? COMPLIANT : waiting })),
    );
    put("runs/places/a.json", [{ schedule: "prod", ...place, hours: "4" }]);
    put("runs/starts/a.json", [{ schedule: "prod", starts: "2026-11-18T22:00:00Z" }]);
    put("runs/records/a.json", records);
    const database = await openDatabase();
    await ingest(database, findLayout(folder));
    const inputs = inputRelations({ asOf, expected });
    const rows = await database.rows(statement(DUCKDB, VIEWS, inputs, FINDINGS[kind], ALWAYS));
    database.close();
    return rows.map((row) => Object.values(row));
  });
}

const record = {
  ...place,
  execution: "e-1",
  outcome: "held",
  why: "release /fleet/rings/prod/declared: held",
  started: "2026-11-18T22:00:10Z",
};

describe("a run that is missing", () => {
  const missing = [[ACCOUNT, REGION, "application", "2026-11-18T22:00:00Z"]];

  it("is told on the day on which its window ended, and for an hour more, with the group's name in the fleet file", async () => {
    expect(await told("missing", "2026-11-19T02:00:00Z")).to.deep.equal([]);
    expect(await told("missing", "2026-11-19T02:00:01Z")).to.deep.equal(missing);
    expect(await told("missing", "2026-11-20T02:59:59Z")).to.deep.equal(missing);
    expect(await told("missing", "2026-11-20T03:00:00Z")).to.deep.equal([]);
  });

  it("is not told when it left a record, held or not", async () => {
    expect(await told("missing", "2026-11-19T05:00:00Z", [record])).to.deep.equal([]);
  });
});

describe("a restart that is overdue", () => {
  it("is told every day in one line a group and place, past what the group allows", async () => {
    expect(await told("reboot", "2026-11-19T12:00:00Z")).to.deep.equal([]);
    expect(await told("reboot", "2026-11-19T12:05:00Z")).to.deep.equal([
      [ACCOUNT, REGION, "application", "i-1 and 1 more", "24"],
    ]);
    expect(await told("reboot", "2026-11-20T12:05:00Z")).to.deep.equal([
      [ACCOUNT, REGION, "application", "i-1 and 1 more", "48"],
    ]);
  });
});

describe("a ring that is held", () => {
  it("is told with the reason of a run of the last day, once a ring", async () => {
    const runs = [record, { ...record, execution: "e-2" }, { ...record, execution: "e-3", ring: "dev", outcome: "succeeded" }];
    const why = `${record.why} (run of 2026-11-18T22:00:10Z and 1 more)`;
    expect(await told("held", "2026-11-19T05:00:00Z", runs)).to.deep.equal([["prod", why]]);
    expect(await told("held", "2026-11-19T23:00:10Z", runs)).to.deep.equal([]);
  });

  it("is told in words that no message breaks on, and without a reason where the record has none", async () => {
    const asked = async (why: string) => (await told("held", "2026-11-19T05:00:00Z", [{ ...record, why }]))[0]![1];
    const run = "(run of 2026-11-18T22:00:10Z)";
    expect(await asked('release declared: held by ana: "C:\\temp" <full>\nsince noon')).to.equal(
      `release declared: held by ana: 'C:/temp' (full) since noon ${run}`,
    );
    expect(await asked("")).to.equal(`its gate said no ${run}`);
  });
});
