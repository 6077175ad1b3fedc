import { expect } from "chai";
import { COMPLIANT, ITEMS, ask, patch } from "../../support/sync";

const SERVERS = [
  {
    id: "i-1",
    files: {
      ...COMPLIANT,
      "AWS:ComplianceItem": [
        ...ITEMS,
        patch("vim.amd64", { PatchState: "Missing", Status: "NON_COMPLIANT", CVEIds: "CVE-2026-1,CVE-2026-22" }),
      ],
    },
  },
  { id: "i-2", files: COMPLIANT },
];
const packages = async (wanted: string) =>
  (await ask("packages", SERVERS, { package: wanted })).rows.map((row) => [
    row["server"],
    row["package"],
    row["version"],
    row["state"],
  ]);

describe("packages", () => {
  it("tells which servers have a package and which lack it", async () => {
    expect(await packages("vim")).to.deep.equal([
      ["i-1", "vim", "1.2-3", "missing"],
      ["i-2", "vim", null, "absent"],
    ]);
  });

  it("knows a CVE by its whole name, where the agent tells it", async () => {
    expect(await packages("cve-2026-22")).to.deep.equal([
      ["i-1", "vim", "1.2-3", "missing"],
      ["i-2", "cve-2026-22", null, "absent"],
    ]);
    expect(await packages("CVE-2026-2")).to.deep.equal([
      ["i-1", "CVE-2026-2", null, "absent"],
      ["i-2", "CVE-2026-2", null, "absent"],
    ]);
  });

  it("tells all packages of all servers when none is named", async () => {
    const { rows } = await ask("packages", SERVERS.slice(1));
    expect(rows.map((row) => [row["package"], row["version"], row["state"]])).to.deep.equal([
      ["curl", "1.2-3", "installed"],
      ["curl", "7.81.0-1", "installed"],
      ["openssl", "1.2-3", "installed"],
      ["zlib1g", "1.2-3", "installed"],
    ]);
  });
});
