import { expect } from "chai";
import { toProblems } from "../../fleet/locate";
import { parseFleet } from "../../fleet/parse";
import type { Finding, Problem } from "../../fleet/problem";
import type { Fleet } from "../../fleet/schema/fleet-file";

type Check = (fleet: Fleet) => readonly Finding[];

/** What one check finds in the text of a fleet file whose shape is right. */
export function judged(check: Check, text: string): Problem[] {
  const read = parseFleet(text, "fleet.yaml");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 2));
  return toProblems(check(read.fleet), read.source);
}

/** Fleets that a check has nothing to say about, by what they show. */
export function accepts(check: Check, cases: Readonly<Record<string, string>>): void {
  for (const [what, text] of Object.entries(cases)) {
    it(`accepts ${what}`, () => expect(judged(check, text)).to.deep.equal([]));
  }
}

/** Fleets that a check refuses, each with every problem: where (without the file's name), got, want, fix. */
export function rejects(
  check: Check,
  cases: Readonly<Record<string, readonly [string, ...(readonly [string, string, string, string])[]]>>,
): void {
  for (const [what, [text, ...problems]] of Object.entries(cases)) {
    it(`rejects ${what}`, () => {
      const expected = problems.map(([at, got, want, fix]) => ({ at: `fleet.yaml:${at}`, got, want, fix }));
      expect(judged(check, text)).to.deep.equal(expected);
    });
  }
}
