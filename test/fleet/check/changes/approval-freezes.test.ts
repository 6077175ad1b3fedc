import { approvalFreezes } from "../../../../fleet/check/changes/approval-freezes";
import { acceptsChanges, approvalWith, rejectsChanges, restartWith, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const WANT = "a window that neither lies in a freeze of ring prod nor reaches into one";
const AT = "approvals/2026-11-29-databases.yaml:4 window.at";
const at = (time: string) => approvalWith("at: 2026-11-29T02:00:00Z", `at: ${time}`);
const urgent = (time: string) => at(`${time}, duration: 7 hours, cutoff: 1 hour }\nurgent: true\n#`);
const YEAR_END = "closed by freeze year-end until 2027-01-05 00:00 UTC";
const AUDIT = "closed by freeze audit until 2027-02-04 00:00 UTC";
const CHOOSE = "Choose another window.";
const OR_URGENT = "Choose another window; or write `urgent: true`, with two approvers: this freeze lets urgent work through.";

describe("approvalFreezes", () => {
  acceptsChanges(approvalFreezes, {
    "a window far from every freeze": at("2026-11-29T02:00:00Z"),
    "a window that ends when a freeze begins": at("2026-12-14T17:00:00Z"),
    "a window that opens when a freeze has ended": at("2027-01-05T00:00:00Z"),
    "an urgent one in a freeze that lets urgent work through": urgent("2026-12-20T02:00:00Z"),
    "a window in a freeze of another ring": {
      files: at("2026-12-20T02:00:00Z"),
      fleet: replaced(REVIEWED_FLEET, "to: 2027-01-04,", "to: 2027-01-04, rings: [dev],"),
    },
  });
  rejectsChanges(approvalFreezes, {
    "a window in a freeze that lets urgent work through, when it is not urgent": [
      at("2026-12-20T02:00:00Z"),
      [AT, `2026-12-20T02:00:00Z, ${YEAR_END}`, WANT, OR_URGENT],
    ],
    "a window that reaches into a freeze by a second": [
      at("2026-12-14T17:00:01Z"),
      [AT, `2026-12-14T17:00:01Z, ${YEAR_END}`, WANT, OR_URGENT],
    ],
    "a short window before a freeze, when the ring's longer windows have closed its calendar": [
      {
        files: restartWith("2026-12-01T02:00:00Z, duration: 4 hours", "2026-12-14T21:00:00Z, duration: 3 hours"),
        fleet: replaced(
          REVIEWED_FLEET,
          "web: { ring: dev, baselines: [ubuntu], servers: 4 }",
          "web: { ring: prod, baselines: [ubuntu], servers: 4 }",
        ),
      },
      ["approvals/2026-12-01-databases.yaml:3 window.at", `2026-12-14T21:00:00Z, ${YEAR_END}`, WANT, OR_URGENT],
    ],
    "an urgent one in a freeze that lets nothing through": [
      urgent("2027-02-02T02:00:00Z"),
      [AT, `2027-02-02T02:00:00Z, ${AUDIT}`, WANT, CHOOSE],
    ],
    "an urgent one where no freeze lets urgent work through": [
      {
        files: urgent("2026-12-20T02:00:00Z"),
        fleet: replaced(REVIEWED_FLEET, ", urgent: allowed", ""),
      },
      [AT, `2026-12-20T02:00:00Z, ${YEAR_END}`, WANT, CHOOSE],
    ],
  });
});
