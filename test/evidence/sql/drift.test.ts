import { expect } from "chai";
import { NOTHING_EXPECTED } from "../../../evidence/expected";
import { COMPLIANT, REGION, ask } from "../../support/sync";

const server = (id: string, account: string, packages: Readonly<Record<string, string>>) => ({
  id,
  account,
  files: {
    ...COMPLIANT,
    "AWS:Application": Object.entries(packages).map(([Name, Version]) => ({ Name, Version, Architecture: "amd64" })),
  },
});
const DEV = "111111111111";
const PROD = "222222222222";
const group = (account: string, ring: string) => ({ account, region: REGION, group: "app", tag: "app", ring, pendingReboot: 72 });

describe("drift", () => {
  it("tells which versions run in a ring and nowhere in the ring before it", async () => {
    const { rows } = await ask(
      "drift",
      [
        server("i-1", DEV, { curl: "2", vim: "1", tar: "1" }),
        server("i-2", DEV, { curl: "2", vim: "2" }),
        server("i-3", PROD, { curl: "1", vim: "1", git: "1" }),
        server("i-4", PROD, { curl: "1", vim: "2" }),
      ],
      {},
      {
        ...NOTHING_EXPECTED,
        groups: [group(DEV, "dev"), group(PROD, "prod")],
        rings: [
          { ring: "dev", before: null },
          { ring: "prod", before: "dev" },
        ],
      },
    );
    expect(rows).to.deep.equal([{ ring: "prod", before: "dev", package: "curl", version: "1", versionBefore: "2", servers: 2 }]);
  });
});
