import { expect } from "chai";
import { renderMarkdown } from "../../../evidence/report/markdown";
import { madeUpReport } from "../../support/made-up-report";

describe("a report as Markdown", () => {
  it("begins with what is green, and counts servers by class", () => {
    const row = { account: "1", region: "r", group: "g", lastScan: null, patchesItself: false, why: null };
    const coverage = [
      { ...row, server: "a", class: "compliant", ended: false },
      { ...row, server: "b", class: "compliant", ended: true },
      { ...row, server: "c", class: "stale", ended: false },
    ];
    const text = renderMarkdown({ asOf: "2026-11-21T08:00:00Z", fleet: "fleet.yaml", answers: { coverage }, unreadable: [] });
    expect(text).to.match(
      /^# Patch evidence\n\nAs of 2026-11-21T08:00:00Z\. Expected: fleet\.yaml\.\n\n1 of 3 servers are compliant/u,
    );
    expect(text).to.include("| compliant | 2 |\n| not compliant | 0 |");
    expect(text).to.include("| stale | 1 |");
  });

  it("lets no cell break out of its table or make a link", () => {
    const evil = "a|b\n<b>[x](javascript:1)`";
    const missing = [{ account: evil, region: "r", server: "s", patch: "p", severity: null, ageDays: 3 }];
    const text = renderMarkdown({ asOf: "2026-11-21T08:00:00Z", fleet: null, answers: { missing }, unreadable: [] });
    expect(text).to.include("| a\\|b \\<b\\>\\[x\\](javascript:1)\\` | r | s | p |  | 3 |");
  });

  it("shows a hundred rows of each answer, says how many there are, and what could not be read", () => {
    const text = renderMarkdown(madeUpReport(400));
    expect(text).to.include("The first 100 of 400 rows; `fleet report --question coverage --format csv` writes all.");
    expect(text).to.include("## What could not be read\n\n| file | lines | why |");
    expect(text.endsWith("|\n")).to.equal(true);
  });
});
