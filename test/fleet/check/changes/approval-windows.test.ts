import { approvalWindows } from "../../../../fleet/check/changes/approval-windows";
import { acceptsChanges, approvalWith, rejectsChanges, restartWith } from "../../../support/changes-text";

const AT = "approvals/2026-11-29-databases.yaml:4";
const lasting = (duration: string, cutoff: string) =>
  approvalWith("duration: 7 hours, cutoff: 1 hour", `duration: ${duration}, cutoff: ${cutoff}`);

describe("approvalWindows", () => {
  acceptsChanges(approvalWindows, {
    "a day": lasting("24 hours", "1 hour"),
    // 20 servers, 10 % at a time: ten waves of half an hour, as there is Windows among them, and 105 minutes for the rest.
    "as many hours as the group's waves need": lasting("7 hours", "0 hours"),
    "a restart in which one server can be done: who waits for one nobody knows": restartWith("4 hours", "3 hours"),
  });
  rejectsChanges(approvalWindows, {
    "no hours at all": [
      lasting("0 hours", "0 hours"),
      [`${AT} window.duration`, "0 hours", "1 to 24 hours", "Write a length from `1 hour` to `24 hours`."],
    ],
    "more than a day": [
      lasting("25 hours", "1 hour"),
      [`${AT} window.duration`, "25 hours", "1 to 24 hours", "Write a length from `1 hour` to `24 hours`."],
    ],
    "a cutoff that swallows the window": [
      lasting("4 hours", "4 hours"),
      [
        `${AT} window.cutoff`,
        "a cutoff of 4 hours in a window of 4 hours",
        "a cutoff shorter than its window",
        "Shorten the cutoff, such as `0 hours`, or lengthen the window.",
      ],
    ],
    "fewer hours than the group's waves need": [
      lasting("6 hours", "0 hours"),
      [
        `${AT} window.duration`,
        "10 waves of 30 minutes, 300 minutes in all, for 20 servers in prod eu-west-1",
        "at most 255 minutes: of 6 hours, gate, two scans and reconciliation take 105 minutes",
        "Lengthen the window to 7 hours, or let more servers install at once.",
      ],
    ],
    "a restart in which not one server can be done": [
      restartWith("duration: 4 hours, cutoff: 1 hour", "duration: 2 hours, cutoff: 0 hours"),
      [
        "approvals/2026-12-01-databases.yaml:3 window.duration",
        "1 wave of 30 minutes, 30 minutes in all, for 20 servers in prod eu-west-1",
        "at most 15 minutes: of 2 hours, gate, two scans and reconciliation take 105 minutes",
        "Lengthen the window to 3 hours, or let more servers install at once.",
      ],
    ],
  });
});
