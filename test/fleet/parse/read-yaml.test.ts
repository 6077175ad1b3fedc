import { expect } from "chai";
import * as fc from "fast-check";
import { readYaml } from "../../../fleet/parse/read-yaml";
import { FULL_FLEET, SMALL_FLEET } from "../../support/fleet-text";

function problemsIn(text: string) {
  const read = readYaml(text, "fleet.yaml");
  return "problems" in read ? read.problems : [];
}

const DEEP = {
  got: "lists and keys nested too deep",
  want: "at most 40 levels",
  fix: "Close the brackets, or indent less: a fleet needs about eight levels.",
};
const NOTHING = {
  at: "fleet.yaml",
  got: "nothing",
  want: "a fleet: keys such as `accounts`, `rings` and `groups`",
  fix: "Run `npx fleet init` for a start.",
};
const SIGNS = {
  at: "fleet.yaml:1",
  got: "too many words and signs",
  want: "at most 120,000",
  fix: "Give a fleet file; select accounts by label instead of listing them.",
};
const COLON = { want: "`key: value`", fix: "Put a colon and a space after the key." };
const QUOTES = {
  want: "plain text",
  fix: 'Put the value in quotes ("…"): it begins with a sign that means something else in YAML.',
};
const BOMB = [..."bcdefghi"].map((name, place) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[place]}`).join(", ")}]\n`);

const CASES = [
  ["an empty file", "", NOTHING],
  ["a file of comments", "# a fleet\n\n# to be written\n", NOTHING],
  ["a list", "- accounts\n- rings\n", { ...NOTHING, got: "a list", fix: "Begin the file with a key, such as `accounts:`." }],
  ["a word", "fleet", { ...NOTHING, got: "a single value", fix: "Begin the file with a key, such as `accounts:`." }],
  [
    "ten megabytes of noise",
    "k3Jd9=\n".repeat(1_500_000),
    {
      at: "fleet.yaml",
      got: "10,500,000 characters",
      want: "at most 500,000 characters",
      fix: "Give a fleet file; select accounts by label instead of listing them.",
    },
  ],
  [
    "bytes that are no text",
    `accounts:\n  \u0000\u0001${"\uFFFD".repeat(1000)}`,
    {
      at: "fleet.yaml:2",
      got: "a byte that is not text (character 13)",
      want: "text in UTF-8",
      fix: "Save the file as plain text in UTF-8, or give the right file.",
    },
  ],
  ["brackets without end", "[".repeat(20_000), { at: "fleet.yaml:1", ...DEEP }],
  ["dashes without end", "- ".repeat(50_000), { at: "fleet.yaml:1", ...DEEP }],
  [
    "a staircase of keys",
    Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(""),
    { at: "fleet.yaml:40", ...DEEP },
  ],
  ["commas without end", `[${",".repeat(400_000)}`, SIGNS],
  ["anchors without end", "&a ".repeat(160_000), SIGNS],
  ["quotes without end", '"'.repeat(400_000), SIGNS],
  ["tens of thousands of keys", Array.from({ length: 40_000 }, (_, place) => `k${place}: 1\n`).join(""), SIGNS],
  [
    "aliases that explode",
    `a: &a [x, x, x, x, x, x, x, x, x]\n${BOMB.join("")}`,
    {
      at: "fleet.yaml:1",
      got: "aliases that repeat too much",
      want: "at most 10000 repeated values",
      fix: "Write the values out.",
    },
  ],
  [
    "an alias inside its own value",
    "a: &a [*a]\n",
    { at: "fleet.yaml:1", got: "the alias *a inside its own value", want: "a value that ends", fix: "Write the value out." },
  ],
  [
    "a wildcard that YAML takes for an alias",
    "accounts: {}\nreject: [{ patch: *kernel* }]\n",
    {
      at: "fleet.yaml:2",
      got: "the alias *kernel*",
      want: "a value",
      fix: 'YAML takes a leading `*` for an alias: write "*kernel*" in quotes.',
    },
  ],
  ["a bare star", "product: [*]\n", { at: "fleet.yaml:1", got: "product: [*]", ...QUOTES }],
  ["a leading at sign", "a: 1\nwhy: @alice said so\n", { at: "fleet.yaml:2", got: "why: @alice said so", ...QUOTES }],
  [
    "one key twice",
    "accounts: {}\nrings: []\naccounts: {}\n",
    {
      at: "fleet.yaml:3",
      got: "the key accounts once more",
      want: "each key once",
      fix: "Keep one `accounts` and remove the other.",
    },
  ],
  [
    "a key that reaches for the prototype",
    "accounts:\n  __proto__: { id: 1 }\n",
    { at: "fleet.yaml:2", got: "the key __proto__", want: "a name of your own", fix: "Choose another name." },
  ],
  [
    "a merge key",
    "a: &a { b: 1 }\nc:\n  <<: *a\n",
    { at: "fleet.yaml:3", got: "the merge key <<", want: "keys written out", fix: "Write the keys out: YAML 1.2 has no merge." },
  ],
  [
    "a key that is a list",
    "a: 1\n? [b, c]\n: 2\n",
    {
      at: "fleet.yaml:2",
      got: "? [b, c]",
      want: "a plain word before the colon",
      fix: "Write a plain key, or put braces and brackets that are text in quotes.",
    },
  ],
  [
    "a tag of a programming language",
    "a: !!js/function 'x'\n",
    {
      at: "fleet.yaml:1",
      got: "a: !!js/function 'x'",
      want: "a value without a tag",
      fix: "Remove the word that begins with `!`, or put the value in quotes.",
    },
  ],
  [
    "a tag for bytes",
    "a: !!binary aGVsbG8=\n",
    { at: "fleet.yaml:1", got: "the tag tag:yaml.org,2002:binary", want: "a value without a tag", fix: "Remove the tag." },
  ],
  [
    "two documents",
    "a: 1\n---\nb: 2\n",
    {
      at: "fleet.yaml:2",
      got: "a second document",
      want: "one document",
      fix: "Keep one document: remove the line `---` and what follows it.",
    },
  ],
  [
    "an older YAML, in which `no` is false",
    "%YAML 1.1\n---\na: no\n",
    { at: "fleet.yaml:1", got: "YAML 1.1", want: "YAML 1.2", fix: "Remove the line that begins with `%YAML`." },
  ],
  [
    "a tab before a key",
    "accounts:\n\tprod: 1\n",
    { at: "fleet.yaml:2", got: "prod: 1", want: "spaces before a key", fix: "Replace the tab by spaces." },
  ],
  [
    "a key without the space after its colon",
    "rings:\n  - name:dev\n    install: x\n",
    { at: "fleet.yaml:2", got: "- name:dev", ...COLON },
  ],
  ["a letter", "Dear all,\nhere is our fleet: it is big.\n", { at: "fleet.yaml:1", got: "Dear all,", ...COLON }],
  [
    "a colon in plain text",
    "ended: { a: { why: later: soon } }\n",
    {
      at: "fleet.yaml:1",
      got: "ended: { a: { why: later: soon } }",
      want: "one value for a key",
      fix: 'Put text that has a colon in quotes ("…"); inside [ ] and { } separate entries by commas.',
    },
  ],
  [
    "a brace that is never closed",
    'accounts: { prod: { id: "1"\nrings: []\n',
    {
      at: "fleet.yaml:2",
      got: "rings: []",
      want: "lines indented alike",
      fix: "Give the keys of one place the same number of spaces before them, and close the brackets of the lines above.",
    },
  ],
] as const;

