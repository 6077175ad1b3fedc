import { expect } from "chai";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { readme } from "../../tools/readme";
import { ROOT, anchors, pages, prose } from "./documents";

/** The commands of Pulumi's CLI that the pages use. */
const PULUMI = ["policy", "cancel", "config", "destroy", "import", "login", "preview", "refresh", "stack", "state", "up"];

const read = (...parts: readonly string[]) => readFileSync(path.join(ROOT, ...parts), "utf8");

/** Every word that follows a phrase on some page, with the page. */
function named(phrase: RegExp): { file: string; word: string }[] {
  return pages().flatMap(({ file, text }) => [...text.matchAll(phrase)].map(([, word = ""]) => ({ file, word })));
}

/** What is named on a page and is not there. */
function strays(phrase: RegExp, known: readonly string[]): string[] {
  return named(phrase)
    .filter(({ word }) => !known.includes(word))
    .map(({ file, word }) => `${file}: ${word}`);
}

describe("the documentation", () => {
  it("links to files and headings that are there", () => {
    const broken = pages().flatMap(({ file, text }) =>
      [...prose(text).matchAll(/\]\(([^)\s]+)\)/gu)].flatMap(([, target = ""]) => {
        if (/^https?:/u.test(target)) return [];
        const [name = "", anchor] = target.split("#");
        const place = name === "" ? file : path.join(path.dirname(file), name);
        if (!existsSync(path.join(ROOT, place))) return [`${file}: ${target}`];
        return anchor === undefined || anchors(read(place)).includes(anchor) ? [] : [`${file}: ${target}`];
      }),
    );
    expect(broken).to.deep.equal([]);
  });

  it("names commands that are there", () => {
    const commands = readdirSync(path.join(ROOT, "cli", "commands")).map((name) => path.basename(name, ".ts"));
    const targets = [...read("Makefile").matchAll(/^([a-z]+):/gmu)].map(([, name = ""]) => name);
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
    expect(strays(/\bnpx fleet ([a-z-]+)/gu, commands)).to.deep.equal([]);
    expect(strays(/(?:^|`)make ([a-z]+)/gmu, targets)).to.deep.equal([]);
    expect(strays(/\bnpm run ([a-z:-]+)/gu, Object.keys(scripts))).to.deep.equal([]);
    expect(strays(/(?:^|`|&& )pulumi ([a-z]+)/gmu, PULUMI)).to.deep.equal([]);
    const tools = named(/\bnode dist\/tools\/([a-z/-]+)\.js/gu).filter(
      ({ word }) => !existsSync(path.join(ROOT, "tools", `${word}.ts`)),
    );
    expect(tools).to.deep.equal([]);
  });

  it("names options that the command has", () => {
    const options = readdirSync(path.join(ROOT, "cli"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .flatMap((name) => [...read("cli", name).matchAll(/"(--[a-z-]+)[ "]/gu)].map(([, option = ""]) => option));
    const lines = named(/\bnpx fleet ([a-z][^`|#\n]*)/gu);
    const stray = lines.flatMap(({ file, word }) =>
      (word.match(/--[a-z-]+/gu) ?? []).filter((option) => !options.includes(option)).map((option) => `${file}: ${option}`),
    );
    expect(stray).to.deep.equal([]);
  });

  it("shows in the README what the command prints; to write it anew: node dist/tools/readme.js", () => {
    const { is, wanted } = readme(ROOT);
    expect(is).to.equal(wanted);
  });

  it("says nothing of the machine that it was written on", () => {
    const strange = pages().filter(({ text }) => /\/(?:work|root|tmp)\//u.test(text));
    expect(strange.map(({ file }) => file)).to.deep.equal([]);
  });

  it("keeps decisions short, and lists each", () => {
    const folder = path.join(ROOT, "docs", "decisions");
    const list = read("docs", "decisions", "README.md");
    const files = readdirSync(folder).filter((name) => /^\d{4}-/u.test(name));
    expect(files.filter((name) => read("docs", "decisions", name).split("\n").length > 41)).to.deep.equal([]);
    expect(files.filter((name) => !list.includes(`(${name})`))).to.deep.equal([]);
  });
});
