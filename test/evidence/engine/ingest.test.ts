import { expect } from "chai";
import { writeDemo } from "../../../evidence/demo/write-demo";
import { openFolder } from "../../../evidence/engine/folder";
import { expectedOf } from "../../../evidence/expected";
import type { Row } from "../../../evidence/record/question";
import { demoPlan } from "../../support/demo-plan";
import { evidenceFolder } from "../../support/evidence-folder";
import { lacking, missing, REVIEWED_AT, reviewPlan } from "../../support/review-evidence";
import { inFolder, summary, writeSync } from "../../support/sync";
import { AS_OF } from "../../support/two-accounts";

const OF_A_REVIEW = ["review-servers", "review"];

describe("ingest", () => {
  const { folder, discard } = evidenceFolder();
  const plan = demoPlan();
  const expected = expectedOf(plan);
  const tags = plan.groups.map(({ tag }) => tag);

  before(async () => {
    await writeDemo(plan, folder, { seed: 21, asOf: AS_OF, packages: 8, servers: 300, mess: true });
  });
  after(discard);

  async function answers(groups: readonly string[], only?: readonly string[]): Promise<Record<string, Row[]>> {
    const evidence = await openFolder(folder, { expected, only });
    const found: Record<string, Row[]> = {};
    for (const group of groups)
      for (const question of OF_A_REVIEW) found[`${question} ${group}`] = await evidence.ask(question, { asOf: AS_OF, group });
    await evidence.close();
    return found;
  }

  it("of one group only says of that group what it says when it reads everything", async () => {
    const whole = await answers(tags);
    expect(Object.values(whole).filter((rows) => rows.length > 0)).to.have.length.above(tags.length);
    for (const tag of tags) {
      const own = Object.entries(whole).filter(([key]) => key.endsWith(` ${tag}`));
      expect(await answers([tag], [tag])).to.deep.equal(Object.fromEntries(own));
    }
    expect(await answers(tags, tags)).to.deep.equal(whole);
  });

  it("of one group only finds servers that only a tag, or only a summary, puts into it", async () => {
    const other = summary({ MissingCount: "1", PatchGroup: "web" });
    const open = [missing("openssl.amd64", "3.0.2-0ubuntu1.18")];
    const servers = [
      // Tagged anew since its last scan.
      lacking("i-1", open, { "AWS:PatchSummary": [{ ...other, OperationEndTime: "2026-11-18T12:05:05Z" }] }),
      lacking("i-2", open, { "AWS:Tag": [{ Key: "Name", Value: "db" }] }),
      lacking("i-3", open, { "AWS:Tag": [{ key: " PatchGroup", value: "database " }], "AWS:PatchSummary": [other] }),
    ];
    await inFolder(async (root) => {
      writeSync(root, servers);
      const evidence = await openFolder(root, { expected: expectedOf(reviewPlan()), only: ["database"] });
      const [row] = await evidence.ask("review", { asOf: REVIEWED_AT, group: "database" });
      await evidence.close();
      expect(row?.["servers"]).to.equal(servers.map(({ id }) => `444444444444/eu-west-1/${id}`).join(", "));
    });
  });

  it("of one group only leaves the packages of the others unread", async () => {
    const [one = "", other = ""] = tags;
    const evidence = await openFolder(folder, { expected, only: [one] });
    const own = await evidence.ask("packages", { asOf: AS_OF, group: one });
    const others = await evidence.ask("packages", { asOf: AS_OF, group: other });
    await evidence.close();
    expect(own).to.have.length.above(0);
    expect(others).to.deep.equal([]);
  });

  it("tells how far it is, type after type", async () => {
    const told: string[] = [];
    const evidence = await openFolder(folder, { expected, tell: (what) => told.push(what) });
    await evidence.close();
    const reading = told.filter((what) => what.startsWith("reading AWS:"));
    expect(told[0]).to.equal("looking for files");
    expect(reading.map((what) => what.replace(/\d+ files$/u, "so many files"))).to.deep.equal(
      ["InstanceInformation", "PatchSummary", "Tag", "ComplianceItem", "Application", "WindowsUpdate"].map(
        (type) => `reading AWS:${type}, 0 of so many files`,
      ),
    );
  });
});
