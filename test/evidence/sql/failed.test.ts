import { expect } from "chai";
import { ACCOUNT, COMPLIANT, ITEMS, REGION, ask, patch } from "../../support/sync";

describe("failed", () => {
  it("tells what failed, when, and with what error", async () => {
    const failed = patch("git.amd64", { PatchState: "FAILED", Status: "NON_COMPLIANT", DetailedText: "E: no space left" });
    const server = { id: "i-1", files: { ...COMPLIANT, "AWS:ComplianceItem": [...ITEMS, failed] } };
    expect((await ask("failed", [server])).rows).to.deep.equal([
      {
        account: ACCOUNT,
        region: REGION,
        server: "i-1",
        patch: "git.amd64",
        severity: "HIGH",
        at: "2026-11-18T12:05:07Z",
        error: "E: no space left",
      },
    ]);
  });
});
