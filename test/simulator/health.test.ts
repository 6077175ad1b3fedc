import { expect } from "chai";
import { health, type Evidence, type RunRecord } from "../../simulator/health";
import { HEALTH, HEALTH_CASES, healthInputs, healthRecords, HEALTH_RUNS, type HealthCase } from "../support/ring-health";
import { ACCOUNT } from "../support/sync";

const count = (text: unknown): number | null => (typeof text === "string" && text !== "" ? Number(text) : null);

function recordOf(raw: Readonly<Record<string, unknown>>): RunRecord {
  return {
    accountid: String(raw["accountid"]),
    region: String(raw["region"]),
    patchgroup: String(raw["patchgroup"]),
    runbook: String(raw["runbook"]),
    started: Date.parse(String(raw["started"])),
    outcome: String(raw["outcome"]),
    expected: count(raw["expected"]),
    finished: count(raw["finished"]),
  };
}

/** What the twin reads in a case: servers that are known, and those that the fleet file expects. */
function evidenceOf(which: HealthCase): Evidence {
  const { counts } = healthInputs(which).expected;
  const seen = (region: string, tag: string) =>
    (which.servers ?? []).filter((server) => server.region === region && server.id.startsWith(`i-${tag}-`)).length;
  return {
    runs: HEALTH_RUNS,
    records: healthRecords(which).map((record) => recordOf({ ...record })),
    known: ({ region, patchgroup }) =>
      Math.max(
        seen(region, patchgroup),
        ...counts.filter((each) => each.tag === patchgroup && each.region === region).map(({ servers }) => servers),
      ),
    missed: (tag) =>
      counts
        .filter((each) => each.tag === tag && each.region === null)
        .reduce((sum, { servers }) => sum + servers - seen("eu-west-1", tag) - seen("us-east-1", tag), 0),
  };
}

describe("the twin of the question of health", () => {
  for (const which of HEALTH_CASES) {
    it(`says what SQL says when ${which.name}`, () => {
      const said = health({ ...HEALTH, ...which.question }, evidenceOf(which), Date.parse(healthInputs(which).asOf));
      expect(said.replaceAll(`web-dev in ${ACCOUNT}`, `web in ${ACCOUNT}`)).to.equal(which.want);
    });
  }
});
