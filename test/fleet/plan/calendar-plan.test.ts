import { expect } from "chai";
import { changedPlan, onlyRegion } from "../../support/changed-fleet";
import { REVIEWED_FLEET } from "../../support/changes-text";
import { replaced } from "../../support/fleet-text";

const keys = (fleet: string) => onlyRegion(changedPlan([], undefined, fleet)).calendars.map(({ key, name }) => [key, name]);

describe("the calendars of a place", () => {
  it("are one for each ring that does anything there or may by an approval, and one for urgent work where a group is under review", () => {
    expect(keys(REVIEWED_FLEET)).to.deep.equal([
      ["dev", "fleet-calendar-dev"],
      ["prod", "fleet-calendar-prod"],
      ["prod-urgent", "fleet-calendar-prod-urgent"],
    ]);
  });

  it("are none for urgent work where no freeze lets it through, or only a freeze of another ring", () => {
    const none = [
      ["dev", "fleet-calendar-dev"],
      ["prod", "fleet-calendar-prod"],
    ];
    expect(keys(replaced(REVIEWED_FLEET, ", urgent: allowed", ""))).to.deep.equal(none);
    expect(keys(replaced(REVIEWED_FLEET, ", urgent: allowed", ", urgent: allowed, rings: [dev]"))).to.deep.equal(none);
  });

  it("close for urgent work in the freezes that refuse it, and in no other, nor behind another ring", () => {
    const held = replaced(
      REVIEWED_FLEET,
      "freezes:\n",
      "freezes:\n  - { name: launch, from: 2026-11-22, to: 2026-11-22, rings: [dev] }\n",
    );
    const [, prod] = changedPlan([], undefined, held).rings;
    const summaries = (text: string | null | undefined) =>
      [...(text ?? "").matchAll(/^SUMMARY:(.*)$/gmu)].map(([, words]) => words?.trim());
    expect(summaries(prod?.urgentCalendar)).to.deep.equal(["freeze audit: 2027-02-01 to 2027-02-03\\, UTC"]);
    expect(summaries(prod?.calendar)).to.deep.equal([
      "freeze year-end: 2026-12-15 to 2027-01-04\\, UTC",
      "freeze audit: 2027-02-01 to 2027-02-03\\, UTC",
    ]);
    expect(prod?.urgentCalendar).to.contain("X-WR-CALDESC:When ring prod installs nothing\\, however urgent");
  });
});
