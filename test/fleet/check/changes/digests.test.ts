import { digests } from "../../../../fleet/check/changes/digests";
import { manifestOf } from "../../../../fleet/manifest";
import { acceptsChanges, approvalWith, DIGEST, rejectsChanges, releaseWith, restartWith } from "../../../support/changes-text";

const NEWER = manifestOf([{ id: "KB5034441" }, { id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.19" }]).digest;
const FIX = "The list was changed after its digest. Undo that; or run `npx fleet check --fix`, and have the new list approved.";
const manifest = (digest: string) => `by: ana@example.com\nmanifest: { patches: [{ id: KB5034441 }], digest: ${digest} }\n`;

describe("digests", () => {
  acceptsChanges(digests, {
    "the digest of the list": approvalWith("November", "December"),
    "a list in another order, and an entry twice": approvalWith(
      "  - { id: KB5034441 }\n",
      "  - { id: KB5034441 }\n  - { id: KB5034441 }\n",
    ),
    "a restart, which has none": restartWith("November", "December"),
    "a release's own": releaseWith("by: ana@example.com\n", manifest(manifestOf([{ id: "KB5034441" }]).digest)),
  });
  rejectsChanges(digests, {
    "a version that was changed after the approval": [
      approvalWith("ubuntu1.18", "ubuntu1.19"),
      ["approvals/2026-11-29-databases.yaml:11 digest", `${DIGEST}, the digest of another list`, NEWER, FIX],
    ],
    "a release's list that was changed": [
      releaseWith("by: ana@example.com\n", manifest(DIGEST)),
      [
        "releases/prod.yaml:4 manifest.digest",
        `${DIGEST}, the digest of another list`,
        manifestOf([{ id: "KB5034441" }]).digest,
        FIX,
      ],
    ],
  });
});
