import { expect } from "chai";
import { once } from "node:events";
import { watch } from "node:fs";
import path from "node:path";
import { openDatabase, type Database } from "../../../evidence/engine/database";
import { asEvidenceError } from "../../../evidence/engine/evidence-error";
import type { Row } from "../../../evidence/record/question";
import { quoted } from "../../../evidence/sql/dialect";
import { rfc3339 } from "../../../fleet/schedule/rfc3339";
import { evidenceFolder } from "../../support/evidence-folder";

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

  for (const order of ["1, 2, 3", "3, 1 ,2", "word, 2, 3", "3 DESC, 1, 2"]) {
    it(`puts columns in the order that rows have: ${order}`, async () => {
      const words =
        "CAST(CASE WHEN n % 5 = 0 THEN NULL ELSE ['amber', 'blue', 'crimson'][n % 3 + 1] END AS ENUM ('crimson', 'amber', 'blue'))";
      const moment = "CASE WHEN n % 7 = 0 THEN NULL ELSE CAST((n * 31) % 11 AS UINTEGER) END";
      const sql = `SELECT ${words} AS word, ${moment} AS moment, CAST((n * 17) % 40 AS VARCHAR) AS text FROM range(40) AS told (n) ORDER BY ${order}`;
      const [rows, columns] = [await database.rows(sql), await database.columns(sql)];
      const ofSeconds = rows.map(({ moment: seconds, ...row }) => ({
        ...row,
        moment: seconds === null ? null : rfc3339(Number(seconds) * 1000),
      }));
      expect([...columns]).to.deep.equal(ofSeconds);
    });
  }

  it("reads words in columns whatever signs they have", async () => {
    const words = ["", "'", "it's", "a', 'b", "line\nbreak\t", "ENUM('x')", "é — ✓ 🙂", String.raw`back\slash`, '"quoted"'];
    await database.run(`CREATE TYPE odd_words AS ENUM (${words.map(quoted).join(", ")})`);
    const texts = [...words.toReversed(), null].map((word) => (word === null ? "(NULL)" : `(${quoted(word)})`));
    const sql = `SELECT CAST(word AS odd_words) AS word FROM (VALUES ${texts.join(", ")}) AS told (word) ORDER BY 1`;
    expect([...(await database.columns(sql))]).to.deep.equal([...words, null].map((word) => ({ word })));
  });

  it("ends what runs, what is read and what waits when it is told to, each with one line", async () => {
    const { folder, discard } = evidenceFolder();
    const stop = new AbortController();
    const stopped = await openDatabase({ signal: stop.signal });
    const watcher = watch(folder);
    const begun = once(watcher, "change");
    const numbers = "range(1000000000) AS a (n), range(1000000000) AS b (n) WHERE a.n % 7 = b.n % 5";
    const running = stopped.run(`COPY (SELECT count(*) FROM ${numbers}) TO ${quoted(path.join(folder, "count.csv"))}`);
    const reading = [1, 2, 3].map(() => stopped.rows(`SELECT count(*) FROM ${numbers}`));
    const waiting = stopped.run("SELECT 1 AS one");
    await begun;
    watcher.close();
    stop.abort();
    const ended = await Promise.allSettled([running, ...reading, waiting]);
    const cancelled = "reading sync was cancelled: repeat the command";
    expect(ended.map((each) => (each.status === "rejected" ? asEvidenceError(each.reason, "sync").message : each))).to.deep.equal(
      ended.map(() => cancelled),
    );
    stopped.close();
    discard();
  });

  it("answers what is asked after a question that failed", async () => {
    const [wrong, right] = await Promise.allSettled([database.rows("SELECT nothing"), database.rows("SELECT 1 AS one")]);
    expect(wrong.status).to.equal("rejected");
    expect(right).to.deep.equal({ status: "fulfilled", value: [{ one: 1 }] });
  });
});
