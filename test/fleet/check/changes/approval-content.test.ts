import { approvalContent } from "../../../../fleet/check/changes/approval-content";
import { acceptsChanges, APPROVAL_TEXT, approvalWith, DIGEST, rejectsChanges, restartWith } from "../../../support/changes-text";

const AT = "approvals/2026-11-29-databases.yaml";
const LIST = APPROVAL_TEXT.slice(APPROVAL_TEXT.indexOf("patches:"), APPROVAL_TEXT.indexOf("digest:"));
const NOTHING = "Write what may be installed, or `reboot: true` for a restart alone; `npx fleet review GROUP` writes a draft.";

describe("approvalContent", () => {
  acceptsChanges(approvalContent, {
    "a list with its digest": approvalWith("November", "December"),
    "a restart alone": restartWith("November", "December"),
  });
  rejectsChanges(approvalContent, {
    "neither a list nor a restart": [
      approvalWith(LIST, ""),
      [`${AT}:2 patches`, "nothing", "at least one package or article", NOTHING],
    ],
    "an empty list": [
      approvalWith(LIST, "patches: []\n"),
      [`${AT}:8 patches`, "an empty list", "at least one package or article", NOTHING],
    ],
    "a list without its digest": [
      approvalWith(`digest: ${DIGEST}`, ""),
      [
        `${AT}:2 digest`,
        "nothing",
        "the digest of the list",
        `Add \`digest: ${DIGEST}\` if this list is what is to be approved.`,
      ],
    ],
    "a list and a restart in one": [
      approvalWith("digest:", "reboot: true\ndigest:"),
      [
        `${AT}:8 patches`,
        "`patches` beside `reboot: true`",
        "a list of packages or a restart, not both",
        "Remove `patches`, or remove `reboot` and let a file of its own ask for the restart.",
      ],
      [
        `${AT}:12 digest`,
        "`digest` beside `reboot: true`",
        "a list of packages or a restart, not both",
        "Remove `digest`, or remove `reboot` and let a file of its own ask for the restart.",
      ],
    ],
  });
});
