import { names } from "../../../fleet/check/names";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const WINDOWS = "each window's name once: a ring's own, ring and group for a group with a schedule, `restart` and group";

describe("names", () => {
  accepts(names, {
    "names of their own": `${SHARED_FLEET}hybrid: { azure: { account: prod, region: eu-west-1, group: shop, renewed: 2026-11-15 } }\n`,
  });
  rejects(names, {
    "hybrid machines under an account's name": [
      `${SHARED_FLEET}hybrid: { prod: { account: prod, region: eu-west-1, group: shop, renewed: 2026-11-15 } }\n`,
      [
        "16 hybrid.prod",
        "prod, which is an account's name too",
        "a name of its own: each is a stack",
        "Rename the hybrid machines, such as `azure-prod`.",
      ],
    ],
    "a group's own window under a ring's name": [
      replaced(
        replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, install: mondays 02:00,"),
        "groups:",
        "  - { name: dev-web, install: fridays 03:00 }\ngroups:\n  late: { ring: dev-web, baselines: [ubuntu] }",
      ),
      ["16 groups.web", "a window dev-web, the name of another window", WINDOWS, "Rename the group or the ring."],
    ],
    "a group's restart window under a ring's name": [
      replaced(
        replaced(SHARED_FLEET, "web: { ring: dev,", "web: { ring: dev, rebootWindow: { at: mondays 02:00 },"),
        "groups:",
        "  - { name: restart-web, install: fridays 03:00 }\ngroups:\n  late: { ring: restart-web, baselines: [ubuntu] }",
      ),
      ["16 groups.web", "a window restart-web, the name of another window", WINDOWS, "Rename the group or the ring."],
    ],
    "a ring under the name of another's calendar for urgent work": [
      replaced(SHARED_FLEET, "groups:", "  - { name: prod-urgent, install: fridays 03:00 }\ngroups:"),
      [
        "13 rings[2].name",
        "prod-urgent",
        "another name: the calendar for urgent approvals of ring prod has this one",
        "Rename one of the two rings.",
      ],
    ],
    "a baseline under the name of a default": [
      replaced(SHARED_FLEET, "  windows: {", "  default-windows: {"),
      [
        "9 baselines.default-windows",
        "default-windows",
        "another name: the fleet gives this one to a default of its own",
        "Rename it, and name it under `defaults` if that is what it is for.",
      ],
    ],
  });
});
