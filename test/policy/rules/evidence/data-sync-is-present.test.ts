import rule from "fleet-patching-policy/rules/evidence/data-sync-is-present";
import { ubuntu } from "../../support/baselines";
import { evidence } from "../../support/evidence";
import { testRule } from "../../support/test-rule";

const american = { ...ubuntu, props: { ...ubuntu.props, region: "us-east-1" } };
const NONE = ["ubuntu, its region: no resource data sync"];

export const cases = testRule({
  rule,
  compliant: { ubuntu, sync: evidence["sync"]!, bucket: evidence["bucket"]! },
  valid: [
    { name: "a sync in the region" },
    {
      name: "a stack without baselines",
      changes: [
        ["ubuntu", undefined],
        ["sync", undefined],
      ],
    },
    {
      name: "a sync in each region",
      changes: [
        ["american", american],
        ["americanSync", { ...evidence["sync"], props: { region: "us-east-1" } }],
      ],
    },
  ],
  invalid: [
    { name: "no sync", change: ["sync", undefined], finds: NONE },
    { name: "a sync in another region", change: ["sync.props.region", "us-east-1"], finds: NONE },
    {
      name: "a sync in another account",
      change: ["sync.provider", { name: "other", props: { region: "eu-west-1" } }],
      finds: NONE,
    },
    {
      name: "a baseline in a second region",
      change: ["american", american],
      finds: ["american, its region: no resource data sync"],
    },
    { name: "a baseline that moved", change: ["ubuntu.props.region", "eu-central-1"], finds: NONE },
  ],
});
