import { expect } from "chai";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { openDatabase, type Database } from "../../../evidence/engine/database";
import { ingest } from "../../../evidence/engine/ingest";
import { findLayout } from "../../../evidence/engine/layout";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { CHANGES, COVERAGE } from "../../../evidence/record/history";
import type { Row } from "../../../evidence/record/question";
import { DUCKDB, quoted } from "../../../evidence/sql/dialect";
import { APPENDS } from "../../../evidence/sql/history";
import { inputRelations, type Expected } from "../../../evidence/sql/inputs";
import { QUESTION_SQL } from "../../../evidence/sql/questions";
import { statement } from "../../../evidence/sql/statement";
import { VIEWS } from "../../../evidence/sql/views";
import {
  ACCOUNT,
  COMPLIANT,
  ITEMS,
  inFolder,
  information,
  patch,
  summary,
  writeSync,
  type RawRecord,
  type ServerFiles,
} from "../../support/sync";

const ALWAYS = new Set([...VIEWS.values()].filter(({ kept }) => kept === "always").map(({ name }) => name));

interface Day {
  readonly day: string;
  readonly files: ServerFiles;
}

const packages = (given: Readonly<Record<string, string>>, captureTime: string): RawRecord[] =>
  Object.entries(given).map(([Name, Version]) => ({ Name, Version, Architecture: "amd64", captureTime }));

type History = Readonly<Record<"changes" | "coverage", readonly Row[]>>;

/** Writes a history as Athena lays it out: Parquet, a day a folder. */
async function writeHistory(folder: string, kept: History): Promise<void> {
  const database = await openDatabase();
  for (const { table, folder: below, columns } of [CHANGES, COVERAGE]) {
    const rows = table === CHANGES.table ? kept.changes : kept.coverage;
    if (rows.length === 0) continue;
    const names = [...columns, "day"];
    const lines = rows.map(
      (row) => `(${names.map((name) => (row[name] === null ? "NULL" : quoted(String(row[name])))).join(", ")})`,
    );
    mkdirSync(path.join(folder, below), { recursive: true });
    await database.run(
      `COPY (SELECT ${names.map((name) => `CAST("${name}" AS VARCHAR) AS "${name}"`).join(", ")} FROM (VALUES ${lines.join(", ")}) AS told (${names.map((name) => `"${name}"`).join(", ")}))
       TO ${quoted(path.join(folder, below))} (FORMAT parquet, PARTITION_BY (day), OVERWRITE_OR_IGNORE)`,
    );
  }
  database.close();
}

/** Asks a server's files, beside a history. */
const beside = <T>(kept: History, files: ServerFiles, work: (database: Database) => Promise<T>): Promise<T> =>
  inFolder(async (folder) => {
    writeSync(folder, [{ id: "i-1", files }]);
    await writeHistory(folder, kept);
    const database = await openDatabase();
    await ingest(database, findLayout(folder));
    const result = await work(database);
    database.close();
    return result;
  });

/** Runs the history job on each day, twice where a day stands twice, and asks what the history says in the end. */
async function job(
  days: readonly Day[],
  question: string,
  expected: Expected = NOTHING_EXPECTED,
): Promise<{ appended: number[][]; changes: Row[]; answer: Row[] }> {
  let kept: History = { changes: [], coverage: [] };
  const appended: number[][] = [];
  let [changes, answer]: [Row[], Row[]] = [[], []];
  for (const { day, files } of days) {
    const inputs = inputRelations({ asOf: `${day}T23:00:00Z`, expected });
    const more = await beside(kept, files, async (database) => {
      const rows: Row[][] = [];
      for (const append of APPENDS) rows.push(await database.rows(statement(DUCKDB, VIEWS, inputs, append, ALWAYS)));
      return rows;
    });
    appended.push(more.map((rows) => rows.length));
    kept = { changes: [...kept.changes, ...(more[0] ?? [])], coverage: [...kept.coverage, ...(more[1] ?? [])] };
    await beside(kept, files, async (database) => {
      changes = await database.rows(`SELECT * FROM ${CHANGES.table} ORDER BY ALL`);
      const query = QUESTION_SQL.get(question);
      if (query) answer = await database.rows(statement(DUCKDB, VIEWS, inputs, query, ALWAYS));
    });
  }
  return { appended, changes, answer };
}

