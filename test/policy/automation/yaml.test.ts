import { expect } from "chai";
import fc from "fast-check";
import { parseYaml } from "fleet-patching-policy/automation/yaml";
import { parse, stringify } from "yaml";

const RUNBOOK = `---
# A runbook as people write it.
schemaVersion: '0.3'
description: |
  Scans and installs.
  Second line.
assumeRole: "{{ AutomationAssumeRole }}"
parameters:
  Group: {type: String, default: "prod-auto"}
  Names:
    type: StringList
    default: []
mainSteps:
- name: gate
  action: aws:executeAwsApi
  inputs: { Service: ssm, Api: GetCalendarState, CalendarNames: ["arn:aws:ssm:eu-west-1:1:document/x"] }
  outputs:
    - Name: State   # what comes back
      Selector: $.State
      Type: String
- name: decide
  action: aws:branch
  inputs:
    Choices:
      - NextStep: install
        Variable: '{{ gate.State }}'
        StringEquals: OPEN
    Default: held
  isEnd: true
  timeoutSeconds: 3600
-
  name: install
  action: aws:runCommand
  onFailure: Continue
  inputs:
    Script: |-
      import boto3   # not a comment of YAML

      def x(a):
          return {"a": "#b"}
    Comment: a text
      that goes on
`;

describe("YAML as runbooks use it", () => {
  it("reads a runbook as a library does", () => {
    expect(parseYaml(RUNBOOK)).to.deep.equal(parse(RUNBOOK));
  });

  for (const [source, why] of [
    ["a: &x 1\nb: *x", "anchors"],
    ["a: !Ref b", "tags"],
    ["a: 1\n---\nb: 2", "two documents"],
    ["\ta: 1", "tabs"],
    ["a: [1, 2", "a list that does not end"],
    ["a: 'b", "a quote that does not end"],
    ["a: 1\n  b: 2", "a map inside a number"],
    ["a: 1\na: 2", "the same key twice"],
    ["a: b: c", "two keys on a line"],
    ["a: {{ X }}", "braces without quotes"],
    ["- 1\nb: 2", "a list that turns into a map"],
    ["", "nothing"],
    ["# only a comment", "only a comment"],
  ] as const) {
    it(`rejects ${why}`, () => expect(parseYaml(source)).to.equal(undefined));
  }

  it("agrees with a library on whatever it reads of a library's writing", () => {
    const text = fc.string({ maxLength: 12 });
    const key = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 _.-]{0,8}$/).filter((name) => name.trim() === name);
    const value = fc.letrec((tie) => ({
      value: fc.oneof({ depthSize: "small" }, text, fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("map")),
      list: fc.array(tie("value"), { maxLength: 4 }),
      map: fc.dictionary(key, tie("value"), { maxKeys: 4 }),
    }));
    let read = 0;
    fc.assert(
      fc.property(value.map, (wanted) => {
        const source = stringify(wanted);
        const got = parseYaml(source);
        if (got === undefined) return;
        read++;
        expect(got, source).to.deep.equal(parse(source));
      }),
      { numRuns: 600 },
    );
    // Refusing everything would agree, too.
    expect(read).to.be.greaterThan(400);
  });

  it("never throws, on any text", () => {
    const line = fc.array(
      fc.constantFrom("a", ":", " ", "-", "'", '"', "[", "]", "{", "}", "|", ">", "#", "\n", "  ", "1", ",", "&"),
      { maxLength: 24 },
    );
    fc.assert(
      fc.property(
        line.map((parts) => parts.join("")),
        (source) => void parseYaml(source),
      ),
      { numRuns: 3000 },
    );
  });

  it("never reads another value than a library, on any text", () => {
    const line = fc.array(
      fc.constantFrom("a", "b", ": ", ":", " ", "- ", "'", '"', "[", "]", "{", "}", "\n", "\n  ", "1", ", ", "#"),
      { maxLength: 18 },
    );
    fc.assert(
      fc.property(
        line.map((parts) => parts.join("")),
        (source) => {
          const got = parseYaml(source);
          if (got === undefined) return;
          let wanted: unknown;
          try {
            wanted = parse(source, { strict: true });
          } catch {
            return;
          }
          expect(got, JSON.stringify(source)).to.deep.equal(wanted);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
