import { restarts } from "../../../fleet/check/restarts";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const dev = (keys: string) => replaced(SMALL_FLEET, "dev: { ring: dev,", `dev: { ring: dev, ${keys},`);
const WINDOW = "rebootWindow: { at: mondays 03:00, duration: 2 hours }";
const TWICE = "rebootOrder: [{ tag: Role, value: replica }, { tag: Role, value: replica }]";

describe("restarts", () => {
  accepts(restarts, {
    "a window in which one server can be done, and waves": dev(
      `${WINDOW}, rebootOrder: [{ tag: Role, value: replica }, { tag: Role, value: primary }, { tag: Zone, value: replica }]`,
    ),
    "waves of a group under review, for its approvals": dev(
      "review: required, approvers: [ana@example.com], rebootOrder: [{ tag: Role, value: replica }]",
    ),
    "lengths that are told elsewhere": dev("rebootWindow: { at: mondays 03:00, duration: 0 hours }"),
  });
  rejects(restarts, {
    "a wave that stands twice": [
      dev(`${WINDOW}, ${TWICE}`),
      ["8 groups.dev.rebootOrder[1]", "Role=replica once more", "each wave once", "Remove one of the two."],
    ],
    "waves that nothing restarts": [
      dev("rebootOrder: [{ tag: Role, value: replica }]"),
      [
        "8 groups.dev.rebootOrder",
        "an order without a restart",
        "a restart window: this group installs by schedule, and restarts by none",
        "Add `rebootWindow:`, or remove `rebootOrder`.",
      ],
    ],
    "a window in which not one server can be done": [
      dev(`${WINDOW}, perServer: 30 minutes`),
      [
        "8 groups.dev.rebootWindow",
        "1 wave of 30 minutes, 30 minutes in all",
        "at most 15 minutes: of 2 hours, gate, two scans and reconciliation take 105 minutes",
        "Lengthen the window to 3 hours, or let more servers install at once.",
      ],
    ],
  });
});
