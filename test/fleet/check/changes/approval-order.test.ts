import { approvalOrder } from "../../../../fleet/check/changes/approval-order";
import { acceptsChanges, approvalWith, rejectsChanges, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const FREEZE = "freezes:\n";
const held = (files: ReturnType<typeof approvalWith>, fleet = REVIEWED_FLEET) => ({
  files,
  fleet: replaced(fleet, FREEZE, `${FREEZE}  - { name: launch, from: 2026-11-22, to: 2026-11-22, rings: [dev] }\n`),
});
const WINDOW = { from: "at: 2026-11-29T02:00:00Z" };
const at = (time: string) => approvalWith(WINDOW.from, `at: ${time}`);
const urgent = approvalWith("digest:", "urgent: true\ndigest:");
const REFUSAL = [
  "approvals/2026-11-29-databases.yaml:4 window.at",
  "2026-11-29T02:00:00Z: waits for ring dev: its run of 2026-11-22 03:00 UTC is held (freeze launch until 2026-11-23 00:00 UTC)",
  "a window that is not ahead of ring dev",
  "Choose a window after the next run of that ring and its soak.",
] as const;

describe("approvalOrder", () => {
  acceptsChanges(approvalOrder, {
    "a window after a run of the ring before and its soak": at("2026-11-29T02:00:00Z"),
    // Dev runs on the 29th from 03:00 to 07:00 and soaks two days.
    "a window as soon as the ring before has run again and soaked": held(at("2026-12-01T07:00:00Z")),
    "an urgent one where a freeze lets urgent work through: it asks another calendar": held(urgent),
  });
  rejectsChanges(approvalOrder, {
    "a window ahead of the ring before, whose last run a freeze held": [held(at("2026-11-29T02:00:00Z")), REFUSAL],
    "an urgent one where it asks the calendar of all": [held(urgent, replaced(REVIEWED_FLEET, ", urgent: allowed", "")), REFUSAL],
  });
});
