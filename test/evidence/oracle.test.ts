import { expect } from "chai";
import { truthOf, type Truth } from "../../evidence/demo/truth";
import { demoOf, writeDemo, type DemoOptions } from "../../evidence/demo/write-demo";
import { openFolder, type FolderEvidence } from "../../evidence/engine/folder";
import { expectedOf } from "../../evidence/expected";
import { QUESTIONS, type Row } from "../../evidence/record/question";
import { demoPlan } from "../support/demo-plan";
import { evidenceFolder } from "../support/evidence-folder";
import { AS_OF } from "../support/two-accounts";

/** The beginning of the demo's past: what was installed before is told by some systems and not by others. */
const SINCE = "2026-10-10T08:00:00Z";

const serverOf = (row: Row): string => `${row["account"]} ${row["region"]} ${row["server"]}`;

/** Rows as lines in order, with only some of their columns. */
function lines(rows: readonly Row[], columns: readonly string[]): string[] {
  return rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? null))).toSorted();
}

function columnsOf(rows: readonly Row[]): string[] {
  return Object.keys(rows[0] ?? {});
}

/** A package as the inventory names it: patch runs put the architecture behind. */
function bare(row: Row): Row {
  return { ...row, package: String(row["package"]).replace(/\.(amd64|x86_64)$/u, "") };
}

for (const [kind, options] of [
  ["clean evidence", { seed: 11, asOf: AS_OF, packages: 24 }],
  ["messy evidence", { seed: 12, asOf: AS_OF, packages: 16, mess: true, servers: 900 }],
] as const satisfies readonly (readonly [string, DemoOptions])[]) {
  describe(`answers from ${kind}, compared with what its generator knows`, () => {
    const { folder, discard } = evidenceFolder();
    const plan = demoPlan();
    const demo = demoOf(plan, options);
    let truth: Truth;
    let evidence: FolderEvidence;

    before(async () => {
      truth = truthOf(demo, Date.parse(SINCE));
      await writeDemo(plan, folder, options);
      const expected = expectedOf(plan);
      // A demo of another size is a fleet of another size.
      const counts = demo.places.map(({ account, region, group, servers }) => ({
        account,
        region,
        group: group.name,
        tag: group.tag,
        servers,
      }));
      evidence = await openFolder(folder, { expected: { ...expected, counts } });
    });

    after(async () => {
      await evidence.close();
      discard();
    });

    const ask = (question: string, since?: string) => evidence.ask(question, { asOf: AS_OF, since });
    const readable = (rows: readonly Row[]) => rows.filter((row) => !truth.damaged.has(serverOf(row)));

    it("put every server in the class that it was made for", async () => {
      const columns = ["account", "region", "server", "class"];
      const rows = await ask("coverage");
      expect(lines(rows, columns)).to.deep.equal(lines(truth.coverage, columns));
      expect(rows).to.have.lengthOf(demo.places.reduce((sum, { servers }) => sum + servers, 0));
      expect(new Set(rows.map((row) => row["class"])).size).to.be.greaterThan(6);
    });

    it("know of every server that can be read its group, its last scan, and what flags it", async () => {
      const rows = readable(await ask("coverage"));
      expect(lines(rows, columnsOf(truth.coverage))).to.deep.equal(lines(readable(truth.coverage), columnsOf(truth.coverage)));
    });

    for (const question of ["missing", "failed", "pending-reboot", "ended"] as const) {
      it(`tell exactly what there is: ${question}`, async () => {
        const rows = readable(await ask(question));
        const columns = columnsOf(truth[question]);
        expect(lines(rows, columns)).to.deep.equal(lines(readable(truth[question]), columns));
        expect(rows).not.to.have.lengthOf(0);
      });
    }

    for (const { name } of QUESTIONS) {
      it(`are the same in columns as in rows: ${name}`, async () => {
        const choice = { asOf: AS_OF, since: SINCE };
        const columns = await evidence.look(name, choice);
        const rows = await evidence.ask(name, choice);
        expect(columns.length).to.equal(rows.length);
        expect([...columns]).to.deep.equal(rows);
        expect(columns.slice(1, 3)).to.deep.equal(rows.slice(1, 3));
      });
    }

    it("tell every change since an instant, and when it was", async () => {
      const rows = readable(await ask("changes", SINCE)).map(bare);
      const columns = columnsOf(truth.changes);
      const wanted = readable(truth.changes).filter((row) => String(row["installedAt"]) >= SINCE);
      expect(lines(rows, columns)).to.deep.equal(lines(wanted, columns));
      expect(rows.length).to.be.greaterThan(100);
    });

    it("tell what became of each run that was due", async () => {
      const rows = (await ask("runs")).filter((row) => row["due"] !== null && String(row["due"]) < AS_OF);
      const columns = columnsOf(truth.runs);
      expect(lines(rows, columns)).to.deep.equal(lines(truth.runs, columns));
    });

    it("tell how many servers were in each class on each day", async () => {
      const columns = columnsOf(truth.trend);
      expect(lines(await ask("trend"), columns)).to.deep.equal(lines(truth.trend, columns));
    });
  });
}
