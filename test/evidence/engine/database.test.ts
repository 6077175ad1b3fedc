import { expect } from "chai";
import { openDatabase, type Database } from "../../../evidence/engine/database";
import type { Row } from "../../../evidence/record/question";

/** Long enough for several chunks of an answer, each question with an answer of its own. */
const QUESTIONS = Array.from(
  { length: 12 },
  (_, place) =>
    `SELECT CAST(n AS UINTEGER) AS n, 'word ' || (n % ${place + 7}) AS word FROM range(${9_000 + place}) AS told (n) ORDER BY n`,
);

describe("openDatabase", () => {
  let database: Database;
  before(async () => {
    database = await openDatabase();
  });
  after(() => database.close());

  for (const [how, ask] of [
    ["in rows", (sql: string) => database.rows(sql)],
    ["in columns", async (sql: string) => [...(await database.columns(sql))]],
  ] as const) {
    it(`answers many questions that are asked at once as it answers one by one, ${how}`, async () => {
      const alone: Row[][] = [];
      for (const sql of QUESTIONS) alone.push(await ask(sql));
      const together = await Promise.all(QUESTIONS.map(ask));
      expect(alone.map((rows) => rows.length)).to.deep.equal(QUESTIONS.map((_, place) => 9_000 + place));
      expect(together).to.deep.equal(alone);
    });
  }

  it("answers what is asked after a question that failed", async () => {
    const [wrong, right] = await Promise.allSettled([database.rows("SELECT nothing"), database.rows("SELECT 1 AS one")]);
    expect(wrong.status).to.equal("rejected");
    expect(right).to.deep.equal({ status: "fulfilled", value: [{ one: 1 }] });
  });
});
