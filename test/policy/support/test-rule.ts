import { expect } from "chai";
import { isStackRule, typesOf, type Rule } from "fleet-patching-policy/define-rule";
import { judgeAll } from "fleet-patching-policy/judge";
import { plain } from "fleet-patching-policy/plain";
import { changed, resourcesOf, UNKNOWN_TEXT, type Change, type Fixture, type Mode } from "./fixture";
import { judgeThroughSdk } from "./sdk";

/** The moment all rules are tested at. */
export const NOW = Date.parse("2026-11-20T00:00:00Z");

/** A case in which the rule finds nothing. */
export interface ValidCase {
  /** What the case is, as it stands in the rule's page. */
  readonly name: string;
  /** How it differs from the compliant fixture. */
  readonly changes?: readonly Change[];
  readonly settings?: object;
  /** The stack's name, `workloads` when it does not matter. */
  readonly stack?: string;
}

/** A case that breaks the compliant fixture in one field. */
export interface InvalidCase {
  readonly name: string;
  readonly change: Change;
  /** What the rule finds: `<resource>, <where>: <got>`, with `?` before what it cannot decide. */
  readonly finds: readonly string[];
  /** What it finds in a preview, where it differs because something is not known yet. */
  readonly findsInPreview?: readonly string[];
  readonly settings?: object;
  readonly stack?: string;
}

/** A rule's tests, as data. */
export interface RuleCases {
  readonly rule: Rule;
  readonly compliant: Fixture;
  /** Settings of all cases. */
  readonly settings?: object;
  readonly stack?: string;
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
}

/** Tests a rule on its cases, each directly and through the SDK, in preview and in update; hands the cases on to the page. */
export function testRule(cases: RuleCases): RuleCases {
  // The pages are made from the same cases without mocha.
  if (typeof describe === "function") {
    describe(cases.rule.name, () => {
      for (const { name, changes = [], ...rest } of cases.valid) both(`accepts ${name}`, cases, changes, rest, () => []);
      for (const { name, change, finds, findsInPreview, ...rest } of cases.invalid) {
        both(`rejects ${name}`, cases, [change], rest, (mode) => (mode === "preview" ? (findsInPreview ?? finds) : finds));
      }
      for (const need of needsOf(cases.rule)) {
        it(`says so where ${need} is not known`, () => expect(unknownNeeds(cases.rule, cases, need)).to.deep.equal([]));
      }
    });
  }
  return cases;
}

function needsOf(rule: Rule): readonly string[] {
  return isStackRule(rule) ? [] : rule.needs;
}

/** The resources of a compliant fixture on which a rule passes over an unknown in a property that it weighs. */
export function unknownNeeds(rule: Rule, { compliant, settings = {} }: RuleCases, need: string): readonly string[] {
  const judged = Object.entries(compliant).filter(([, { type }]) => typesOf(rule).includes(type));
  return judged.flatMap(([name]) => {
    const [first = ""] = need.split(".");
    const fixture = changed(compliant, [[`${name}.props.${first}`, UNKNOWN_TEXT]]);
    const found = judgeAll(rule, resourcesOf(fixture, "workloads", "update"), { configuration: plain(settings), now: NOW });
    const said = found.some(({ subject, at, undecided }) => subject?.name === name && at === need && undecided === true);
    return said ? [] : [name];
  });
}

function both(
  name: string,
  cases: RuleCases,
  changes: readonly Change[],
  own: { readonly settings?: object; readonly stack?: string },
  expected: (mode: Mode) => readonly string[],
): void {
  it(name, async () => {
    if (name.startsWith("rejects")) expect(expected("update").length + expected("preview").length).to.be.greaterThan(0);
    const fixture = changed(cases.compliant, changes);
    const settings = { ...cases.settings, ...own.settings };
    for (const mode of ["update", "preview"] as const) {
      const resources = resourcesOf(fixture, own.stack ?? cases.stack ?? "workloads", mode);
      const direct = judgeAll(cases.rule, resources, { configuration: plain(settings), now: NOW });
      const found = direct.map(
        ({ subject, at, got, undecided }) => `${undecided === true ? "? " : ""}${subject?.name ?? "the stack"}, ${at}: ${got}`,
      );
      expect(found, mode).to.deep.equal(expected(mode));
      for (const { subject } of direct) expect(typesOf(cases.rule)).to.include(subject?.type ?? typesOf(cases.rule)[0]);
      // oxlint-disable-next-line no-await-in-loop -- one after the other keeps a failure readable
      const reported = await judgeThroughSdk(cases.rule, resources, settings, NOW);
      const shown = reported.map(({ message }) => message.split("\n").find((line) => line.startsWith("  got:")));
      expect(shown, `${mode}, through the SDK`).to.deep.equal(direct.map(({ got }) => `  got:   ${got}`));
    }
  });
}
