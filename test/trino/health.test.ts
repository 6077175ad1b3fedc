import { expect } from "chai";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Row } from "../../evidence/record/question";
import { healthSql } from "../../evidence/sql/health";
import { HEALTH, HEALTH_CASES, healthInputs, writeHealth, type HealthCase } from "../support/ring-health";
import { BothEngines } from "./both-engines";
import { trino } from "./engine";

async function answers(which: HealthCase, catalog: string): Promise<[Row[], Row[]]> {
  const folder = mkdtempSync(path.join(tmpdir(), "health-"));
  writeHealth(folder, which);
  const both = await BothEngines.open(folder, trino, catalog);
  try {
    return await both.both(healthSql({ ...HEALTH, ...which.question }), healthInputs(which));
  } finally {
    both.close();
    rmSync(folder, { recursive: true });
  }
}

describe("a ring's health on DuckDB and Trino", () => {
  // Two cases at a time: Trino plans the one while the evidence of the other is read.
  const told: Promise<[Row[], Row[]]>[] = [];
  const begin = (place: number): Promise<[Row[], Row[]]> | undefined => {
    const which = HEALTH_CASES[place];
    if (which === undefined) return undefined;
    return (told[place] ??= answers(which, `health${place}`));
  };

  for (const [place, which] of HEALTH_CASES.entries()) {
    it(`is the same when ${which.name}`, async () => {
      begin(place + 1)?.catch(() => undefined);
      const [here, there] = (await begin(place)) ?? [];
      expect(here).to.deep.equal([{ release: which.want }]);
      expect(there).to.deep.equal([{ release: which.want }]);
    });
  }
});
