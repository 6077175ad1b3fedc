import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { manifestsOf } from "../../patching/manifests";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "manifest-is-named-by-its-digest",
  concern: "review",
  description: "A list of patches to install lies under its own digest.",
  why: "Under a name that stays, the list that is installed is the one that lies there at night, not the one that was approved: a later upload replaces it, and nothing shows it.",
  remediation:
    "Write the list's SHA-256 in hexadecimal into its key, and let the gate compare it with the checksum that S3 keeps.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html",
  unless: "Lists are told apart by something else that changes with every change of them.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    manifestsOf(stack)
      .filter(({ address }) => !DIGEST.test(address))
      .map(({ by, at, address }) =>
        about(
          by,
          at,
          `InstallOverrideList ${address.slice(0, 60)}`,
          "a key that holds the list's SHA-256, 64 hexadecimal digits",
        ),
      ),
});

const DIGEST = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/i;
