import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { operationsOf } from "../../patching/operation";
import { holdAllNodes } from "../../patching/targets";
import { UNKNOWN } from "../../plain";
import { flag } from "../../read";
import { place } from "../../resource";
import { ASSOCIATION, BASELINE } from "../../vocabulary";

export default defineRule({
  name: "every-node-is-scanned",
  concern: "install",
  description: "Where servers are patched by baselines, an association scans all nodes on a schedule, tagged or not.",
  why: "A window reaches servers by tag, so one that nobody tagged is never scanned and appears in no report. Only an association reaches all.",
  remediation:
    "Add an association of AWS-RunPatchBaseline with Operation Scan on InstanceIds *, with a schedule and applyOnlyAtCronInterval.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.vulnerabilityScanning, CONTROLS.ssmPatchCompliance, CONTROLS.inventory],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-scan-only.html",
  unless: "Another stack scans all nodes of the account.",
  resources: [BASELINE],
  check: (stack) =>
    [...grouped(stack.of(BASELINE), place)].flatMap(([where, [first]]): readonly Finding[] => {
      const scans = operationsOf(stack).filter(
        ({ does, by, targets }) =>
          does === "scan" &&
          by.type === ASSOCIATION &&
          place(by) === where &&
          targets !== UNKNOWN &&
          holdAllNodes(targets[0]?.conditions ?? []) === true,
      );
      if (
        first === undefined ||
        scans.some(({ by }) => by.props["scheduleExpression"] !== undefined && flag(by.props["applyOnlyAtCronInterval"]) === true)
      )
        return [];
      const got =
        scans.length === 0 ? "no association that scans all nodes" : "a scan of all nodes that does not keep to a schedule";
      return [about(first, "its servers", got, "a scheduled scan on InstanceIds *")];
    }),
});
