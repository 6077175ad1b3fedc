import { releaseStates } from "../../../../fleet/check/changes/release-states";
import { acceptsChanges, rejectsChanges, RELEASE_TEXT, releaseWith, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const HOLD = "hold: { why: an audit, owner: platform, until: 2026-12-24 }";
const held = (ring: string) => replaced(REVIEWED_FLEET, `name: ${ring},`, `name: ${ring}, ${HOLD},`);
const open = releaseWith("launch", "launch");
const AT = "releases/prod.yaml:1 state";
const WANT = "an open release of a ring that nobody holds: a hold wins";

describe("releaseStates", () => {
  acceptsChanges(releaseStates, {
    "an open ring that nobody holds": open,
    "a ring that is held here and in the fleet file": { files: releaseWith("state: open", "state: held"), fleet: held("prod") },
    "an override of evidence": releaseWith("state: open", "state: open\noverride: true"),
  });
  rejectsChanges(releaseStates, {
    "an open release of a ring that the fleet file holds": [
      { files: open, fleet: held("prod") },
      [AT, "open, while the ring is held until 2026-12-24 by platform: an audit", WANT, "Remove the hold, or this file."],
    ],
    "an open release of a ring behind one that the fleet file holds": [
      { files: open, fleet: held("dev") },
      [
        AT,
        "open, while the ring is held behind ring dev, held until 2026-12-24 by platform: an audit",
        WANT,
        "Remove the hold, or this file.",
      ],
    ],
    "an open release of a ring behind one that a release holds": [
      [...open, { file: "changes/releases/dev.yaml", text: replaced(RELEASE_TEXT, "state: open", "state: held") }],
      [
        AT,
        "open, while the ring is held behind ring dev, held until 2026-12-01T00:00:00Z by ana@example.com: the week of the launch",
        WANT,
        "Remove the hold, or this file.",
      ],
    ],
    "an override of a release that is held": [
      releaseWith("state: open", "state: held\noverride: true"),
      [
        "releases/prod.yaml:2 override",
        "`override: true` on a release that is held",
        "an open release, or no override",
        "Write `state: open`, or remove `override`.",
      ],
    ],
    "an override where nobody waits for evidence": [
      {
        files: releaseWith("state: open", "state: open\noverride: true"),
        fleet: replaced(REVIEWED_FLEET, "soak: 2 days,", "soak: 2 days, prove: calendar,"),
      },
      [
        "releases/prod.yaml:2 override",
        "`override: true`",
        "no override: ring prod does not wait for evidence",
        "Remove `override`.",
      ],
    ],
  });
});
