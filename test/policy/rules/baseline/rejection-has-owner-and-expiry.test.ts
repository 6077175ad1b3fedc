import rule from "fleet-patching-policy/rules/baseline/rejection-has-owner-and-expiry";
import { ubuntu } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const record = { patch: "linux-aws*", owner: "kernel-team", reason: "kernels come with the image", until: "2027-03-31" };
const LIST = "baseline.props.rejectedPatches";

export const cases = testRule({
  rule,
  compliant: { baseline: ubuntu },
  settings: { rejections: [record] },
  valid: [
    { name: "a rejection with a record" },
    { name: "no rejections", changes: [[LIST, undefined]] },
    { name: "an expired record, which another rule reports", settings: { rejections: [{ ...record, until: "2026-01-01" }] } },
    { name: "records for more than is rejected", settings: { rejections: [record, { ...record, patch: "nginx" }] } },
  ],
  invalid: [
    {
      name: "a second rejection without a record",
      change: [`${LIST}.1`, "nginx"],
      finds: ["baseline, rejectedPatches.1: nginx, which nobody answers for"],
    },
    {
      name: "a rejection that is not the recorded one",
      change: [`${LIST}.0`, "linux-*"],
      finds: ["baseline, rejectedPatches.0: linux-*, which nobody answers for"],
    },
    {
      name: "no records",
      settings: { rejections: [] },
      change: [`${LIST}.0`, "nginx"],
      finds: ["baseline, rejectedPatches.0: nginx, which nobody answers for"],
    },
    {
      name: "a record in another case",
      change: [`${LIST}.0`, "Linux-aws*"],
      finds: ["baseline, rejectedPatches.0: Linux-aws*, which nobody answers for"],
    },
    {
      name: "a record without an owner",
      settings: { rejections: [{ patch: "linux-aws*", reason: "kernels", until: "2027-03-31" }] },
      change: [LIST, ["linux-aws*"]],
      finds: ["baseline, the configuration, rejection-has-owner-and-expiry.rejections.0.owner: nothing"],
    },
    {
      name: "a record with a date that is none",
      settings: { rejections: [{ ...record, until: "next spring" }] },
      change: [LIST, ["linux-aws*"]],
      finds: ["baseline, the configuration, rejection-has-owner-and-expiry.rejections.0.until: next spring"],
    },
  ],
});
