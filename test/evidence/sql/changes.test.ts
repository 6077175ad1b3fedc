import { expect } from "chai";
import { COMPLIANT, ITEMS, ask, patch, type SyncServer } from "../../support/sync";

const SERVER: SyncServer = {
  id: "i-1",
  files: {
    ...COMPLIANT,
    "AWS:ComplianceItem": [
      ...ITEMS,
      patch("openssl.x86_64", { Title: "openssl.x86_64:1:3.0.2-1", InstalledTime: "2026-11-18T03:00:00Z" }),
      patch("KB5034441", {
        Title: "2026-11 Cumulative Update",
        PatchState: "INSTALLED",
        InstalledTime: "2026-11-10T03:00:00.250Z",
      }),
      patch("vim.amd64", { PatchState: "Missing", InstalledTime: "2026-11-18T03:00:00Z" }),
    ],
    "AWS:Application": [
      {
        Name: "openssl",
        Epoch: "1",
        Version: "3.0.2",
        Release: "1",
        Architecture: "x86_64",
        InstalledTime: "2026-11-18T03:00:01Z",
      },
      { Name: "bash", Version: "5.1", Architecture: "x86_64", InstalledTime: "2026-10-01T00:00:00Z" },
    ],
    "AWS:WindowsUpdate": [{ HotFixId: "KB5034441", InstalledTime: "2026-11-10T00:00:00Z" }],
  },
};

const changes = async (choice: object = {}) =>
  (await ask("changes", [SERVER], choice)).rows.map((row) => [row["package"], row["version"], row["installedAt"]]);

describe("changes", () => {
  it("tells once what items, inventory and Windows tell of, the items first", async () => {
    expect(await changes()).to.deep.equal([
      ["bash", "5.1", "2026-10-01T00:00:00Z"],
      ["KB5034441", null, "2026-11-10T03:00:00Z"],
      ["openssl", "1:3.0.2-1", "2026-11-18T03:00:00Z"],
    ]);
  });

  it("tells of a period: from its beginning, before its end", async () => {
    expect(await changes({ since: "2026-11-10T03:00:00Z", until: "2026-11-18T03:00:00Z" })).to.deep.equal([
      ["KB5034441", null, "2026-11-10T03:00:00Z"],
    ]);
  });

  it("tells of one package, however it is spelled", async () => {
    expect(await changes({ package: "OpenSSL.x86_64" })).to.deep.equal([["openssl", "1:3.0.2-1", "2026-11-18T03:00:00Z"]]);
  });
});
