import { expect } from "chai";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { openDemo } from "../../../evidence/demo/open-demo";
import { expectedOf } from "../../../evidence/expected";
import { demoPlan } from "../../support/demo-plan";
import { askFolder, inFolder } from "../../support/sync";
import { AS_OF } from "../../support/two-accounts";

const OPTIONS = { seed: 3, asOf: AS_OF, servers: 12, packages: 2 };
const quiet = () => undefined;

const refusal = (out: string): Promise<string> =>
  openDemo(demoPlan(), out, OPTIONS, quiet).then(
    () => "",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe("openDemo", () => {
  it("expects as many servers as it makes, so that none of them is missed", async () => {
    const made = await openDemo(demoPlan(), undefined, OPTIONS, quiet);
    const { folder, plan } = made;
    const counts = expectedOf(plan).counts.map(({ servers }) => servers);
    expect(counts.reduce((sum, servers) => sum + servers, 0)).to.equal(OPTIONS.servers);
    const { rows } = await askFolder(folder, "coverage", { asOf: AS_OF }, { ...expectedOf(plan), machines: [] });
    expect(rows).to.have.lengthOf(OPTIONS.servers);
    made.discard();
    expect(existsSync(folder)).to.equal(false);
  });

  it("keeps what it is asked to keep, in a new folder or an empty one", async () => {
    await inFolder(async (folder) => {
      for (const out of [folder, path.join(folder, "new", "demo")]) {
        const made = await openDemo(demoPlan(), out, { ...OPTIONS, servers: 1 }, quiet);
        made.discard();
        expect(made.folder).to.equal(out);
        expect(readdirSync(out).filter((name) => name.startsWith("AWS:"))).to.include("AWS:PatchSummary");
      }
    });
  });

  it("tells how far it is", async () => {
    const told: string[] = [];
    const made = await openDemo(demoPlan(), undefined, { ...OPTIONS, servers: 200, packages: 1 }, (what) => told.push(what));
    made.discard();
    expect(told).to.deep.equal(["making evidence of 100 servers", "making evidence of 200 servers"]);
  });

  it("rejects a file, a folder that holds something, and a path below a file", async () => {
    await inFolder(async (folder) => {
      const file = path.join(folder, "file");
      writeFileSync(file, "mine");
      expect(await refusal(file)).to.equal(`--demo-out ${file}: that is a file, wanted a new or an empty folder`);
      expect(await refusal(folder)).to.match(/that folder is not empty/u);
      expect(await refusal(path.join(file, "demo"))).to.match(/is not written: /u);
      expect(readdirSync(folder)).to.deep.equal(["file"]);
    });
  });
});
