import { expect } from "chai";
import { changeNotices } from "../../../fleet/plan/change-notices";
import { changesOf } from "../../support/changed-fleet";
import { APPROVAL_NAME, APPROVAL_TEXT, RELEASE_NAME, releaseWith, REVIEWED_FLEET, rightFleet } from "../../support/changes-text";
import { replaced } from "../../support/fleet-text";

const told = (files: Parameters<typeof changesOf>[0], asOf: string, fleet = REVIEWED_FLEET) =>
  changeNotices(rightFleet(fleet), changesOf(files), asOf);
const INSTALL = [{ file: APPROVAL_NAME, text: APPROVAL_TEXT }];
const release = (message: string) => [{ at: RELEASE_NAME, message }];

describe("changeNotices", () => {
  it("tell of an approval whose window has ended that it is spent, and of no other", () => {
    expect(told(INSTALL, "2026-11-29T08:59:59Z")).to.deep.equal([]);
    expect(told(INSTALL, "2026-11-29T09:00:00Z")).to.deep.equal([
      {
        at: APPROVAL_NAME,
        message: "spent, its window ended 2026-11-29T09:00:00Z; the file may go, unless the very same list may be approved again",
      },
    ]);
  });

  it("tell of an open release when it ends, and that the ring is held when it has", () => {
    const open = releaseWith("launch", "launch");
    expect(told(open, "2026-11-30T23:59:59Z")).to.deep.equal(
      release("ring prod is open until 2026-12-01T00:00:00Z by ana@example.com: the week of the launch; held from then on"),
    );
    expect(told(open, "2026-12-01T00:00:00Z")).to.deep.equal(
      release("ring prod was open until 2026-12-01T00:00:00Z and is held since: remove the file, or renew it"),
    );
    expect(told(releaseWith("state: open", "state: open\noverride: true"), "2026-11-26T08:00:00Z")).to.deep.equal(
      release(
        "ring prod is open until 2026-12-01T00:00:00Z by ana@example.com, whatever evidence says of the ring before: the week of the launch; held from then on",
      ),
    );
  });

  it("tell of a held release, and that it stays held past its day", () => {
    const held = releaseWith("state: open", "state: held");
    expect(told(held, "2026-11-26T08:00:00Z")).to.deep.equal(
      release("ring prod is held by ana@example.com: the week of the launch, until 2026-12-01T00:00:00Z"),
    );
    expect(told(held, "2026-12-01T00:00:00Z")).to.deep.equal(
      release(
        "ring prod is held by ana@example.com: the week of the launch; it was to be looked at again by 2026-12-01T00:00:00Z, and stays held until the file is removed",
      ),
    );
  });

  it("tell of a ring that promotes exactly and has no manifest", () => {
    const exact = replaced(REVIEWED_FLEET, "soak: 2 days,", "soak: 2 days, promote: exact,");
    expect(told([], "2026-11-26T08:00:00Z", exact)).to.deep.equal([
      {
        at: "rings[1].promote",
        message: "ring prod is held: `promote: exact` and no manifest; `npx fleet promote prod` writes one",
      },
    ]);
  });
});
