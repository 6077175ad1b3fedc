import { expect } from "chai";
import * as fc from "fast-check";
import { locate, toProblems, writtenAt, type FleetSource } from "../../fleet/locate";
import { readYaml } from "../../fleet/parse/read-yaml";

const TEXT = `accounts:
  prod:
    id: "444444444444"
    regions: [eu-west-1, us-east-1]
groups:
  web: &web
    ring: dev
    servers: 0420
  api: *web
rings:
  - name: dev

  - name: prod
    after: dev
`;

function sourceOf(text: string): FleetSource {
  const read = readYaml(text, "fleet.yaml");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.source;
}

describe("locate", () => {
  const source = sourceOf(TEXT);
  const cases: readonly (readonly [string, readonly (string | number)[]])[] = [
    ["fleet.yaml:1", []],
    ["fleet.yaml:2", ["accounts", "prod"]],
    ["fleet.yaml:4", ["accounts", "prod", "regions"]],
    ["fleet.yaml:4", ["accounts", "prod", "regions", 1]],
    ["fleet.yaml:13", ["rings", 1]],
    ["fleet.yaml:14", ["rings", 1, "after"]],
    ["fleet.yaml:7", ["groups", "api", "ring"]],
  ];
  for (const [place, path] of cases) {
    it(`finds ${JSON.stringify(path)} in its line`, () => expect(locate(source, path)).to.equal(place));
  }

  it("gives the nearest ancestor of what is not there", () => {
    expect(locate(source, ["rings", 1, "hold", "until"])).to.equal("fleet.yaml:13");
    expect(locate(source, ["accounts", "prod", "labels", "env"])).to.equal("fleet.yaml:2");
    expect(locate(source, ["freezes", 3])).to.equal("fleet.yaml:1");
    expect(locate(source, ["rings", "name"])).to.equal("fleet.yaml:10");
  });

  it("finds lines in files with Windows line ends and a byte order mark", () => {
    const windows = sourceOf(`\uFEFF${TEXT.replaceAll("\n", "\r\n")}`);
    expect(locate(windows, ["rings", 1, "after"])).to.equal("fleet.yaml:14");
  });

  it("never throws, whatever the path", () => {
    const part = fc.oneof(
      fc.nat(3),
      fc.constantFrom("accounts", "prod", "groups", "api", "ring", "rings", "__proto__", "length"),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (path) => {
        expect(locate(source, path)).to.match(/^fleet\.yaml:\d+$/);
      }),
    );
  });
});

describe("writtenAt", () => {
  it("gives a value as it is written, also where YAML reads another", () => {
    expect(writtenAt(sourceOf(TEXT), ["groups", "web", "servers"])).to.equal("0420");
  });

  it("gives nothing for lists, keys and what is not there", () => {
    const source = sourceOf(TEXT);
    expect([writtenAt(source, ["rings"]), writtenAt(source, ["groups"]), writtenAt(source, ["scan"])]).to.deep.equal([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe("toProblems", () => {
  const finding = (path: readonly (string | number)[], got = "x") => ({ path, got, want: "y", fix: "Write y." });

  it("puts problems into the order of the file", () => {
    const problems = toProblems([finding(["rings", 1, "after"]), finding(["accounts", "prod"])], sourceOf(TEXT));
    expect(problems).to.deep.equal([
      { at: "fleet.yaml:2 accounts.prod", got: "x", want: "y", fix: "Write y." },
      { at: "fleet.yaml:14 rings[1].after", got: "x", want: "y", fix: "Write y." },
    ]);
  });

  it("tells the path alone where there is no file", () => {
    expect(toProblems([finding(["rings", 1, "after"])])).to.deep.equal([
      { at: "rings[1].after", got: "x", want: "y", fix: "Write y." },
    ]);
  });

  it("shows nothing that would steer a terminal, and nothing without end", () => {
    const [problem] = toProblems([finding(["groups", "\u001b[31mred\n"], `a\u001b]0;title\u0007b\u202Ec${"x".repeat(1000)}`)]);
    expect(problem?.at).to.equal("groups. [31mred");
    expect(problem?.got).to.equal(`a ]0;title b c${"x".repeat(386)}…`);
  });

  it("says of empty text that it is empty", () => {
    expect(toProblems([finding([], " ")])[0]?.got).to.equal("empty text");
  });
});
