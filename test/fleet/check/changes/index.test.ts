import { expect } from "chai";
import { readdirSync, readFileSync } from "node:fs";
import { NO_CHANGES } from "../../../../fleet/changes";
import { checkChanges, toChangeProblems } from "../../../../fleet/check/changes";
import { parseChanges } from "../../../../fleet/parse-changes";
import { plan } from "../../../../fleet/plan";
import {
  APPROVAL_NAME,
  APPROVAL_TEXT,
  DIGEST,
  judgedChanges,
  RELEASE_NAME,
  RELEASE_TEXT,
  RESTART_NAME,
  RESTART_TEXT,
  REVIEWED_FLEET,
  rightFleet,
} from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";
import { AS_OF } from "../../../support/two-accounts";

const RIGHT = [
  { file: APPROVAL_NAME, text: APPROVAL_TEXT },
  { file: RESTART_NAME, text: RESTART_TEXT },
  { file: RELEASE_NAME, text: RELEASE_TEXT },
];

describe("checkChanges", () => {
  it("has nothing to say about changes that are right, nor about none", () => {
    expect(judgedChanges(checkChanges, RIGHT)).to.deep.equal([]);
    expect(checkChanges(rightFleet(REVIEWED_FLEET), NO_CHANGES)).to.deep.equal([]);
  });

  it("rejects everything that is wrong at once, file by file and in the order of each", () => {
    const wrong = RIGHT.map(({ file, text }) => ({
      file,
      text: text
        .replace("group: databases", "group: database")
        .replace("approved: { by: [bo", "approved: { by: [zoe")
        .replace("state: open", "state: open\noverride: true"),
    }));
    const [first, second] = wrong;
    const files = [
      {
        ...first!,
        text: replaced(first!.text, "patches:\n", 'patches:\n  - { id: linux-aws.amd64, title: "linux-aws.amd64:5.1" }\n'),
      },
      { ...second!, text: replaced(second!.text, "group: database", "group: databases") },
      { file: "changes/releases/pord.yaml", text: RELEASE_TEXT },
    ];
    expect(judgedChanges(checkChanges, files).map(({ at, got }) => [at, got])).to.deep.equal([
      ["changes/approvals/2026-11-29-databases.yaml:2 group", "database"],
      [`changes/approvals/2026-11-29-databases.yaml:12 digest`, `${DIGEST}, the digest of another list`],
      ["changes/approvals/2026-12-01-databases.yaml:5 approved.by[0]", "zoe@example.com"],
      ["changes/releases/pord.yaml:1", "pord.yaml"],
    ]);
  });

  it("runs every check of its folder, each with a test of its own", () => {
    const files = (folder: string) => readdirSync(folder).map((file) => file.replace(/(\.test)?\.ts$/u, ""));
    const checks = files("fleet/check/changes").filter((file) => file !== "index" && file !== "change-finding");
    const text = readFileSync("fleet/check/changes/index.ts", "utf8");
    const run = [...text.matchAll(/^import \{ [a-zA-Z]+ \} from "\.\/([a-z-]+)"/gmu)].map((found) => found[1]);
    expect(run).to.have.members(checks);
    expect(files("test/fleet/check/changes")).to.have.members([...checks, "index"]);
  });

  it("rejects changes in the plan too, with the file's name where there is no text to point into", () => {
    const { changes } = parseChanges([{ file: RESTART_NAME, text: replaced(RESTART_TEXT, "[bo@", "[zoe@") }]);
    const bare = { ...changes, approvals: changes.approvals.map((approval) => ({ ...approval, source: null })) };
    const found = plan(rightFleet(REVIEWED_FLEET), bare, AS_OF);
    expect(found).to.deep.equal(toChangeProblems(checkChanges(rightFleet(REVIEWED_FLEET), bare)));
    expect(found).to.have.nested.property("[0].at", "changes/approvals/2026-12-01-databases.yaml approved.by[0]");
  });
});
