import { expect } from "chai";
import { parse } from "yaml";
import { manifestOf } from "../../fleet/manifest";
import { approvalFile } from "../../fleet/schema/approval";
import { draftText, scalar } from "../../review/draft";
import { packet, update } from "../support/made-up-packet";

const WINDOW = {
  at: "2026-11-29T01:00:00Z",
  ends: "2026-11-29T05:00:00Z",
  expires: "2026-11-30T05:00:00Z",
  durationHours: 4,
  cutoffHours: 1,
};
const FACTS = { window: WINDOW, by: "carla@example.com", urgent: false, approvers: ["ana@example.com", "bo@example.com"] };

describe("a draft", () => {
  it("is an approval as the schema wants it, with nothing but the approval left out", () => {
    const text = draftText(packet(), FACTS);
    const read = approvalFile.parse(parse(text));
    expect(read).to.deep.include({
      group: "database",
      urgent: false,
      requested: { by: "carla@example.com", at: "2026-11-21T08:00:00Z" },
      window: { at: WINDOW.at, duration: 4, cutoff: 1 },
      expires: WINDOW.expires,
    });
    expect(read.approved).to.equal(undefined);
    const patches = [{ id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" }, { id: "KB5034441" }];
    expect(read.patches).to.deep.equal(patches);
    expect(read.digest).to.equal(manifestOf(patches).digest);
  });

  it("tells the approver what to write, and when at the latest; who asks is not among them", () => {
    const text = draftText(packet(), { ...FACTS, by: "ana@example.com" });
    expect(text).to.contain("# An approver (bo@example.com) who read all of this writes the next line");
    expect(text).to.contain("\n# approved: { by: [bo@example.com], at: 2026-11-29T00:00:00Z }\n");
    expect(approvalFile.parse(parse(text.replace("# approved:", "approved:"))).approved).to.deep.equal({
      by: ["bo@example.com"],
      at: "2026-11-29T00:00:00Z",
    });
  });

  it("asks for two where it is urgent", () => {
    const text = draftText(packet(), { ...FACTS, urgent: true });
    expect(approvalFile.parse(parse(text)).urgent).to.equal(true);
    expect(text).to.contain("# approved: { by: [ana@example.com, bo@example.com], at: 2026-11-29T00:00:00Z }");
  });

  it("does not pass as an approval while nobody says who asks", () => {
    expect(approvalFile.safeParse(parse(draftText(packet(), { ...FACTS, by: null }))).success).to.equal(false);
  });

  it("has each update once, with its severity, its servers and the restart beside it", () => {
    expect(draftText(packet(), FACTS).split("\n").slice(-6)).to.deep.equal([
      "patches: # 2",
      "  # critical",
      '  - { id: openssl.amd64, title: "openssl.amd64:3.0.2-0ubuntu1.18" } # 2 servers',
      "  # important or high",
      "  - { id: KB5034441 } # 1 server, restart",
      "",
    ]);
  });

  it("quotes what YAML would read as something else", () => {
    for (const text of ["true", "1.5", "a: b", "it's", 'say "no"', "007", "- x", "@home", "null"]) {
      expect(parse(`{ by: ${scalar(text)} }`), text).to.deep.equal({ by: text });
    }
    const odd = draftText(packet({ group: "007", updates: [update()] }), { ...FACTS, by: "O'Neil, {Ops}" });
    expect(parse(odd)).to.deep.include({ group: "007" });
  });
});
