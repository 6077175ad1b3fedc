import { approvalKeys } from "../../../../fleet/check/changes/approval-keys";
import { acceptsChanges, APPROVAL_NAME, APPROVAL_TEXT, rejectsChanges, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const AT = "approvals/2026-11-29-databases.yaml:2";
const file = { file: APPROVAL_NAME, text: APPROVAL_TEXT };
const taken = [
  AT,
  "the name 2026-11-29-databases, which a group or a window has too",
  "a name of its own: window and runbook are named after it",
  "Rename the file.",
] as const;

describe("approvalKeys", () => {
  acceptsChanges(approvalKeys, { "a name that nothing else has": [file] });
  rejectsChanges(approvalKeys, {
    "a name that a group has": [{ files: [file], fleet: replaced(REVIEWED_FLEET, "web: {", "2026-11-29-databases: {") }, taken],
    "a name that a ring's window has": [
      {
        files: [file],
        fleet: replaced(
          replaced(
            replaced(REVIEWED_FLEET, "name: dev", "name: approval-2026-11-29-databases"),
            "after: dev",
            "after: approval-2026-11-29-databases",
          ),
          "ring: dev",
          "ring: approval-2026-11-29-databases",
        ),
      },
      taken,
    ],
    "a name twice, from two folders": [
      [file, { ...file, file: `old/${APPROVAL_NAME}`.replace("old/", "changes/old/") }],
      [
        "old/changes/approvals/2026-11-29-databases.yaml:2",
        "a second approval 2026-11-29-databases",
        "each name once",
        "Rename one of the two files.",
      ],
    ],
  });
});
