import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { place } from "../../resource";
import { BASELINE, DATA_SYNC } from "../../vocabulary";

export default defineRule({
  name: "data-sync-is-present",
  concern: "evidence",
  description: "Where servers are patched, a resource data sync carries what was found to the central bucket.",
  why: "Systems Manager shows the latest state of one account and region, for thirty days. Which package was updated on which server, and when, can be told only from what was copied away.",
  remediation: "Add an aws.ssm.ResourceDataSync in each account and region.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.auditRecords, CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html",
  unless: "Evidence is gathered in another way.",
  resources: [BASELINE],
  check: (stack) => {
    const synced = new Set(stack.of(DATA_SYNC).map(place));
    return [...grouped(stack.of(BASELINE), place)].flatMap(([where, [first]]): readonly Finding[] =>
      first === undefined || synced.has(where)
        ? []
        : [about(first, "its region", "no resource data sync", "one in the same account and region")],
    );
  },
});
