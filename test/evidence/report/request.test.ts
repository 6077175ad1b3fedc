import { expect } from "chai";
import { accountId, checkRequest, type Typed } from "../../../evidence/report/request";

const typed = (given: Partial<Typed>): Typed => ({ data: "folder", asOf: "2026-11-20T08:00:00Z", ...given });

describe("checkRequest", () => {
  it("tells the format by option, by the file's ending, else a summary", () => {
    const format = (given: Partial<Typed>) => checkRequest(typed(given)).format;
    expect(format({})).to.equal("text");
    expect(format({ json: true })).to.equal("json");
    expect(format({ out: "a/Fleet.HTML" })).to.equal("html");
    expect(format({ out: "a.parquet" })).to.equal("parquet");
    expect(format({ out: "a.html", format: "md" })).to.equal("md");
  });

  it("rejects each wrong value with one line that names its option", () => {
    const wrong: readonly (readonly [Partial<Typed>, RegExp])[] = [
      [{ data: "" }, /^name the evidence: --data DIR/u],
      [{ question: "x" }, /^--question x: no such question; there are coverage, changes/u],
      [{ format: "pdf" }, /^--format pdf: wanted html, md, csv, json or parquet$/u],
      [{ format: "csv", json: true }, /^--json and --format csv: choose one$/u],
      [{ format: "parquet" }, /^--format parquet writes a file: name it with --out$/u],
      [{ out: "a.txt" }, /^--out a\.txt: its ending tells no format/u],
      [{ group: "" }, /^--group is empty/u],
      [{ package: "" }, /^--package is empty/u],
      [{ since: "2026-11-02T00:00:00Z", until: "2026-11-01T00:00:00Z" }, /^--since 2026-11-02T00:00:00Z is not before --until/u],
      [{ since: "2026-12-01T00:00:00Z" }, /^--since 2026-12-01T00:00:00Z is after --as-of/u],
    ];
    for (const [given, message] of wrong) expect(() => checkRequest(typed(given)), String(message)).to.throw(message);
  });
});

describe("accountId", () => {
  it("takes twelve digits or a name of the fleet file", () => {
    const ids = new Map([["prod", "222222222222"]]);
    expect(accountId(undefined, ids)).to.equal(undefined);
    expect(accountId("333333333333", ids)).to.equal("333333333333");
    expect(accountId("prod", ids)).to.equal("222222222222");
  });

  it("rejects another name", () => {
    expect(() => accountId("dev", new Map([["prod", "222222222222"]]))).to.throw(
      "--account dev: wanted 12 digits, or one of prod",
    );
  });
});
