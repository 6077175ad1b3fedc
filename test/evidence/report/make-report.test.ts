import { expect } from "chai";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setImmediate as soon } from "node:timers/promises";
import { createColors } from "picocolors";
import { openDatabase } from "../../../evidence/engine/database";
import type { FolderEvidence } from "../../../evidence/engine/folder";
import { QUESTIONS } from "../../../evidence/record/question";
import { fleetReport } from "../../../evidence/report/fleet-report";
import { makeReport } from "../../../evidence/report/make-report";
import { checkRequest, type Typed } from "../../../evidence/report/request";
import { AS_OF, COMPLIANT, inFolder, writeSync } from "../../support/sync";

const HEARS = { tell: () => {}, note: () => {}, signal: new AbortController().signal };
const make = (data: string, given: Partial<Typed>) =>
  fleetReport(checkRequest({ data, asOf: AS_OF, ...given }), null, createColors(false), HEARS);

/** A folder with one compliant server below `sync`. */
const withServer = (work: (folder: string, data: string) => Promise<void>) =>
  inFolder(async (folder) => {
    const data = path.join(folder, "sync");
    writeSync(data, [{ id: "i-1", files: COMPLIANT }]);
    await work(folder, data);
  });

/** Evidence that nobody has. It counts what is asked of it at a time, and cannot answer one question. */
class Counting implements FolderEvidence {
  running = 0;
  most = 0;
  readonly #fails: string | undefined;

  constructor(fails?: string) {
    this.#fails = fails;
  }

  async look(question: string): Promise<[]> {
    if (question === this.#fails) throw new Error(`no answer to ${question}`);
    this.most = Math.max(this.most, ++this.running);
    await soon();
    this.running -= 1;
    return [];
  }

  ask = (question: string) => this.look(question);
  copy = async () => undefined;
  unreadable = async () => [];
  close = async () => undefined;
}

describe("makeReport", () => {
  const OF_A_PAGE = QUESTIONS.map(({ name }) => name).filter((name) => name !== "packages");

  async function page(evidence: Pick<Counting, "ask" | "unreadable" | "close">): Promise<string[]> {
    const told: string[] = [];
    await inFolder(async (folder) => {
      const request = { ...checkRequest({ data: "sync", asOf: AS_OF, out: path.join(folder, "a.html") }), narrowed: [] };
      await makeReport(evidence, { asOf: AS_OF }, request, createColors(false), (what) => told.push(what));
    });
    return told;
  }

  it("asks a folder everything at once, and tells what it still waits for", async () => {
    const evidence = new Counting();
    const told = await page(evidence);
    expect(evidence.most).to.equal(OF_A_PAGE.length);
    expect(told).to.deep.equal([...OF_A_PAGE.map((_, place) => `asking ${OF_A_PAGE.slice(place).join(", ")}`), "drawing"]);
  });

  it("asks a lake one question after the other: each costs money", async () => {
    const evidence = new Counting();
    const { ask, unreadable, close } = evidence;
    const told = await page({ ask, unreadable, close });
    expect(evidence.most).to.equal(1);
    expect(told).to.deep.equal([...OF_A_PAGE.map((name) => `asking ${name}`), "drawing"]);
  });

  it("rejects with what could not be answered, and leaves nothing running", async () => {
    const evidence = new Counting("coverage");
    const failed = await page(evidence).catch((error: Error) => error.message);
    expect([failed, evidence.running]).to.deep.equal(["no answer to coverage", 0]);
  });

  it("writes the same answer as JSON, CSV and Parquet, coverage when nothing else is asked", async () => {
    await withServer(async (folder, data) => {
      const file = (name: string) => path.join(folder, name);
      for (const name of ["a.json", "a.csv", "a.parquet"]) await make(data, { out: file(name) });
      const [row] = JSON.parse(readFileSync(file("a.json"), "utf8"));
      expect(row).to.include({ account: "333333333333", server: "i-1", class: "compliant", ended: false, why: null });
      expect(readFileSync(file("a.csv"), "utf8").split("\n").slice(0, 2)).to.deep.equal([
        "account,region,server,group,class,ended,lastScan,patchesItself,why",
        "333333333333,eu-west-1,i-1,app,compliant,false,2026-11-18T12:05:05Z,false,",
      ]);
      const database = await openDatabase();
      expect(await database.rows(`SELECT * FROM read_parquet('${file("a.parquet")}')`)).to.deep.equal([row]);
      database.close();
    });
  });

  it("says in a few lines how a fleet is", async () => {
    await withServer(async (folder, data) => {
      const out = path.join(folder, "summary.json");
      await make(data, { out, question: "coverage" });
      const { summaryText } = await import("../../../evidence/report/summary.js");
      const answers = { coverage: JSON.parse(readFileSync(out, "utf8")) };
      expect(summaryText({ asOf: AS_OF, fleet: null, answers, unreadable: [] }, createColors(false)).split("\n")).to.deep.equal([
        "1 of 1 server is green as of 2026-11-20T08:00:00Z",
        "",
        "group  servers  green  compliant",
        "app          1      1          1",
      ]);
    });
  });

  it("rejects what it cannot write, and leaves the old file and nothing else", async () => {
    await withServer(async (folder, data) => {
      const out = path.join(folder, "old.json");
      writeFileSync(out, "old");
      const message = await make(path.join(folder, "none"), { out }).then(
        () => "",
        (error: unknown) => String(error),
      );
      expect(message).to.match(/none: no such folder/u);
      const missing = await make(data, { out: path.join(folder, "no", "a.json") }).then(
        () => "",
        (error: unknown) => String(error),
      );
      expect(missing).to.match(/a\.json is not written: there is no folder/u);
      expect(readFileSync(out, "utf8")).to.equal("old");
      expect(readdirSync(folder).toSorted()).to.deep.equal(["old.json", "sync"]);
    });
  });
});
