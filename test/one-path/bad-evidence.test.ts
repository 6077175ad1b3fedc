import { expect } from "chai";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeDemo } from "../../evidence/demo/write-demo";
import { readFleet } from "../../stacks/read-fleet";
import { fleetCommand, folderWith } from "../support/fleet-command";
import { replaced } from "../support/fleet-text";
import { SCANNED_BY } from "../support/reference-walk";

const BEFORE = "2026-10-01T08:00:00Z";

describe("one path, from evidence that nobody should trust", function () {
  this.timeout(120_000);
  const shipped = readFileSync("examples/reference/fleet.yaml", "utf8");
  const { folder, discard } = folderWith({
    "fleet.yaml": replaced(shipped, "    after: nonprod\n", "    after: nonprod\n    promote: exact\n"),
  });
  const below = (...names: readonly string[]) => path.join(folder, ...names);

  before(async () => {
    const read = readFleet(below("fleet.yaml"), SCANNED_BY);
    if ("problems" in read) throw new Error("the reference fleet is wrong");
    await writeDemo(read.plan, below("whole"), { seed: 1, asOf: SCANNED_BY, servers: 120, packages: 4 });
    cpSync(below("whole"), below("truncated"), { recursive: true });
    for (const name of readdirSync(below("truncated"), { recursive: true, encoding: "utf8" })) {
      if (!name.startsWith("AWS:ComplianceItem/") || !name.endsWith(".json")) continue;
      const text = readFileSync(below("truncated", name), "utf8");
      writeFileSync(below("truncated", name), text.slice(0, -40));
    }
    cpSync(below("whole"), below("others"), { recursive: true });
    for (const [account, other] of [
      ["333333333333", "888888888888"],
      ["444444444444", "999999999999"],
    ] as const)
      for (const type of readdirSync(below("others")).filter((name) => name.startsWith("AWS:")))
        renameSync(below("others", type, `accountid=${account}`), below("others", type, `accountid=${other}`));
  });
  after(discard);

  const review = (data: string, asOf: string) => ["review", "prod-sensitive", "--data", data, "--as-of", asOf];
  const promote = (data: string, asOf: string) => ["promote", "prod", "--by", "ana@example.com", "--data", data, "--as-of", asOf];

  for (const [what, args, says] of [
    [
      "to review evidence whose files end in the middle of a line",
      review("truncated", SCANNED_BY),
      /^error no server of prod-sensitive has a whole and fresh scan as of \S+: \d+ unknown \(a line cannot be read\) and \d+ unmanaged; scan the group/u,
    ],
    [
      "to review evidence of the future",
      review("whole", BEFORE),
      /^error no server of prod-sensitive has .+ unknown \(a time that has not come yet\).+; the evidence is younger than that instant/u,
    ],
    [
      "to review evidence of another fleet",
      review("others", SCANNED_BY),
      /^error others is the evidence of another fleet: it tells of 888888888888 and 999999999999, and no account of this one/u,
    ],
    [
      "to promote from evidence whose files end in the middle of a line",
      promote("truncated", SCANNED_BY),
      /^error nothing is proved of ring nonprod: nonprod in nonprod eu-west-1: no server of it was heard of, whole and without a failure, since/u,
    ],
    [
      "to promote from evidence of the future",
      promote("whole", BEFORE),
      /^error nothing is proved of ring nonprod: nonprod in nonprod eu-west-1: no run of it is recorded/u,
    ],
    [
      "to promote from evidence of another fleet",
      promote("others", SCANNED_BY),
      /^error others tells of no server of ring nonprod: it may be the evidence of another fleet/u,
    ],
  ] as const)
    it(`rejects ${what}, in one line, and writes nothing`, () => {
      const { code, out, err } = fleetCommand(folder, ...args);
      expect([code, out, err.split("\n").length]).to.deep.equal([1, "", 2]);
      expect(err).to.match(says);
      expect(existsSync(below("changes"))).to.equal(false);
    });

  it("counts no server green whose file ends in the middle of a line", () => {
    const asked = ["report", "--data", "truncated", "--fleet", "fleet.yaml", "--question", "coverage", "--json"];
    const { code, out } = fleetCommand(folder, ...asked, "--as-of", SCANNED_BY);
    const rows: { readonly class: string }[] = JSON.parse(out);
    expect([code, rows.length > 100, rows.filter((row) => row.class === "compliant")]).to.deep.equal([0, true, []]);
  });
});
