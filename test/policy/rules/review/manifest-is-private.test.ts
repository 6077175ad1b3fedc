import rule from "fleet-patching-policy/rules/review/manifest-is-private";
import { changed, ref } from "../../support/fixture";
import { handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const PARAMETERS = "taskInvocationParameters.runCommandParameters.parameters";
const LIST = `install.props.${PARAMETERS}.2`;
const found = (address: string) => [`install, ${PARAMETERS}: InstallOverrideList ${address}`];

export const cases = testRule({
  rule,
  compliant: changed(handwritten, [[LIST, { name: "InstallOverrideList", values: ["s3://manifests/sha256/abc.yaml"] }]]),
  valid: [
    { name: "a private bucket" },
    { name: "no list", changes: [[LIST, undefined]] },
    { name: "an empty list", changes: [[`${LIST}.values.0`, ""]] },
    { name: "an address of 256 characters", changes: [[`${LIST}.values.0`, `s3://b/${"k".repeat(249)}`]] },
    {
      name: "a list in a bucket that is not known yet",
      changes: [
        [`${LIST}.values.0`, ref("window.id")],
        [`${LIST}.values`, []],
      ],
    },
  ],
  invalid: [
    {
      name: "a public address",
      change: [`${LIST}.values.0`, "https://manifests.s3.amazonaws.com/a.yaml"],
      finds: found("https://manifests.s3.amazonaws.com/a.yaml"),
    },
    {
      name: "an address of 257 characters",
      change: [`${LIST}.values.0`, `s3://b/${"k".repeat(250)}`],
      finds: found(`s3://b/${"k".repeat(53)}`),
    },
    {
      name: "a quote in the address",
      change: [`${LIST}.values.0`, "s3://manifests/it's.yaml"],
      finds: found("s3://manifests/it's.yaml"),
    },
    {
      name: "a variable in the address",
      change: [`${LIST}.values.0`, "s3://manifests/$group.yaml"],
      finds: found("s3://manifests/$group.yaml"),
    },
    { name: "a bucket without a key", change: [`${LIST}.values.0`, "s3://manifests"], finds: found("s3://manifests") },
    {
      name: "a public address under a name in another case",
      change: [LIST, { name: "installoverridelist", values: ["https://a.example/b.yaml"] }],
      finds: found("https://a.example/b.yaml"),
    },
  ],
});
