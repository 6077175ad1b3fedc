import { expect } from "chai";
import { rfc3339 } from "../../../fleet/schedule/rfc3339";

describe("rfc3339", () => {
  it("writes an instant in UTC, to the second", () => {
    expect(rfc3339(Date.parse("2026-11-21T09:00:00.999+01:00"))).to.equal("2026-11-21T08:00:00Z");
  });

  it("writes what is read back as the same instant", () => {
    const at = Date.parse("2027-03-28T00:59:59Z");
    expect(Date.parse(rfc3339(at))).to.equal(at);
  });
});
