import { approvalOverlaps } from "../../../../fleet/check/changes/approval-overlaps";
import {
  acceptsChanges,
  APPROVAL_NAME,
  APPROVAL_TEXT,
  approvalWith,
  rejectsChanges,
  RESTART_NAME,
  RESTART_TEXT,
  REVIEWED_FLEET,
} from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const both = (at: string, group = "databases") => [
  { file: APPROVAL_NAME, text: APPROVAL_TEXT },
  {
    file: RESTART_NAME,
    text: replaced(replaced(RESTART_TEXT, "2026-12-01T02:00:00Z", at), "group: databases", `group: ${group}`),
  },
];
const restarting = (at: string) => ({
  files: approvalWith("November", "December"),
  fleet: replaced(REVIEWED_FLEET, "review: required,", `review: required, rebootWindow: { at: ${at}, duration: 3 hours },`),
});
const AT = "approvals/2026-11-29-databases.yaml:4 window.at";

describe("approvalOverlaps", () => {
  acceptsChanges(approvalOverlaps, {
    "a restart that begins when the install's window ends": both("2026-11-29T09:00:00Z"),
    "a restart that ends when the install's window begins": both("2026-11-28T22:00:00Z"),
    "another group's window at the same time": both("2026-11-29T02:00:00Z", "web"),
    "a standing restart window that ends when this one begins": restarting("saturdays 23:00"),
    "a standing restart window that begins when this one ends": restarting("sundays 09:00"),
  });
  rejectsChanges(approvalOverlaps, {
    "a restart in the last hour of an install's window": [
      both("2026-11-29T08:00:00Z"),
      [
        "approvals/2026-12-01-databases.yaml:3 window.at",
        "2026-11-29T08:00:00Z",
        "a window apart from that of 2026-11-29-databases, 2026-11-29T02:00:00Z for 7 hours",
        "Choose another window, or put both lists into one file.",
      ],
    ],
    "an install while the group's restart window is still open": [
      restarting("sundays 00:00"),
      [
        AT,
        "2026-11-29T02:00:00Z",
        "a window apart from the group's restart window, 2026-11-29T00:00:00Z",
        "Choose another window.",
      ],
    ],
    "an install in which the group's restart window opens": [
      restarting("sundays 08:59"),
      [
        AT,
        "2026-11-29T02:00:00Z",
        "a window apart from the group's restart window, 2026-11-29T08:59:00Z",
        "Choose another window.",
      ],
    ],
  });
});
