import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { documentName } from "../../patching/documents";
import { holdAllNodes, readConditions } from "../../patching/targets";
import { text } from "../../read";
import { place } from "../../resource";
import { ASSOCIATION, BASELINE } from "../../vocabulary";

export default defineRule({
  name: "inventory-is-gathered-once",
  concern: "evidence",
  description: "Where servers are patched, exactly one association gathers the inventory of all nodes.",
  why: "Without an inventory nobody knows what is installed. Two of them on one server make both fail, or one be skipped.",
  remediation: "Keep one association of AWS-GatherSoftwareInventory, on InstanceIds *.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-collection.html",
  unless: "Quick Setup gathers the inventory of the account.",
  resources: [BASELINE, ASSOCIATION],
  check: (stack) => {
    const gathering = stack
      .of(ASSOCIATION)
      .filter(({ props }) => documentName(text(props["name"]) ?? "") === "AWS-GatherSoftwareInventory");
    const byPlace = grouped(gathering, place);
    const missing = [...grouped(stack.of(BASELINE), place)].flatMap(([where, [first]]): readonly Finding[] =>
      first === undefined || byPlace.has(where)
        ? []
        : [about(first, "its servers", "no association that gathers inventory", "one on InstanceIds *")],
    );
    const wrong = [...byPlace.values()].flatMap(([first, ...more]): readonly Finding[] => [
      ...(first === undefined || holdAllNodes(readConditions(first.props["targets"])) !== false
        ? []
        : [about(first, "targets", "a part of the nodes", "InstanceIds *")]),
      ...more.map((association) =>
        about(association, "name", `a second inventory beside ${first?.name ?? ""}`, "one per account and region"),
      ),
    ]);
    return [...missing, ...wrong];
  },
});
