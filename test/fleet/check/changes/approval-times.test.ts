import { approvalTimes } from "../../../../fleet/check/changes/approval-times";
import { acceptsChanges, approvalWith, rejectsChanges } from "../../../support/changes-text";

const AT = "approvals/2026-11-29-databases.yaml";
const approvedAt = (at: string) => approvalWith("at: 2026-11-25T10:00:00Z", `at: ${at}`);
const expires = (at: string) => approvalWith("expires: 2026-11-30T02:00:00Z", `expires: ${at}`);

describe("approvalTimes", () => {
  acceptsChanges(approvalTimes, {
    "an approval exactly an hour ahead of its window": approvedAt("2026-11-29T01:00:00Z"),
    "an approval at the instant of the request": approvedAt("2026-11-24T09:00:00Z"),
    "an expiry at the end of the window": expires("2026-11-29T09:00:00Z"),
    "an expiry exactly 30 days after the approval": expires("2026-12-25T10:00:00Z"),
    "a draft, which has no approval to count from": approvalWith(
      "approved: { by: [ana@example.com], at: 2026-11-25T10:00:00Z }\n",
      "",
    ),
  });
  rejectsChanges(approvalTimes, {
    "an approval before the request": [
      approvedAt("2026-11-24T08:59:59Z"),
      [
        `${AT}:6 approved.at`,
        "2026-11-24T08:59:59Z",
        "an instant after it was asked for, 2026-11-24T09:00:00Z",
        "Write when it was approved.",
      ],
    ],
    "a window with less than an hour's lead from its approval": [
      approvedAt("2026-11-29T01:00:01Z"),
      [
        `${AT}:4 window.at`,
        "2026-11-29T02:00:00Z",
        "2026-11-29T02:00:01Z or later: an hour after the approval, so that it can be merged and applied",
        "Choose a later window, and have that approved.",
      ],
    ],
    "an expiry before the end of the window": [
      expires("2026-11-29T08:59:59Z"),
      [
        `${AT}:7 expires`,
        "2026-11-29T08:59:59Z",
        "2026-11-29T09:00:00Z or later: the end of its window",
        "Write a later expiry, or shorten the window.",
      ],
    ],
    "an expiry more than 30 days after the approval": [
      expires("2026-12-25T10:00:01Z"),
      [
        `${AT}:7 expires`,
        "2026-12-25T10:00:01Z",
        "2026-12-25T10:00:00Z or earlier: 30 days after the approval",
        "Write an earlier expiry.",
      ],
    ],
  });
});
