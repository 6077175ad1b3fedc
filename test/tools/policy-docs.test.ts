import { expect } from "chai";
import { rules } from "fleet-patching-policy/rules/index";
import { readdirSync, readFileSync } from "node:fs";
import { allPages, loadCases, RULES_FOLDER } from "../../tools/policy-docs";

const pages = allPages();

describe("the pages of rules", () => {
  for (const [file, text] of pages) {
    it(`${file} is what lies in the repository: if not, run \`npm run generate\``, () =>
      expect(readFileSync(file, "utf8")).to.equal(text));
  }

  it("are one for each rule, and no more", () => {
    expect(readdirSync(RULES_FOLDER)).to.have.members(rules.map(({ name }) => `${name}.md`));
  });

  it("show at least three accepted and five rejected cases of each rule", () => {
    const cases = loadCases();
    const few = rules.filter(({ name }) => {
      const groups = (cases.get(name) ?? []).map(([, group]) => group);
      return groups.flatMap(({ valid }) => valid).length < 3 || groups.flatMap(({ invalid }) => invalid).length < 5;
    });
    expect(few.map(({ name }) => name)).to.deep.equal([]);
  });

  it("link only to pages that are there", () => {
    const links = [...(pages.get("docs/rules.md") ?? "").matchAll(/\]\(rules\/([^)]+)\)/g)].map(
      ([, page]) => `${RULES_FOLDER}/${page}`,
    );
    expect([...pages.keys()]).to.include.members(links);
    expect(links).to.have.lengthOf(rules.length);
  });
});
