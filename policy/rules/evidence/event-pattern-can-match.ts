import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { EVENT_KINDS, isFromSystemsManager, kindsOf, patternOf, wanted, type EventKind } from "../../event-pattern";
import type { Finding } from "../../finding";
import { UNKNOWN, type PlainRecord } from "../../plain";
import { isRecord, list, show, text } from "../../read";
import { EVENT_RULE } from "../../vocabulary";

export default defineRule({
  name: "event-pattern-can-match",
  concern: "evidence",
  description: "A pattern for events of Systems Manager can match one.",
  why: "EventBridge compares letter by letter, and Systems Manager spells its events in three ways. A pattern with status where a runbook says Status never fires, and nobody is told of any failure.",
  remediation: "Spell fields and states as the event's kind spells them.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.monitoring],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-eventbridge-events.html",
  unless: "AWS has added an event that this pack does not know yet.",
  resource: EVENT_RULE,
  needs: [],
  check: (rule) => {
    const pattern = patternOf(rule);
    if (pattern === undefined || pattern === UNKNOWN || !isFromSystemsManager(pattern)) return [];
    const kinds = kindsOf(pattern);
    const known = EVENT_KINDS.flatMap(({ stateField }) => stateField);
    const misspelt = list(pattern["detail-type"])
      .filter((type) => isNearMiss(text(type) ?? ""))
      .map((type): Finding => ({ at: "eventPattern, detail-type", got: show(type), want: "the type's exact spelling" }));
    return [
      ...misspelt,
      ...kinds.flatMap((kind) => (list(pattern["detail-type"]).length === 0 ? [] : misspeltStates(pattern, kind, known))),
    ];
  },
});

function isNearMiss(type: string): boolean {
  return (
    !EVENT_KINDS.some((kind) => kind.type === type) && EVENT_KINDS.some((kind) => kind.type.toLowerCase() === type.toLowerCase())
  );
}

function misspeltStates(pattern: PlainRecord, kind: EventKind, known: readonly string[]): readonly Finding[] {
  const detail = isRecord(pattern["detail"]) ? Object.keys(pattern["detail"]) : [];
  const fields = detail.filter(
    (field) => field !== kind.stateField && known.includes(field) && field.toLowerCase() === kind.stateField.toLowerCase(),
  );
  const states = (wanted(pattern, kind.stateField) ?? []).filter(
    (state) => typeof state === "string" && !kind.states.includes(state),
  );
  return [
    ...fields.map((field) => ({ at: `eventPattern, detail.${field}`, got: `${field} for ${kind.type}`, want: kind.stateField })),
    ...states.map((state) => ({
      at: `eventPattern, detail.${kind.stateField}`,
      got: show(state),
      want: `one of ${kind.states.join(", ")}`,
    })),
  ];
}
