import { expect } from "chai";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { renderHtml } from "../../evidence/report/html";
import { madeUpReport } from "../support/made-up-report";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const SERVERS = 400;

describe("the report in a browser", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "fleet-page-"));
  const file = path.join(folder, "report.html");
  const complaints: string[] = [];
  const asked: string[] = [];
  let browser: Browser;
  let page: Page;

  async function open(width = 1280, colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const opened = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    opened.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    opened.on("pageerror", (error) => complaints.push(error.message));
    opened.on("request", (request) => asked.push(request.url()));
    await opened.goto(`file://${file}`);
    await opened.waitForSelector("html[data-ready=yes]");
    return opened;
  }

  const column = (section: string, at: number) =>
    page.$$eval(
      `#${section} tbody tr`,
      (rows, place) =>
        rows.map((row) => (row as unknown as { cells: { textContent: string }[] }).cells[place]?.textContent ?? ""),
      at,
    );
  const status = (section: string) => page.textContent(`#${section} .status`);

  before(async () => {
    writeFileSync(file, await renderHtml(madeUpReport(SERVERS)));
    browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
    page = await open();
  });

  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    await page.reload();
    await page.waitForSelector("html[data-ready=yes]");
  });

  it("asks nobody for anything, and its policy stops nothing of its own", () => {
    expect(new Set(asked)).to.deep.equal(new Set([`file://${file}`]));
    expect(complaints).to.deep.equal([]);
  });

  it("sorts by a column, up and down, and says so to who listens", async () => {
    const heading = page.locator("#missing th:has-text('days')");
    expect(await heading.getAttribute("aria-sort")).to.equal("none");
    await heading.locator("button").click();
    expect(await heading.getAttribute("aria-sort")).to.equal("ascending");
    const up = (await column("missing", 5)).map(Number);
    expect(up).to.deep.equal(up.toSorted((a, b) => a - b));
    expect(up[0]).to.equal(0);
    await heading.locator("button").click();
    expect(await heading.getAttribute("aria-sort")).to.equal("descending");
    expect((await column("missing", 5))[0]).to.equal("46");
  });

  it("sorts severities by how bad they are, not by their letters", async () => {
    await page.click("#missing th:has-text('severity') button");
    expect((await column("missing", 4))[0]).to.equal("CRITICAL");
    await page.click("#missing th:has-text('severity') button");
    expect((await column("missing", 4))[0]).to.equal("LOW");
  });

  it("filters by any text and by the values of a column, and counts what is left", async () => {
    expect(await status("missing")).to.equal("1 to 50 of 120");
    await page.fill("#missing input[type=search]", "libc6");
    expect(await status("missing")).to.equal("1 to 40 of 40, of 120 in all");
    expect(new Set(await column("missing", 3))).to.deep.equal(new Set(["libc6.amd64"]));
    await page.selectOption("#missing label:has-text('region') select", "us-east-1");
    expect(await status("missing")).to.equal("1 to 14 of 14, of 120 in all");
    await page.fill("#missing input[type=search]", "nothing like it");
    expect(await status("missing")).to.equal("nothing matches, of 120 in all");
    expect(await column("missing", 3)).to.deep.equal([]);
  });

  it("turns pages", async () => {
    await page.click("#coverage .pager button:has-text('on')");
    expect(await status("coverage")).to.equal("51 to 100 of 400");
    expect(await page.isDisabled("#coverage .pager button:has-text('back')")).to.equal(false);
    await page.click("#coverage .pager button:has-text('back')");
    expect(await page.isDisabled("#coverage .pager button:has-text('back')")).to.equal(true);
  });

  it("drills from a standing of the headline down to its servers", async () => {
    await page.click("[data-standing='compliant, flagged']");
    expect(new Set(await column("coverage", 4))).to.deep.equal(new Set(["compliant, flagged"]));
    expect(await page.inputValue("#coverage label:has-text('class') select")).to.equal("compliant, flagged");
  });

  it("drills from group and severity to servers and patches, from a patch to its servers, from a server to all of it", async () => {
    await page.click("#matrix [data-group='database'][data-severity='critical'] button");
    expect(await page.textContent("#matrix .drilled")).to.equal("20 servers and 1 patches: group database, critical.");
    expect(await page.getAttribute("#matrix [data-group='database'][data-severity='critical'] button", "aria-pressed")).to.equal(
      "true",
    );
    await page.click("#matrix [data-group=''][data-severity=''] button");
    expect(await page.textContent("#matrix .drilled")).to.equal("40 servers and 4 patches: all groups, any severity.");
    await page.click("#matrix .grid tbody tr:not(.space) th button");
    expect(await page.textContent("dialog h2")).to.equal("i-00000000000000000");
    expect(
      await page.$$eval("dialog caption", (captions) =>
        captions.map((caption) => (caption as { textContent: string | null }).textContent),
      ),
    ).to.deep.equal(["Missing: 3", "Failed: 1", "Changes: 2"]);
    await page.keyboard.press("Escape");
    expect(await page.isVisible("dialog")).to.equal(false);
    await page.click("#matrix .grid thead button:has-text('libc6.amd64')");
    expect(await page.inputValue("#missing input[type=search]")).to.equal("libc6.amd64");
    expect(await status("missing")).to.equal("1 to 40 of 40, of 120 in all");
  });

  it("can be used by keys alone", async () => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.className")).to.equal("skip");
    await page.focus("#matrix [data-group='web'][data-severity='low'] button");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#matrix .drilled")).to.equal("20 servers and 1 patches: group web, low.");
    await page.focus("#missing th:has-text('patch') button");
    await page.keyboard.press("Space");
    expect((await column("missing", 3))[0]).to.equal("KB5012345");
    await page.focus("#missing tbody th button");
    await page.keyboard.press("Enter");
    expect(await page.isVisible("dialog")).to.equal(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.closest('section').id")).to.equal("missing");
  });

  it("has headings, captions and scopes for who listens", async () => {
    expect(
      await page.$$eval("table", (tables) => tables.filter((table) => table.querySelector("caption") === null).length),
    ).to.equal(0);
    expect(await page.$$eval("thead th:not([scope])", (cells) => cells.length)).to.equal(0);
    expect(await page.$$eval("svg:not([aria-hidden=true]):not([aria-label])", (drawings) => drawings.length)).to.equal(0);
    const ids = await page.$$eval("[id]", (all) => all.map((each) => (each as { id: string }).id));
    expect(new Set(ids).size).to.equal(ids.length);
    expect(await page.$$eval("h1", (all) => all.length)).to.equal(1);
  });

  it("goes on paper without anything to press, and makes a PDF", async () => {
    await page.emulateMedia({ media: "print" });
    for (const pressed of [".contents", ".tools", ".pager", ".grid-scroll"]) {
      expect(await page.locator(pressed).first().isVisible(), pressed).to.equal(false);
    }
    expect(await page.isVisible("#matrix .heat")).to.equal(true);
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).to.equal("rgb(255, 255, 255)");
    const pdf = path.join(folder, "report.pdf");
    await page.pdf({ path: pdf, format: "A4", printBackground: true });
    expect(statSync(pdf).size).to.be.greaterThan(20_000);
    await page.emulateMedia({ media: null });
  });

  it("puts more rows on paper than on a page, and takes them away again", async () => {
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await column("coverage", 2)).to.have.lengthOf(300);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await column("coverage", 2)).to.have.lengthOf(50);
  });

  it("is dark where that is wished for", async () => {
    const dark = await open(1280, "dark");
    expect(await dark.evaluate("getComputedStyle(document.body).backgroundColor")).to.equal("rgb(20, 23, 26)");
    expect(await dark.evaluate("getComputedStyle(document.querySelector('.bar .mark-compliant')).fill")).to.equal(
      "rgb(76, 183, 130)",
    );
    await dark.close();
  });

  it("is no wider than a telephone: what is wide scrolls in its own frame", async () => {
    const narrow = await open(390);
    expect(await narrow.evaluate("document.documentElement.scrollWidth")).to.equal(390);
    await narrow.close();
  });
});
