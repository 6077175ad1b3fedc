import { approvalPeople } from "../../../../fleet/check/changes/approval-people";
import { acceptsChanges, approvalWith, rejectsChanges } from "../../../support/changes-text";

const AT = "approvals/2026-11-29-databases.yaml";
const by = (names: string, urgent = "") =>
  approvalWith("[ana@example.com], at: 2026-11-25T10:00:00Z }\n", `[${names}], at: 2026-11-25T10:00:00Z }\n${urgent}`);

describe("approvalPeople", () => {
  acceptsChanges(approvalPeople, {
    "an approver of the group": by("ana@example.com"),
    "two approvers of what is urgent": by("ana@example.com, bo@example.com", "urgent: true\n"),
  });
  rejectsChanges(approvalPeople, {
    "a draft that nobody has approved": [
      approvalWith("approved: { by: [ana@example.com], at: 2026-11-25T10:00:00Z }\n", ""),
      [
        `${AT}:2 approved`,
        "nothing: a draft that nobody has approved",
        "one of ana@example.com and bo@example.com",
        "Who approves writes `approved: { by: [ana@example.com], at: <the instant, such as 2026-11-24T09:00:00Z> }`.",
      ],
    ],
    "an urgent draft that nobody has approved": [
      approvalWith("approved: { by: [ana@example.com], at: 2026-11-25T10:00:00Z }\n", "urgent: true\n"),
      [
        `${AT}:2 approved`,
        "nothing: a draft that nobody has approved",
        "two of ana@example.com and bo@example.com",
        "Who approves writes `approved: { by: [ana@example.com, bo@example.com], at: <the instant, such as 2026-11-24T09:00:00Z> }`.",
      ],
    ],
    "somebody who is no approver of the group": [
      by("zoe@example.com"),
      [
        `${AT}:6 approved.by[0]`,
        "zoe@example.com",
        "one of the group's approvers: ana@example.com and bo@example.com",
        "Let one of them approve it; who may is decided by `approvers` in the fleet file.",
      ],
    ],
    "who asked for it, however spelt": [
      approvalWith("requested: { by: carla@example.com", "requested: { by: Ana@Example.com"),
      [
        `${AT}:6 approved.by[0]`,
        "ana@example.com, who asked for it",
        "somebody else than who asked",
        "Let somebody else of the group's approvers approve it.",
      ],
    ],
    "one approver of what is urgent": [
      by("ana@example.com", "urgent: true\n"),
      [
        `${AT}:6 approved.by`,
        "1 approver",
        "two different approvers, as it is urgent",
        "Let another of ana@example.com and bo@example.com approve it, or write `urgent: false`.",
      ],
    ],
    "one approver of what is urgent, written twice": [
      by("ana@example.com, ana@example.com", "urgent: true\n"),
      [
        `${AT}:6 approved.by`,
        "1 approver, written twice",
        "two different approvers, as it is urgent",
        "Let another of ana@example.com and bo@example.com approve it, or write `urgent: false`.",
      ],
    ],
  });
});
