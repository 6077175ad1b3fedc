import { expect } from "chai";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createColors } from "picocolors";
import { openDatabase } from "../../../evidence/engine/database";
import { fleetReport } from "../../../evidence/report/fleet-report";
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

describe("makeReport", () => {
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
