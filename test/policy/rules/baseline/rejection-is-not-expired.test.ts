import rule from "fleet-patching-policy/rules/baseline/rejection-is-not-expired";
import { ubuntu } from "../../support/baselines";
import { testRule } from "../../support/test-rule";

const record = { patch: "linux-aws*", owner: "kernel-team", reason: "kernels come with the image", until: "2026-11-20" };
const nginx = { patch: "nginx", owner: "web", reason: "breaks the proxy", until: "2026-11-01" };
const LIST = "baseline.props.rejectedPatches";

export const cases = testRule({
  rule,
  compliant: { baseline: ubuntu },
  settings: { rejections: [record, nginx] },
  valid: [
    { name: "a rejection on its last day" },
    { name: "a rejection without a record, which another rule reports", settings: { rejections: [] } },
    { name: "no rejections", changes: [[LIST, []]] },
    { name: "an expired rejection on a day before", settings: { asOf: "2026-10-31" }, changes: [[LIST, ["nginx"]]] },
  ],
  invalid: [
    {
      name: "an expired rejection beside a living one",
      change: [`${LIST}.1`, "nginx"],
      finds: ["baseline, rejectedPatches.1: nginx, rejected by web until 2026-11-01 (breaks the proxy)"],
    },
    {
      name: "an expired rejection alone",
      change: [`${LIST}.0`, "nginx"],
      finds: ["baseline, rejectedPatches.0: nginx, rejected by web until 2026-11-01 (breaks the proxy)"],
    },
    {
      name: "the day after the last",
      settings: { asOf: "2026-11-21" },
      change: [LIST, ["linux-aws*"]],
      finds: ["baseline, rejectedPatches.0: linux-aws*, rejected by kernel-team until 2026-11-20 (kernels come with the image)"],
    },
    {
      name: "two expired rejections",
      settings: { asOf: "2027-01-01" },
      change: [LIST, ["linux-aws*", "nginx"]],
      finds: [
        "baseline, rejectedPatches.0: linux-aws*, rejected by kernel-team until 2026-11-20 (kernels come with the image)",
        "baseline, rejectedPatches.1: nginx, rejected by web until 2026-11-01 (breaks the proxy)",
      ],
    },
    {
      name: "an expired rejection on another system",
      change: ["baseline.props", { operatingSystem: "AMAZON_LINUX_2023", rejectedPatches: ["nginx"] }],
      finds: ["baseline, rejectedPatches.0: nginx, rejected by web until 2026-11-01 (breaks the proxy)"],
    },
  ],
});
