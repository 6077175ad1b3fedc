import { approvalLimits } from "../../../../fleet/check/changes/approval-limits";
import { acceptsChanges, APPROVAL_TEXT, rejectsChanges, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const day = (number: number) => String(number).padStart(2, "0");
/** As many approvals, each approved and due where the function says. */
const many = (count: number, at: (place: number) => string, approved = "2026-11-25T10:00:00Z") =>
  Array.from({ length: count }, (_, place) => ({
    file: `changes/approvals/2026-11-29-databases-${day(place)}.yaml`,
    text: APPROVAL_TEXT.replace("2026-11-29T02:00:00Z", at(place)).replace("2026-11-25T10:00:00Z", approved),
  }));
const sameTime = () => "2026-11-29T02:00:00Z";
/** Dev's window opens in the middle of theirs. */
const WITH_FOUR = replaced(REVIEWED_FLEET, "sundays 03:00", "sundays 04:00");
const hourly = (place: number) => `2026-12-${day(1 + Math.floor(place / 2))}T${place % 2 === 0 ? "00" : "12"}:00:00Z`;

describe("approvalLimits", () => {
  acceptsChanges(approvalLimits, {
    "four windows beside the ring's own": { files: many(4, sameTime), fleet: WITH_FOUR },
    "five windows when the ring's own is closed": many(5, () => "2026-12-01T12:00:00Z"),
    // One of dev's, forty-nine of theirs; prod's own ring has none, as its only group is under review.
    "fifty windows in all": many(49, hourly),
    "many approvals in a year, each spent before the next is approved": many(
      12,
      (place) => `2027-${day(place + 1)}-15T02:00:00Z`,
    ).map(({ file, text }, place) => ({
      file,
      text: text.replace("2026-11-25T10:00:00Z", `2027-${day(place + 1)}-10T10:00:00Z`),
    })),
  });
  rejectsChanges(approvalLimits, {
    "a window with which six are open at once": [
      { files: many(5, sameTime), fleet: WITH_FOUR },
      ...Array.from(
        { length: 5 },
        (_, place) =>
          [
            `approvals/2026-11-29-databases-${day(place)}.yaml:4 window.at`,
            "6 windows open at once in prod eu-west-1",
            "at most 5, as AWS allows in an account and region",
            "Choose another window.",
          ] as const,
      ),
    ],
    "a window with which a place has fifty-one": [
      many(50, hourly),
      ...Array.from(
        { length: 50 },
        (_, place) =>
          [
            `approvals/2026-11-29-databases-${day(place)}.yaml:4 window.at`,
            "51 windows in prod eu-west-1",
            "at most 50, as AWS allows in an account and region",
            "Wait until other approvals are spent.",
          ] as const,
      ),
    ],
  });
});
