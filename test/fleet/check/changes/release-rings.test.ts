import { releaseRings } from "../../../../fleet/check/changes/release-rings";
import { acceptsChanges, rejectsChanges, RELEASE_NAME, RELEASE_TEXT } from "../../../support/changes-text";

describe("releaseRings", () => {
  acceptsChanges(releaseRings, { "a ring of the fleet": [{ file: RELEASE_NAME, text: RELEASE_TEXT }] });
  rejectsChanges(releaseRings, {
    "a ring that the fleet does not have": [
      [{ file: "changes/releases/prd.yaml", text: RELEASE_TEXT }],
      [
        "releases/prd.yaml:1",
        "prd.yaml",
        "one of dev.yaml and prod.yaml",
        "Did you mean `prod`? Name the file after a ring of the fleet file.",
      ],
    ],
    "a second release of a ring": [
      [
        { file: RELEASE_NAME, text: RELEASE_TEXT },
        { file: "changes/z/releases/prod.yaml", text: RELEASE_TEXT },
      ],
      ["z/releases/prod.yaml:1", "a second release of ring prod", "one release a ring", "Remove one of the two files."],
    ],
  });
});
