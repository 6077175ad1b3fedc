import { expect } from "chai";
import { NOTHING_EXPECTED } from "../../../../evidence/expected";
import { ACCOUNT, ask, COMPLIANT, REGION } from "../../../support/sync";

const server = (id: string, place: { account?: string; region?: string } = {}) => ({ id, files: COMPLIANT, ...place });

describe("the servers that a fleet expects", () => {
  it("are missed of a count for several places once and nowhere, however they lie there", async () => {
    const other = { account: "444444444444", region: "us-east-1" };
    const places = [{ account: ACCOUNT, region: REGION }, { account: ACCOUNT, region: "us-east-1" }, other];
    const expected = {
      ...NOTHING_EXPECTED,
      tagKey: "PatchGroup",
      groups: [
        ...places.map((place) => ({ ...place, group: "application", tag: "app", ring: "prod", pendingReboot: 72 })),
        ...places.map((place) => ({ ...place, group: "database", tag: "db", ring: "prod", pendingReboot: 72 })),
      ],
      counts: [
        { account: null, region: null, group: "application", tag: "app", servers: 5 },
        { account: ACCOUNT, region: null, group: "database", tag: "db", servers: 1 },
      ],
    };
    const servers = [server("i-1"), server("i-2"), server("i-2", other)];
    const { rows } = await ask("coverage", servers, {}, expected);
    const known = rows.map((row) => ["account", "region", "server", "class", "why"].map((name) => row[name]));
    const absent = "expected by its group's count, and not there; in which";
    expect(known.toSorted((a, b) => (String(a) < String(b) ? -1 : 1))).to.deep.equal([
      [null, null, "application #1", "unmanaged", `${absent} account is not said`],
      [null, null, "application #2", "unmanaged", `${absent} account is not said`],
      [ACCOUNT, null, "database #1", "unmanaged", `${absent} region is not said`],
      [ACCOUNT, REGION, "i-1", "compliant", null],
      [ACCOUNT, REGION, "i-2", "compliant", null],
      [other.account, other.region, "i-2", "compliant", null],
    ]);
    const names = async (choice: object) =>
      (await ask("coverage", servers, choice, expected)).rows.map((row) => String(row["server"])).toSorted();
    expect(await names({ group: "app" })).to.deep.equal(["application #1", "application #2", "i-1", "i-2", "i-2"]);
    expect(await names({ account: ACCOUNT })).to.deep.equal(["database #1", "i-1", "i-2"]);
    const { rows: trend } = await ask("trend", servers, {}, expected);
    expect(trend.map((row) => [row["class"], row["servers"]])).to.deep.equal([
      ["compliant", 3],
      ["unmanaged", 3],
    ]);
  });
});
