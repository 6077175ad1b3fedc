import { expect } from "chai";
import { checkReview, type ReviewTyped } from "../../review/request";
import { reviewPlan } from "../support/review-evidence";
import { AS_OF } from "../support/two-accounts";

const check = (typed: Partial<ReviewTyped>) =>
  checkReview(
    { group: "database", data: "data", fleet: "fleets/fleet.yaml", asOf: AS_OF, urgent: false, ...typed },
    reviewPlan(),
  );

describe("what a person asks of a review", () => {
  it("writes beside the fleet file, by the day and the group", () => {
    expect(check({})).to.deep.include({ out: "fleets", stem: "2026-11-21-database", cve: null, by: null });
    expect(check({ urgent: true, out: "elsewhere" })).to.deep.include({ out: "elsewhere", stem: "2026-11-21-database-urgent" });
    expect(check({ urgent: true, cve: " cve-2026-12345 " })).to.deep.include({
      cve: "CVE-2026-12345",
      stem: "2026-11-21-database-cve202612345",
    });
  });

  it("rejects in one line what nobody can review", () => {
    expect(() => check({ group: "databse" })).to.throw("no group databse: Did you mean `database`? under review: database");
    expect(() => check({ group: "application" })).to.throw(/^application is not under review: it installs by schedule/u);
    expect(() => check({ data: undefined })).to.throw("name the evidence: --data DIR or --data s3://bucket/prefix");
    expect(() => check({ cve: "openssl" })).to.throw("--cve openssl: wanted a CVE's id, such as CVE-2026-12345");
    expect(() => check({ by: "carla\nana" })).to.throw(/^--by: wanted a name/u);
  });
});
