import { approvalGroups } from "../../../../fleet/check/changes/approval-groups";
import { acceptsChanges, approvalWith, rejectsChanges, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const AT = "approvals/2026-11-29-databases.yaml:2 group";

describe("approvalGroups", () => {
  acceptsChanges(approvalGroups, { "a group whose review is required": approvalWith("November", "December") });
  rejectsChanges(approvalGroups, {
    "a group that is not there": [
      approvalWith("group: databases", "group: database"),
      [AT, "database", "one of databases", "Did you mean `databases`? Name a group of the fleet file."],
    ],
    "a word that every object has": [
      approvalWith("group: databases", "group: constructor"),
      [AT, "constructor", "one of databases", "Name a group of the fleet file."],
    ],
    "a group that installs by schedule": [
      approvalWith("group: databases", "group: web"),
      [
        AT,
        "web",
        "a group whose review is required: this one installs by schedule",
        "Write `review: required` on the group in the fleet file, or remove this file.",
      ],
    ],
    "any group of a fleet that reviews none": [
      {
        files: approvalWith("November", "December"),
        fleet: replaced(
          replaced(REVIEWED_FLEET, "review: required, approvers: [ana@example.com, bo@example.com], ", "concurrency: 20, "),
          "databases:",
          "db:",
        ),
      },
      [AT, "databases", "a group with `review: required`; the fleet has none", "Name a group of the fleet file."],
    ],
  });
});
