import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about } from "../../finding";
import { manifestsOf } from "../../patching/manifests";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "manifest-is-private",
  concern: "review",
  description: "A list of patches to install lies in a private bucket.",
  why: "Who can write the list decides what is installed as root. An https address is read without credentials, so it must be public; and one longer than 256 characters, or with quotes in it, is refused at night.",
  remediation: "Write s3://BUCKET/KEY, at most 256 characters, for a bucket of the same region that only the pipeline writes.",
  severity: "critical",
  enforcement: "mandatory",
  controls: [CONTROLS.accessEnforcement, CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-aws-runpatchbaseline.html",
  unless: "Never.",
  resources: [TASK, ASSOCIATION],
  check: (stack) =>
    manifestsOf(stack)
      .filter(({ address }) => !isPrivate(address))
      .map(({ by, at, address }) =>
        about(by, at, `InstallOverrideList ${address.slice(0, 60)}`, "s3://BUCKET/KEY, at most 256 characters"),
      ),
});

function isPrivate(address: string): boolean {
  return address.length <= 256 && /^s3:\/\/[^/]+\/[^`'"$]+$/.test(address);
}
