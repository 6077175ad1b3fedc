import { expect } from "chai";
import { ACCOUNT, COMPLIANT, REGION, ask, information } from "../../support/sync";

describe("ended", () => {
  it("tells which servers run what their vendor no longer mends, the day after the last", async () => {
    const server = { id: "i-1", files: { ...COMPLIANT, "AWS:InstanceInformation": [information({ PlatformVersion: "22.04" })] } };
    const asked = async (asOf: string) => (await ask("ended", [server], { asOf })).rows;
    expect(await asked("2027-04-01T23:59:59Z")).to.deep.equal([]);
    expect(await asked("2027-04-02T00:00:00Z")).to.deep.equal([
      { account: ACCOUNT, region: REGION, server: "i-1", group: "app", system: "Ubuntu 22.04", since: "2027-04-01" },
    ]);
  });
});
