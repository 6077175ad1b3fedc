import { expect } from "chai";
import fc from "fast-check";
import { parseChanges } from "../../fleet/parse-changes";
import {
  APPROVAL_NAME,
  APPROVAL_TEXT,
  DIGEST,
  RELEASE_NAME,
  RELEASE_TEXT,
  RESTART_NAME,
  RESTART_TEXT,
} from "../support/changes-text";
import { replaced } from "../support/fleet-text";

const approval = (text: string) => parseChanges([{ file: APPROVAL_NAME, text }]);
const problemsOf = (part: string, by: string) => approval(replaced(APPROVAL_TEXT, part, by)).problems;
const releaseProblems = (part: string, by: string) =>
  parseChanges([{ file: RELEASE_NAME, text: replaced(RELEASE_TEXT, part, by) }]).problems;
const INSTANT = "an instant in UTC to the second, such as `2026-11-29T02:00:00Z`";

describe("parseChanges", () => {
  it("reads approvals under their key and releases under their ring, sorted by file, with defaults filled in", () => {
    const { changes, problems } = parseChanges([
      { file: RELEASE_NAME, text: RELEASE_TEXT },
      { file: RESTART_NAME, text: RESTART_TEXT },
      { file: APPROVAL_NAME, text: APPROVAL_TEXT },
    ]);
    expect(problems).to.deep.equal([]);
    const [first, second] = changes.approvals.map(({ source: _source, ...rest }) => rest);
    expect(first).to.deep.equal({
      key: "2026-11-29-databases",
      file: APPROVAL_NAME,
      group: "databases",
      why: "OpenSSL of November",
      window: { at: "2026-11-29T02:00:00Z", duration: 7, cutoff: 1 },
      requested: { by: "carla@example.com", at: "2026-11-24T09:00:00Z" },
      approved: { by: ["ana@example.com"], at: "2026-11-25T10:00:00Z" },
      expires: "2026-11-30T02:00:00Z",
      urgent: false,
      patches: [{ id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" }, { id: "KB5034441" }],
      digest: DIGEST,
    });
    expect([second?.key, second?.reboot]).to.deep.equal(["2026-12-01-databases", true]);
    const [release] = changes.releases.map(({ source: _source, ...rest }) => rest);
    expect(release).to.deep.equal({
      ring: "prod",
      file: RELEASE_NAME,
      state: "open",
      why: "the week of the launch",
      by: "ana@example.com",
      until: "2026-12-01T00:00:00Z",
      override: false,
    });
  });

  it("reads a draft, which lacks who approved it: the check tells that with all else that is wrong", () => {
    const draft = replaced(APPROVAL_TEXT, "approved: { by: [ana@example.com], at: 2026-11-25T10:00:00Z }\n", "");
    expect(approval(draft).problems).to.deep.equal([]);
    expect(approval(draft).changes.approvals[0]?.approved).to.equal(undefined);
  });

  it("rejects every fault of every file at once, each with its file and line", () => {
    const { changes, problems } = parseChanges([
      {
        file: APPROVAL_NAME,
        text: APPROVAL_TEXT.replace("urgent", "").replace("expires: 2026-11-30T02:00:00Z\n", "").replace("why:", "because:"),
      },
      { file: RELEASE_NAME, text: RELEASE_TEXT.replace("open", "closed") },
      { file: RESTART_NAME, text: RESTART_TEXT },
    ]);
    expect(changes.approvals.map(({ key }) => key)).to.deep.equal(["2026-12-01-databases"]);
    expect(problems.map(({ at, got }) => [at, got])).to.deep.equal([
      [`${APPROVAL_NAME}:2 why`, "nothing"],
      [`${APPROVAL_NAME}:2 expires`, "nothing"],
      [`${APPROVAL_NAME}:3 because`, "the key because"],
      [`${RELEASE_NAME}:1 state`, "closed"],
    ]);
  });

  it("rejects instants that are no instants in UTC to the second", () => {
    for (const wrong of [
      "2026-11-30",
      "2026-11-30T02:00Z",
      "2026-11-30T02:00:00",
      "2026-11-30T02:00:00+01:00",
      "2026-11-30T02:00:00.5Z",
      "2026-02-30T02:00:00Z",
      "tomorrow",
    ]) {
      const problems = problemsOf("expires: 2026-11-30T02:00:00Z", `expires: ${wrong}`);
      expect(problems.map(({ at, got, want }) => [at, got, want])).to.deep.equal([
        [`${APPROVAL_NAME}:7 expires`, wrong, INSTANT],
      ]);
    }
  });

  it("rejects wildcards, quotes and white space in ids and titles: the list goes to servers as it is", () => {
    for (const wrong of ["openssl*", "open ssl.amd64", "openssl'.amd64", "*", "openssl.amd64\\n", "-rf", "ö.amd64", ""]) {
      const problems = problemsOf("id: openssl.amd64", `id: "${wrong}"`);
      expect(problems, wrong).to.have.lengthOf(1);
      expect(problems[0]?.at).to.equal(`${APPROVAL_NAME}:9 patches[0].id`);
    }
    const [title] = problemsOf('title: "openssl.amd64:3.0.2-0ubuntu1.18"', 'title: "*3.0.2-0ubuntu1.18"');
    expect(title).to.deep.equal({
      at: `${APPROVAL_NAME}:9 patches[0].title`,
      got: "*3.0.2-0ubuntu1.18",
      want: "the package with its exact version, such as openssl.amd64:3.0.2-0ubuntu1.18; no wildcard",
      fix: "Write it in that form.",
    });
  });

  it("rejects a digest that is none, and reboot with another word than true", () => {
    expect(problemsOf(DIGEST, "x").map(({ want }) => want)).to.deep.equal([
      "64 hexadecimal digits in lower case, as `fleet check --fix` writes them",
    ]);
    expect(problemsOf("patches:", "reboot: false\npatches:").map(({ at }) => at)).to.deep.equal([`${APPROVAL_NAME}:8 reboot`]);
  });

  it("rejects an empty manifest, and reasons that a parameter cannot hold", () => {
    const manifest = `until: 2026-12-01T00:00:00Z\nmanifest: { patches: [], digest: ${DIGEST} }`;
    expect(releaseProblems("until: 2026-12-01T00:00:00Z", manifest).map(({ want }) => want)).to.deep.equal(["at least 1 entry"]);
    for (const wrong of ['"{{ssm:secret}}"', '"two\\nlines"', '""'])
      expect(releaseProblems("the week of the launch", wrong), wrong).to.have.lengthOf(1);
  });

  it("rejects files that are no changes by their names", () => {
    const names = [
      "changes/approvals/a b.yaml",
      "changes/approvals/x.yml",
      "changes/prod.yaml",
      "approvals.yaml",
      `approvals/${"x".repeat(101)}.yaml`,
      "approvals/.yaml",
    ];
    for (const file of names) {
      const { problems } = parseChanges([{ file, text: APPROVAL_TEXT }]);
      expect(problems, file).to.deep.equal([
        {
          at: file,
          got: "a file that is no change by its name",
          want: "`approvals/<date>-<group>.yaml` or `releases/<ring>.yaml`, of letters, digits, `-`, `_` and `.`",
          fix: "Rename it, or move it elsewhere.",
        },
      ]);
    }
  });

  it("rejects an empty file, a list, and a file that is far too large, in words about changes", () => {
    const told = (text: string) => approval(text).problems.map(({ got, want, fix }) => [got, want, fix]);
    const start = "Let `npx fleet review GROUP` write a draft, or remove the file.";
    expect(told("")).to.deep.equal([["nothing", "an approval: keys such as `group`, `window` and `patches`", start]]);
    expect(told("# nothing yet\n")).to.deep.equal([
      ["nothing", "an approval: keys such as `group`, `window` and `patches`", start],
    ]);
    expect(told("- a")).to.deep.equal([
      ["a list", "an approval: keys such as `group`, `window` and `patches`", "Begin the file with a key, such as `group:`."],
    ]);
    expect(told("#".repeat(500_001))).to.deep.equal([
      [
        "500,001 characters",
        "at most 500,000 characters",
        "Give an approval of one group; a list of packages needs no comments.",
      ],
    ]);
    const many = "  - { id: KB5034441 }\n".repeat(3001);
    expect(told(replaced(APPROVAL_TEXT, "  - { id: KB5034441 }\n", many)).map(([, want]) => want)).to.deep.equal([
      "at most 3,000 entries",
    ]);
  });

  it("rejects any bytes with problems, and never throws", () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((all) => new TextDecoder().decode(all));
    const damaged = fc
      .tuple(fc.constantFrom(APPROVAL_TEXT, RESTART_TEXT, RELEASE_TEXT), fc.nat(400), fc.nat(40), fc.oneof(bytes, fc.string()))
      .map(([text, at, length, by]) => text.slice(0, at) + by + text.slice(at + length));
    const name = fc.oneof(fc.constantFrom(APPROVAL_NAME, RELEASE_NAME), fc.string());
    fc.assert(
      fc.property(fc.oneof(bytes, damaged, fc.string()), name, (text, file) => {
        const { changes, problems } = parseChanges([{ file, text }]);
        expect(changes.approvals.length + changes.releases.length > 0).to.equal(problems.length === 0);
      }),
      { numRuns: 500 },
    );
  });
});
