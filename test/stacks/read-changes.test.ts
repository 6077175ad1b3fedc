import { expect } from "chai";
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readChanges } from "../../stacks/read-changes";
import { folderWith } from "../support/fleet-command";

const WANT = "`approvals/` and `releases/` with files that end in .yaml, and nothing else";
const FIX = "Rename it, or move it out of the folder of changes.";

describe("readChanges", () => {
  const { folder, discard } = folderWith({
    "right/README.md": "",
    "right/.gitkeep": "",
    "right/approvals/README.md": "",
    "right/approvals/b.yaml": "b",
    "right/approvals/a.yaml": "a",
    "right/releases/prod.yaml": "prod",
    "wrong/approval/a.yaml": "a",
    "wrong/notes.txt": "",
    "wrong/approvals/a.yml": "a",
    "wrong/approvals/b.yaml": "b",
    "wrong/releases/old/prod.yaml": "prod",
    file: "",
    "large/approvals/a.yaml": "",
  });
  after(discard);
  const at = (...names: string[]) => path.join(folder, ...names);

  it("reads approvals and releases, in the order of their names, and passes over what tells of them", () => {
    expect(readChanges(at("right"), false)).to.deep.equal({
      files: [
        { file: at("right", "approvals", "a.yaml"), text: "a" },
        { file: at("right", "approvals", "b.yaml"), text: "b" },
        { file: at("right", "releases", "prod.yaml"), text: "prod" },
      ],
      problems: [],
    });
  });

  it("finds no changes where there is no folder that nobody named", () => {
    expect(readChanges(at("absent"), false)).to.deep.equal({ files: [], problems: [] });
  });

  it("rejects a folder that somebody named and that is not there", () => {
    const fix = "Make it, or name another one by the stack's configuration `changes`.";
    expect(readChanges(at("absent"), true)).to.deep.equal({
      files: [],
      problems: [{ at: at("absent"), got: "no such folder", want: "a folder of reviewed changes", fix }],
    });
  });

  it("rejects everything that would be left out silently: other endings, other folders, folders within", () => {
    const { files, problems } = readChanges(at("wrong"), false);
    expect(files).to.deep.equal([{ file: at("wrong", "approvals", "b.yaml"), text: "b" }]);
    expect(problems).to.deep.equal([
      { at: at("wrong", "approval"), got: "approval", want: WANT, fix: FIX },
      { at: at("wrong", "notes.txt"), got: "notes.txt", want: WANT, fix: FIX },
      { at: at("wrong", "approvals", "a.yml"), got: "a.yml", want: WANT, fix: FIX },
      { at: at("wrong", "releases", "old"), got: "a folder", want: WANT, fix: FIX },
    ]);
  });

  it("rejects a file in the folder's place, and one that leads nowhere", () => {
    expect(readChanges(at("file"), false).problems).to.deep.equal([
      {
        at: at("file"),
        got: "a folder that cannot be read (ENOTDIR)",
        want: "a folder of reviewed changes",
        fix: "Look at the folder.",
      },
    ]);
    mkdirSync(at("linked", "approvals"), { recursive: true });
    symlinkSync(at("absent.yaml"), at("linked", "approvals", "a.yaml"));
    expect(readChanges(at("linked"), false).problems.map(({ got }) => got)).to.deep.equal([
      "a file that cannot be read (ENOENT)",
    ]);
  });

  it("rejects a file that is larger than any change, without reading it, and more files than anybody reviews", () => {
    truncateSync(at("large", "approvals", "a.yaml"), 7_654_321);
    expect(readChanges(at("large"), false)).to.deep.equal({
      files: [],
      problems: [
        {
          at: at("large", "approvals", "a.yaml"),
          got: "8 MB",
          want: "a change that can be read",
          fix: "A change is never this large: remove it.",
        },
      ],
    });
    mkdirSync(at("many", "releases"), { recursive: true });
    for (let place = 0; place <= 2000; place += 1) writeFileSync(at("many", "releases", `${place}.yaml`), "");
    expect(readChanges(at("many"), false).problems.map(({ got }) => got)).to.deep.equal(["2001 files"]);
  });
});
