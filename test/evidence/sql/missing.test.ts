import { expect } from "chai";
import { ACCOUNT, COMPLIANT, ITEMS, REGION, ask, patch } from "../../support/sync";

const missing = (id: string, given: object = {}) => patch(id, { PatchState: "Missing", Status: "NON_COMPLIANT", ...given });
const SERVER = {
  id: "i-1",
  files: {
    ...COMPLIANT,
    "AWS:ComplianceItem": [
      ...ITEMS,
      missing("vim.amd64"),
      missing("KB1", { PatchSeverity: "Important", PatchState: "MISSING", ExecutionTime: "2026-11-20T07:59:59Z" }),
      missing("git.amd64", { Severity: "", ExecutionTime: "2026-11-10T08:00:00Z" }),
    ],
  },
};

describe("missing", () => {
  it("tells what is missing, how severe it is, and for how many whole days at least", async () => {
    const where = { account: ACCOUNT, region: REGION, server: "i-1" };
    expect((await ask("missing", [SERVER])).rows).to.deep.equal([
      { ...where, patch: "KB1", severity: "Important", ageDays: 0 },
      { ...where, patch: "git.amd64", severity: "UNSPECIFIED", ageDays: 10 },
      { ...where, patch: "vim.amd64", severity: "HIGH", ageDays: 1 },
    ]);
  });

  it("tells nothing of departed servers", async () => {
    const gone = {
      "AWS:InstanceInformation": [
        { InstanceStatus: "Terminated", PlatformName: "Ubuntu", PlatformVersion: "22.04", ComputerName: "a" },
      ],
    };
    expect((await ask("missing", [{ ...SERVER, files: { ...SERVER.files, ...gone } }])).rows).to.deep.equal([]);
  });
});
