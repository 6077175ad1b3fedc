import { expect } from "chai";
import { readFileSync } from "node:fs";
import { CHANGES_FILE, changesText, SETTINGS_FILE, settingsText } from "../../tools/settings-docs";

/** Sees that every link goes to a heading of the same text; gives the number of links. */
function linkedParts(text: string): number {
  const parts = new Set(
    [...text.matchAll(/^## `?(.*?)`?$/gm)].map(([, title = ""]) => title.toLowerCase().replaceAll(/[^a-z0-9 -]/g, "")),
  );
  const links = [...text.matchAll(/\(#([^)]*)\)/g)].map(([, link]) => link);
  expect(parts).to.include.keys(links);
  return links.length;
}

describe("changesText", () => {
  it("is what lies in the repository: if not, run `npm run generate`", () => {
    expect(readFileSync(CHANGES_FILE, "utf8")).to.equal(changesText());
  });

  it("has a table for each part of both kinds of files, and links to them", () => {
    expect(changesText().match(/^## .*$/gm)).to.deep.equal([
      "## An approval",
      "## `window`",
      "## `requested`",
      "## `approved`",
      "## `patches[]`",
      "## A release",
      "## `manifest`",
      "## `manifest.patches[]`",
    ]);
    expect(linkedParts(changesText())).to.equal(6);
  });
});

describe("settingsText", () => {
  it("is what lies in the repository: if not, run `npm run generate`", () => {
    expect(readFileSync(SETTINGS_FILE, "utf8")).to.equal(settingsText());
  });

  it("has a table for each part of the file", () => {
    const headings = settingsText().match(/^## .*$/gm);
    expect(headings).to.deep.equal([
      "## The file",
      "## `organization`",
      "## `central`",
      "## `accounts.<name>`",
      "## `baselines.<name>`",
      "## `baselines.<name>.rules[]`",
      "## `baselines.<name>.approve[]`",
      "## `baselines.<name>.reject[]`",
      "## `baselines.<name>.sources[]`",
      "## `rings[]`",
      "## `rings[].health`",
      "## `rings[].hold`",
      "## `groups.<name>`",
      "## `groups.<name>.notify`",
      "## `groups.<name>.notify.webhook`",
      "## `groups.<name>.rebootWindow`",
      "## `groups.<name>.rebootOrder[]`",
      "## `freezes[]`",
      "## `evidence`",
      "## `ended.<name>`",
      "## `notify`",
      "## `notify.webhook`",
      "## `securityHub`",
      "## `hybrid.<name>`",
      "## `hybrid.<name>.azure`",
      "## `hybrid.<name>.azure.machines[]`",
      "## `hybrid.<name>.onPremises`",
    ]);
  });

  it("links only to parts that are there", () => {
    expect(linkedParts(settingsText())).to.be.greaterThan(10);
  });

  it("tells for which systems a key is", () => {
    expect(settingsText()).to.contain(
      "| `msrcSeverity` | a list of: `Critical`, `Important`, `Moderate`, `Low`, `Unspecified`, `*` | none | How severe the vendor calls an update. For WINDOWS. |",
    );
  });
});
