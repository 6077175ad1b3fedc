import { expect } from "chai";
import { check } from "../../fleet/check";
import { toChangeProblems, type ChangeCheck } from "../../fleet/check/changes/change-finding";
import { parseFleet } from "../../fleet/parse";
import { parseChanges, type ChangeFile } from "../../fleet/parse-changes";
import type { Problem } from "../../fleet/problem";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { replaced } from "./fleet-text";

/** A fleet with a group under review behind another ring, and freezes that let urgent work through or not. */
export const REVIEWED_FLEET = `accounts: { prod: { id: "111122223333", regions: [eu-west-1], labels: { env: prod } } }
evidence: {}
baselines:
  ubuntu: { system: UBUNTU, rules: [{ priority: [Required] }], reject: [{ patch: "linux-*", owner: kernel, why: images, until: 2027-03-31 }] }
  amazon: { system: AMAZON_LINUX_2023, rules: [{ classification: [Security] }] }
  windows: { system: WINDOWS, rules: [{ classification: [SecurityUpdates] }] }
rings:
  - { name: dev, install: sundays 03:00 }
  - { name: prod, after: dev, soak: 2 days, install: thursdays 03:00, duration: 4 hours }
groups:
  web: { ring: dev, baselines: [ubuntu], servers: 4 }
  databases: { ring: prod, baselines: [ubuntu, windows], review: required, approvers: [ana@example.com, bo@example.com], servers: 20 }
freezes:
  - { name: year-end, from: 2026-12-15, to: 2027-01-04, urgent: allowed }
  - { name: audit, from: 2027-02-01, to: 2027-02-03 }
`;

/** The SHA-256 of the approval's list, by `sha256sum`. */
export const DIGEST = "d18e9f6584e1a80d6cf02a1c2ef86fe581149744e48f61732c2ec00482aeadee";

/** An approval of that group, right in every line. */
export const APPROVAL_TEXT = `# OpenSSL for the databases
group: databases
why: OpenSSL of November
window: { at: 2026-11-29T02:00:00Z, duration: 7 hours, cutoff: 1 hour }
requested: { by: carla@example.com, at: 2026-11-24T09:00:00Z }
approved: { by: [ana@example.com], at: 2026-11-25T10:00:00Z }
expires: 2026-11-30T02:00:00Z
patches:
  - { id: openssl.amd64, title: "openssl.amd64:3.0.2-0ubuntu1.18" } # the reason for all this
  - { id: KB5034441 }
digest: ${DIGEST} # written by fleet check --fix
`;

/** A restart of that group, right in every line. */
export const RESTART_TEXT = `group: databases
why: kernels of November
window: { at: 2026-12-01T02:00:00Z, duration: 4 hours, cutoff: 1 hour }
requested: { by: carla@example.com, at: 2026-11-24T09:00:00Z }
approved: { by: [bo@example.com], at: 2026-11-25T10:00:00Z }
expires: 2026-12-02T02:00:00Z
reboot: true
`;

/** A release that opens the ring of that group. */
export const RELEASE_TEXT = `state: open
why: the week of the launch
by: ana@example.com
until: 2026-12-01T00:00:00Z
`;

/** Where those lie. */
export const APPROVAL_NAME = "changes/approvals/2026-11-29-databases.yaml";
export const RESTART_NAME = "changes/approvals/2026-12-01-databases.yaml";
export const RELEASE_NAME = "changes/releases/prod.yaml";

/** The approval with a part of its text replaced, as the one change. */
export function approvalWith(part: string, by: string): ChangeFile[] {
  return [{ file: APPROVAL_NAME, text: replaced(APPROVAL_TEXT, part, by) }];
}

/** The restart with a part of its text replaced, as the one change. */
export function restartWith(part: string, by: string): ChangeFile[] {
  return [{ file: RESTART_NAME, text: replaced(RESTART_TEXT, part, by) }];
}

/** The release with a part of its text replaced, as the one change. */
export function releaseWith(part: string, by: string): ChangeFile[] {
  return [{ file: RELEASE_NAME, text: replaced(RELEASE_TEXT, part, by) }];
}

/** A fleet from its text, right in shape and meaning. */
export function rightFleet(text: string): Fleet {
  const read = parseFleet(text, "fleet.yaml");
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 2));
  expect(check(read.fleet)).to.deep.equal([]);
  return read.fleet;
}

/** What one check finds in changes whose shape is right. */
export function judgedChanges(judge: ChangeCheck, files: readonly ChangeFile[], fleet = REVIEWED_FLEET): Problem[] {
  const { changes, problems } = parseChanges(files);
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
  return toChangeProblems(judge(rightFleet(fleet), changes));
}

/** Changes, and the fleet that they belong to where it is another. */
export type ChangeCase = readonly ChangeFile[] | { readonly files: readonly ChangeFile[]; readonly fleet: string };

function judgedCase(judge: ChangeCheck, given: ChangeCase): Problem[] {
  return "files" in given ? judgedChanges(judge, given.files, given.fleet) : judgedChanges(judge, given);
}

/** Changes that a check has nothing to say about, by what they show. */
export function acceptsChanges(judge: ChangeCheck, cases: Readonly<Record<string, ChangeCase>>): void {
  for (const [what, given] of Object.entries(cases)) {
    it(`accepts ${what}`, () => expect(judgedCase(judge, given)).to.deep.equal([]));
  }
}

/** Changes that a check refuses, each with every problem: where (from the file's name on), got, want, fix. */
export function rejectsChanges(
  judge: ChangeCheck,
  cases: Readonly<Record<string, readonly [ChangeCase, ...(readonly [string, string, string, string])[]]>>,
): void {
  for (const [what, [given, ...problems]] of Object.entries(cases)) {
    it(`rejects ${what}`, () => {
      const expected = problems.map(([at, got, want, fix]) => ({ at: `changes/${at}`, got, want, fix }));
      expect(judgedCase(judge, given)).to.deep.equal(expected);
    });
  }
}
