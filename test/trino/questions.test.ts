import { expect } from "chai";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeDemo } from "../../evidence/demo/write-demo";
import { expectedOf, NOTHING_EXPECTED } from "../../evidence/expected";
import { QUESTIONS, type Row } from "../../evidence/record/question";
import { FINDINGS, withoutOrder, type Finding } from "../../evidence/sql/findings";
import { APPENDS } from "../../evidence/sql/history";
import type { Inputs } from "../../evidence/sql/inputs";
import { INTERNAL, QUESTION_SQL } from "../../evidence/sql/questions";
import { demoPlan } from "../support/demo-plan";
import { BothEngines } from "./both-engines";
import { Trino } from "./trino";

const AS_OF = "2026-11-21T08:00:00Z";
/** What the mess always has an answer to, so that no answers are not equal answers. */
const TOLD = new Set(["coverage", "changes", "packages", "missing", "runs", "ended", "drift"]);
const inOrder = (rows: readonly Row[]): string[] =>
  rows.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();

/** The columns by the names of the fields: a finding's own columns have none. */
const named = (finding: Finding): Finding => ({
  ...finding,
  sql: (dialect) => {
    const fields = finding.fields.map((field) => `"${field}"`).join(", ");
    return `SELECT * FROM (${withoutOrder(finding.sql(dialect))}) AS told (${fields})`;
  },
});

describe("DuckDB and Trino", () => {
  const trino = new Trino();
  const plan = demoPlan();
  let folder: string;
  let both: BothEngines;
  before(async () => {
    trino.start();
    folder = mkdtempSync(path.join(tmpdir(), "both-"));
    await writeDemo(plan, folder, { seed: 6, asOf: AS_OF, servers: 60, packages: 6, mess: true });
    both = await BothEngines.open(folder, trino, "messy");
  });
  after(async () => {
    both.close();
    await trino.stop();
    rmSync(folder, { recursive: true });
  });

  const expected = expectedOf(plan);
  const [first] = expected.groups;
  const choices: readonly (readonly [string, Inputs])[] = [
    ["of all", { asOf: AS_OF, expected }],
    ["without a fleet file", { asOf: AS_OF, expected: NOTHING_EXPECTED }],
    [
      "of a package, a group, an account and a period",
      {
        asOf: AS_OF,
        expected,
        package: "openssl",
        group: first?.tag,
        account: first?.account,
        since: "2026-10-01T00:00:00Z",
        until: "2026-11-20T00:00:00Z",
      },
    ],
  ];

  for (const [which, inputs] of choices) {
    for (const { name } of QUESTIONS) {
      it(`answer the question ${name} alike, ${which}`, async () => {
        const query = QUESTION_SQL.get(name);
        if (query === undefined) throw new Error(`no SQL for ${name}`);
        const [here, there] = [await both.duckdb(query, inputs), await both.trino(query, inputs)];
        expect(inOrder(there)).to.deep.equal(inOrder(here));
        if (which === "of all" && TOLD.has(name)) expect(here).not.to.deep.equal([]);
      });
    }
  }

  for (const query of INTERNAL) {
    it(`answer what programs ask as ${query.name} alike`, async () => {
      const inputs = { asOf: AS_OF, expected, group: "nonprod" };
      const here = await both.duckdb(query, inputs);
      expect(inOrder(await both.trino(query, inputs))).to.deep.equal(inOrder(here));
      expect(here).not.to.deep.equal([]);
    });
  }

  for (const append of APPENDS) {
    it(`append the same ${append.name} to the history`, async () => {
      const inputs = { asOf: AS_OF, expected };
      expect(inOrder(await both.trino(append, inputs))).to.deep.equal(inOrder(await both.duckdb(append, inputs)));
    });
  }

  for (const finding of Object.values(FINDINGS)) {
    it(`tell people the same of what is ${finding.name.toLowerCase()}`, async () => {
      const inputs = { asOf: AS_OF, expected };
      const query = named(finding);
      expect(inOrder(await both.trino(query, inputs))).to.deep.equal(inOrder(await both.duckdb(query, inputs)));
    });
  }
});
