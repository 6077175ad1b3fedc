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
import type { QuestionSql } from "../../evidence/sql/statement";
import { demoPlan } from "../support/demo-plan";
import { BothEngines } from "./both-engines";
import { trino } from "./engine";

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

interface Asked {
  readonly title: string;
  readonly query: Omit<QuestionSql, "name">;
  readonly inputs: Inputs;
  /** There is an answer: no answers are not equal answers. */
  readonly told?: boolean;
}

const plan = demoPlan();
const expected = expectedOf(plan);
const [first] = expected.groups;
const OF_ALL: Inputs = { asOf: AS_OF, expected };
const CHOICES: readonly (readonly [string, Inputs])[] = [
  ["of all", OF_ALL],
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

function questionSql(name: string): QuestionSql {
  const query = QUESTION_SQL.get(name);
  if (query === undefined) throw new Error(`no SQL for ${name}`);
  return query;
}

const ASKED: readonly Asked[] = [
  ...CHOICES.flatMap(([which, inputs]) =>
    QUESTIONS.map(({ name }) => ({
      title: `answer the question ${name} alike, ${which}`,
      query: questionSql(name),
      inputs,
      told: inputs === OF_ALL && TOLD.has(name),
    })),
  ),
  ...INTERNAL.map((query) => ({
    title: `answer what programs ask as ${query.name} alike`,
    query,
    inputs: { ...OF_ALL, group: "nonprod" },
    told: true,
  })),
  ...APPENDS.map((append) => ({ title: `append the same ${append.name} to the history`, query: append, inputs: OF_ALL })),
  ...Object.values(FINDINGS).map((finding) => ({
    title: `tell people the same of what is ${finding.name.toLowerCase()}`,
    query: named(finding),
    inputs: OF_ALL,
  })),
];

describe("DuckDB and Trino", () => {
  const answers = new Map<Asked, Promise<Row[]>>();
  let folder: string;
  let both: BothEngines;
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "both-"));
    await writeDemo(plan, folder, { seed: 6, asOf: AS_OF, servers: 60, packages: 6, mess: true });
    both = await BothEngines.open(folder, trino, "messy");
    // All at once, so that no core waits for a test; each test then waits for its own.
    for (const asked of ASKED) {
      const answer = both.trino(asked.query, asked.inputs);
      answer.catch(() => undefined);
      answers.set(asked, answer);
    }
  });
  after(() => {
    both.close();
    rmSync(folder, { recursive: true });
  });

  for (const asked of ASKED) {
    it(asked.title, async () => {
      const here = await both.duckdb(asked.query, asked.inputs);
      const there = await answers.get(asked);
      if (there === undefined) throw new Error("Trino was never asked");
      expect(inOrder(there)).to.deep.equal(inOrder(here));
      if (asked.told === true) expect(here).not.to.deep.equal([]);
    });
  }
});