const at = (day: string, given: Readonly<Record<string, string>>, states: Readonly<Record<string, string>> = {}): Day => ({
  day,
  files: {
    ...COMPLIANT,
    "AWS:PatchSummary": [
      {
        ...summary({
          OperationStartTime: `${day}T12:00:00Z`,
          OperationEndTime: `${day}T12:05:00Z`,
          MissingCount: Object.values(states).filter((state) => state === "Missing").length,
        }),
        captureTime: `${day}T12:05:01Z`,
      },
    ],
    "AWS:ComplianceItem": [
      ...ITEMS,
      ...Object.entries(states).map(([id, PatchState]) =>
        patch(id, { PatchState, Status: PatchState === "Missing" ? "NON_COMPLIANT" : "COMPLIANT" }),
      ),
    ].map((item) => ({ ...item, ExecutionTime: `${day}T12:05:00Z`, captureTime: `${day}T12:05:01Z` })),
    "AWS:Application": packages({ bash: "5", ...given }, `${day}T06:00:00Z`),
    "AWS:InstanceInformation": [{ ...information(), captureTime: `${day}T06:00:00Z` }],
    "AWS:Tag": [{ Key: "PatchGroup", Value: "app", captureTime: `${day}T06:00:00Z` }],
  },
});

describe("the history", () => {
  it("tells what appeared, changed and went, once", async () => {
    const first = at("2026-11-18", { curl: "1", vim: "1" });
    const second = at("2026-11-19", { curl: "2", tar: "1" });
    const { appended, changes } = await job([first, first, second, second], "changes");
    // Three packages and three patches appear; then one changes, one appears, one goes.
    expect(appended).to.deep.equal([
      [6, 1],
      [0, 0],
      [3, 1],
      [0, 0],
    ]);
    expect(
      changes
        .filter((row) => row["day"] === "2026-11-19")
        .map((row) => [row["id"], row["version"], row["change"], row["was"], row["seen"]]),
    ).to.deep.equal([
      ["curl", "2", "changed", "1", "2026-11-19T06:00:00Z"],
      ["tar", "1", "appeared", null, "2026-11-19T06:00:00Z"],
      ["vim", "1", "gone", "1", "2026-11-19T06:00:00Z"],
    ]);
  });

  it("answers what changed on a server whose inventory tells no times", async () => {
    const { answer } = await job([at("2026-11-18", { curl: "1" }), at("2026-11-20", { curl: "2" })], "changes");
    expect(answer.map((row) => [row["package"], row["version"], row["installedAt"]])).to.deep.equal([
      ["curl", "2", "2026-11-20T06:00:00Z"],
    ]);
  });

  it("knows since when a patch has been missing, anew when it was there between", async () => {
    const days = [
      at("2026-11-01", {}, { "vim.amd64": "Missing", "git.amd64": "Missing" }),
      at("2026-11-05", {}, { "vim.amd64": "Installed", "git.amd64": "Missing" }),
      at("2026-11-10", {}, { "vim.amd64": "Missing", "git.amd64": "Missing" }),
    ];
    const { answer } = await job(days, "missing");
    expect(answer.map((row) => [row["patch"], row["ageDays"]])).to.deep.equal([
      ["git.amd64", 9],
      ["vim.amd64", 0],
    ]);
  });

  it("learns nothing from a server whose files are damaged", async () => {
    const first = at("2026-11-18", { curl: "1", vim: "1" });
    const second = at("2026-11-19", { curl: "2" });
    const { appended } = await job([first, { ...second, files: { ...second.files, "AWS:Tag": "" } }], "trend");
    expect(appended).to.deep.equal([
      [6, 1],
      [0, 1],
    ]);
  });

  it("counts a server that is expected in no certain place once a day, however often the job runs", async () => {
    const day = at("2026-11-18", {});
    const group = { group: "app", tag: "app" };
    const places = ["eu-west-1", "us-east-1"].map((region) => ({ account: ACCOUNT, region, ring: "prod", pendingReboot: 72 }));
    const expected = {
      ...NOTHING_EXPECTED,
      groups: places.map((place) => ({ ...group, ...place })),
      counts: [{ ...group, account: null, region: null, servers: 3 }],
    };
    const { appended, answer } = await job([day, day, at("2026-11-19", {})], "trend", expected);
    expect(appended.map(([, classes]) => classes)).to.deep.equal([3, 0, 3]);
    expect(answer).to.deep.equal(
      ["2026-11-18", "2026-11-19"].flatMap((each) => [
        { day: each, class: "compliant", servers: 1 },
        { day: each, class: "unmanaged", servers: 2 },
      ]),
    );
  });

  it("keeps the classes of every day", async () => {
    const { answer } = await job([at("2026-11-18", {}), at("2026-11-19", {}, { "vim.amd64": "Missing" })], "trend");
    expect(answer).to.deep.equal([
      { day: "2026-11-18", class: "compliant", servers: 1 },
      { day: "2026-11-19", class: "not compliant", servers: 1 },
    ]);
  });
});