describe("readYaml", () => {
  for (const [what, text, problem] of CASES) {
    it(`rejects ${what} in one clear line`, function () {
      this.timeout(5_000);
      expect(problemsIn(text)).to.deep.equal([problem]);
    });
  }

  it("reads days and times of day as text", () => {
    const read = readYaml("day: 2026-12-15\ntime: 03:00\nyes: no\n", "fleet.yaml");
    expect("value" in read && read.value).to.deep.equal({ day: "2026-12-15", time: "03:00", yes: "no" });
  });

  it("takes keys for text, whatever they look like", () => {
    const read = readYaml("007: a\ntrue: b\nnull: c\n1e3: d\n", "fleet.yaml");
    expect("value" in read && Object.keys(read.value as object)).to.deep.equal(["007", "true", "null", "1e3"]);
  });

  it("never throws, on any text", () => {
    const line = fc.oneof(
      fc.string({ unit: "binary", maxLength: 40 }),
      fc.string({ maxLength: 40 }),
      fc.stringMatching(/^ {0,8}(- )?[a-z]{1,4}: ?[[{]?[&*!|>'"@%]?[a-z0-9]{0,4}[\]}]?$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const read = readYaml(lines.join("\n"), "fleet.yaml");
        return "problems" in read ? read.problems.length > 0 : typeof read.value === "object";
      }),
      { numRuns: 2_000 },
    );
  });

  it("never throws, on a fleet with any part cut out, doubled or overwritten", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(SMALL_FLEET, FULL_FLEET),
        fc.nat(),
        fc.nat(200),
        fc.string({ maxLength: 8 }),
        (text, at, count, by) => {
          const start = at % text.length;
          for (const changed of [
            text.slice(0, start) + text.slice(start + count),
            text.slice(0, start) + by + text.slice(start),
          ]) {
            const read = readYaml(changed, "fleet.yaml");
            expect("problems" in read ? read.problems.length : 1).to.be.greaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
