import { releaseManifests } from "../../../../fleet/check/changes/release-manifests";
import { acceptsChanges, DIGEST, rejectsChanges, releaseWith, REVIEWED_FLEET } from "../../../support/changes-text";
import { replaced } from "../../../support/fleet-text";

const EXACT = replaced(REVIEWED_FLEET, "soak: 2 days,", "soak: 2 days, promote: exact,");
const MANIFEST = releaseWith("state: open", `state: open\nmanifest: { patches: [{ id: KB5034441 }], digest: ${DIGEST} }`);

describe("releaseManifests", () => {
  acceptsChanges(releaseManifests, {
    "a ring that installs what its baselines approve": releaseWith("launch", "launch"),
    "the manifest of a ring that promotes exactly": { files: MANIFEST, fleet: EXACT },
    "a hold of a ring that promotes exactly": { files: releaseWith("state: open", "state: held"), fleet: EXACT },
  });
  rejectsChanges(releaseManifests, {
    "a manifest that no ring would install": [
      MANIFEST,
      [
        "releases/prod.yaml:2 manifest",
        "a manifest",
        "no manifest: ring prod installs what its baselines approve",
        "Remove `manifest`, or write `promote: exact` on the ring in the fleet file.",
      ],
    ],
    "an open ring that promotes exactly and is given nothing": [
      { files: releaseWith("launch", "launch"), fleet: EXACT },
      [
        "releases/prod.yaml:1 manifest",
        "nothing",
        "the exact packages: ring prod says `promote: exact`",
        "Let `npx fleet promote prod` write it.",
      ],
    ],
  });
});
