import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { isFromSystemsManager, kindsOf, patternOf, wanted, type EventKind } from "../../event-pattern";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { operationsOf } from "../../patching/operation";
import { UNKNOWN, type PlainRecord } from "../../plain";
import { flag } from "../../read";
import { place, type Resource } from "../../resource";
import type { Stack } from "../../stack";
import { EVENT_RULE, EVENT_TARGET, TASK } from "../../vocabulary";

export default defineRule({
  name: "failure-alert-is-present",
  concern: "evidence",
  description: "Where windows install, somebody is told when they fail.",
  why: "A window that fails every week looks like one that works: nothing changes on the servers.",
  remediation:
    "Add an EventBridge rule for failed and timed-out runbooks, commands or windows of aws.ssm, with a target that reaches people.",
  severity: "medium",
  enforcement: "advisory",
  controls: [CONTROLS.monitoring, CONTROLS.flawRemediation],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-eventbridge-events.html",
  unless: "Events of the account are watched by another stack.",
  resources: [TASK],
  check: (stack) => {
    const installing = operationsOf(stack).filter(({ does, window }) => does === "install" && window !== undefined);
    const places = grouped(installing, ({ by }) => place(by));
    return [...places].flatMap(([where, [first]]): readonly Finding[] =>
      first === undefined || isWatched(stack, where)
        ? []
        : [about(first.by, "its region", "nothing that tells of failures", "an EventBridge rule with a target")],
    );
  },
});

function isWatched(stack: Stack, where: string): boolean {
  return stack.of(EVENT_RULE).some((rule) => {
    if (place(rule) !== where || flag(rule.props["isEnabled"]) === false || rule.props["state"] === "DISABLED") return false;
    const pattern = patternOf(rule);
    if (pattern === undefined || pattern === UNKNOWN || !isFromSystemsManager(pattern)) return false;
    return kindsOf(pattern).some((kind) => tellsFailure(pattern, kind)) && hasTarget(stack, rule);
  });
}

function tellsFailure(pattern: PlainRecord, kind: EventKind): boolean {
  const states = wanted(pattern, kind.stateField);
  return (
    kind.type !== "Configuration Compliance State Change" &&
    (states === undefined || kind.bad.some((state) => states.includes(state)))
  );
}

function hasTarget(stack: Stack, rule: Resource): boolean {
  return stack.of(EVENT_TARGET).some((target) => {
    const rules = stack.referred(target, "rule", target.props["rule"], EVENT_RULE);
    return typeof rules === "object" && rules.includes(rule);
  });
}
