import { expect } from "chai";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { ACCOUNT, COMPLIANT, ITEMS, REGION, ask, patch, summary } from "../../support/sync";

/** A server that has waited since an instant. */
const waiting = (id: string, installed: string, given: object = {}) => ({
  id,
  files: {
    ...COMPLIANT,
    "AWS:PatchSummary": [summary({ InstalledPendingRebootCount: "1", ...given })],
    "AWS:ComplianceItem": [
      ...ITEMS,
      patch("linux.amd64", { PatchState: "InstalledPendingReboot", Status: "NON_COMPLIANT", InstalledTime: installed }),
    ],
  },
});

describe("pending-reboot", () => {
  it("tells since when, by the earliest of what tells, and what is late: past 72 hours, not at them", async () => {
    const { rows } = await ask("pending-reboot", [
      waiting("i-1", "2026-11-17T08:00:00Z"),
      waiting("i-2", "2026-11-17T07:59:59Z"),
      waiting("i-3", "", { LastNoRebootInstallOperationTime: "2026-11-19T08:30:00Z" }),
      waiting("i-4", "1970-01-01T00:00:00Z"),
      { id: "i-5", files: COMPLIANT },
    ]);
    expect(rows.map((row) => [row["server"], row["since"], row["hours"], row["late"]])).to.deep.equal([
      ["i-1", "2026-11-17T08:00:00Z", 72, false],
      ["i-2", "2026-11-17T07:59:59Z", 72, true],
      ["i-3", "2026-11-19T08:30:00Z", 23, false],
      ["i-4", "2026-11-18T12:05:05Z", 43, false],
    ]);
  });

  it("holds each group to what its fleet file allows", async () => {
    const group = { account: ACCOUNT, region: REGION, group: "app", tag: "app", ring: "prod", pendingReboot: 24 };
    const { rows } = await ask(
      "pending-reboot",
      [waiting("i-1", "2026-11-19T07:59:59Z")],
      {},
      { ...NOTHING_EXPECTED, groups: [group] },
    );
    expect(rows.map((row) => [row["hours"], row["late"]])).to.deep.equal([[24, true]]);
  });
});
