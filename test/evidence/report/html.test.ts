import { expect } from "chai";
import { createHash } from "node:crypto";
import { renderHtml } from "../../../evidence/report/html";
import { madeUpReport } from "../../support/made-up-report";

const EVIL = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&`;

describe("a report as a page", () => {
  it("holds everything in one file and names no address to fetch from", async () => {
    const html = await renderHtml(madeUpReport(40));
    const addresses = Array.from(html.matchAll(/(?:src|href|action|data)="([^"#][^"]*)"/gu), ([, address]) => address);
    expect(addresses).to.deep.equal([]);
    expect(html).not.to.match(/@import|url\(/u);
    const spaces = Array.from(html.matchAll(/https?:\/\/[^"'\s]+/gu), ([address]) => address);
    expect(new Set(spaces)).to.deep.equal(new Set(["http://www.w3.org/2000/svg"]));
  });

  it("lets nothing run or style it but what its policy names by hash", async () => {
    const html = await renderHtml(madeUpReport(40));
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? "";
    const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
    const script = hash(/<script>([^]*)<\/script>/u.exec(html)?.[1] ?? "");
    const style = hash(/<style>([^]*?)<\/style>/u.exec(html)?.[1] ?? "");
    expect(policy).to.equal(`default-src 'none'; script-src ${script}; style-src ${style}; base-uri 'none'; form-action 'none'`);
    expect(html).not.to.match(/ style="/u);
  });

  it("shows what evidence says as text, whatever it says", async () => {
    const report = madeUpReport(20);
    const coverage = [...(report.answers["coverage"] ?? [])].map((row) => ({
      ...row,
      group: EVIL,
      server: EVIL,
      why: EVIL,
      class: EVIL,
    }));
    const html = await renderHtml({
      ...report,
      fleet: EVIL,
      answers: {
        ...report.answers,
        coverage,
        missing: [{ account: EVIL, region: EVIL, server: EVIL, patch: EVIL, severity: EVIL, ageDays: 1 }],
        runs: [{ account: EVIL, region: EVIL, group: EVIL, ring: EVIL, due: EVIL, outcome: EVIL, why: EVIL }],
        trend: [{ day: EVIL, class: EVIL, servers: 1 }],
      },
      unreadable: [{ file: EVIL, lines: 0, why: EVIL }],
    });
    expect(html).not.to.include("<script>alert");
    expect(html).not.to.include("<img");
    expect(html.match(/<script/gu)).to.have.lengthOf(2);
  });

  it("counts no ended server, no self-patching one and no strange class as green", async () => {
    const row = { account: "1", region: "r", group: "g", lastScan: null, why: null };
    const coverage = [
      { ...row, server: "a", class: "compliant", ended: false, patchesItself: false },
      { ...row, server: "b", class: "compliant", ended: true, patchesItself: false },
      { ...row, server: "c", class: "compliant", ended: false, patchesItself: true },
      { ...row, server: "d", class: "compliant", ended: null, patchesItself: false },
      { ...row, server: "e", class: "splendid", ended: false, patchesItself: false },
    ];
    const html = await renderHtml({ asOf: "2026-11-21T08:00:00Z", fleet: null, answers: { coverage }, unreadable: [] });
    const line = (name: string) => new RegExp(`data-standing="${name}"[^]*?<td class="count">(\\d+)</td>`, "u").exec(html)?.[1];
    expect([line("compliant"), line("compliant, flagged"), line("unknown")]).to.deep.equal(["1", "3", "1"]);
    expect(html).to.include('<p class="number">20.0<small>%</small></p>');
    expect(html.match(/<use href="#sign-compliant"\/>/gu)).to.have.lengthOf(2);
  });

  it("says what it leaves out, and where a server is expected of which nobody says where", async () => {
    const row = { group: "g", class: "unmanaged", ended: false, patchesItself: false, lastScan: null, why: null };
    const coverage = [
      { ...row, account: null, region: null, server: "g #1" },
      { ...row, account: "1", region: null, server: "g #2" },
      { ...row, account: "1", region: "r", server: "i-1" },
    ];
    const narrowed = ["Only account 1.", "Left out is what <g> may lack."];
    const html = await renderHtml({ asOf: "2026-11-21T08:00:00Z", fleet: null, narrowed, answers: { coverage }, unreadable: [] });
    expect(html).to.include("3 servers in 1 account and 1 region");
    expect(html).to.include('<p class="when">Only account 1.</p>\n<p class="when">Left out is what &lt;g&gt; may lack.</p>');
    const cells = [...html.matchAll(/<tr><td class="text of-account">([^<]*)<\/td><td class="text of-region">([^<]*)</gu)];
    expect(cells.map(([, account, region]) => [account, region])).to.deep.equal([
      ["not said", "not said"],
      ["1", "not said"],
      ["1", "r"],
    ]);
  });

  it("says of an empty report that there is nothing, and draws nothing that is not there", async () => {
    const html = await renderHtml({ asOf: "2026-11-21T08:00:00Z", fleet: null, answers: {}, unreadable: [] });
    for (const text of ["No server is expected", "There is no history yet.", "Everything that was found could be read."]) {
      expect(html).to.include(text);
    }
  });

  it("shows by file what could not be read", async () => {
    const html = await renderHtml(madeUpReport(10));
    expect(html).to.include("AWS:PatchSummary/accountid=444444444444/region=eu-west-1/i-1.json");
    expect(html).to.include('<a href="#unreadable">1 file</a> could not be read in full');
  });
});
