import { expect } from "chai";
import { inflateRawSync } from "node:zlib";
import { packed } from "../../../../evidence/report/html/pack";
import type { Report } from "../../../../evidence/report/report";
import { madeUpReport } from "../../../support/made-up-report";

interface Header {
  readonly tables: Readonly<
    Record<string, { rows: number; columns: { name: string; bytes: number; at: number; words: unknown[] | null }[] }>
  >;
}

/** The cells of a column as the page finds them, told here anew. */
function cells(report: Report, table: string, name: string): unknown[] {
  const bytes = inflateRawSync(Buffer.from(packed(report), "base64"));
  const length = bytes.readUInt32LE(0);
  const header: Header = JSON.parse(bytes.subarray(4, 4 + length).toString());
  const base = 4 + length + (-length & 3);
  const { rows, columns } = header.tables[table]!;
  const column = columns.find((each) => each.name === name)!;
  return Array.from({ length: rows }, (_, row) => {
    const code = bytes.readUIntLE(base + column.at + row * column.bytes, column.bytes);
    if (column.words) return column.words[code];
    return code === 0xff_ff_ff_ff ? null : new Date(code * 1000).toISOString().replace(".000Z", "Z");
  });
}

describe("the data of the page", () => {
  for (const [table, name, servers] of [
    ["coverage", "server", 200],
    ["coverage", "server", 66_000],
    ["coverage", "lastScan", 20],
    ["missing", "severity", 200],
    ["missing", "ageDays", 200],
    ["changes", "installedAt", 300],
  ] as const) {
    it(`give back every cell: ${name} of ${table}, of ${servers} servers`, () => {
      const report = madeUpReport(servers);
      const only = { ...report, answers: { [table]: report.answers[table] ?? [] } };
      expect(cells(only, table, name)).to.deep.equal([...(report.answers[table] ?? [])].map((row) => row[name]));
    });
  }

  it("keep instants that are not known, and those that cannot be read as they are", () => {
    const changes = (installedAt: (string | null)[]) => ({
      ...madeUpReport(1),
      answers: { changes: installedAt.map((at) => ({ installedAt: at })) },
    });
    expect(cells(changes(["2026-11-21T08:00:00Z", null]), "changes", "installedAt")).to.deep.equal([
      "2026-11-21T08:00:00Z",
      null,
    ]);
    expect(cells(changes(["soon", null]), "changes", "installedAt")).to.deep.equal(["soon", null]);
  });

  it("are a small part of what they were", () => {
    const report = madeUpReport(20_000);
    expect(packed(report).length).to.be.lessThan(JSON.stringify(report.answers).length / 25);
  });
});
