import { expect } from "chai";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { writeFiles } from "../../review/files";
import { folderWith } from "../support/fleet-command";

describe("files of a review", () => {
  it("are written all or none: what people wrote into stays", () => {
    const { folder, discard } = folderWith({ "draft.yaml": "approved: yes", "packet.md": "old" });
    try {
      const packet = { file: path.join(folder, "packet.md"), text: "new", keep: false };
      const draft = { file: path.join(folder, "draft.yaml"), text: "draft", keep: true };
      const deep = { file: path.join(folder, "changes/approvals/a.yaml"), text: "a", keep: true };
      expect(() => writeFiles([packet, draft, deep])).to.throw(
        /draft\.yaml is there already and says something else; nothing is written/u,
      );
      expect([readFileSync(packet.file, "utf8"), existsSync(deep.file)]).to.deep.equal(["old", false]);
      writeFiles([packet, { ...draft, text: "approved: yes" }, deep]);
      expect([packet, draft, deep].map(({ file }) => readFileSync(file, "utf8"))).to.deep.equal(["new", "approved: yes", "a"]);
      writeFiles([deep]);
    } finally {
      discard();
    }
  });

  it("rejects a place that cannot be written, in one line", () => {
    const { folder, discard } = folderWith({ file: "" });
    try {
      expect(() => writeFiles([{ file: path.join(folder, "file", "a.md"), text: "", keep: false }])).to.throw(/a\.md|file/u);
    } finally {
      discard();
    }
  });
});
