import { stepsThatAsk } from "../../automation/asking";
import { bindAll } from "../../automation/bindings";
import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { changingRunbooks, type ChangingRunbook } from "../../patching/changing-steps";
import { bindingsOf } from "../../patching/task-parameters";
import { UNKNOWN, type Plain } from "../../plain";
import { isList, isRecord, text } from "../../read";
import type { Stack } from "../../stack";
import { ASSOCIATION, DOCUMENT, TASK } from "../../vocabulary";

export default defineRule({
  name: "freeze-calendar-exists",
  concern: "install",
  description: "The change calendar that a runbook asks exists.",
  why: "A runbook that asks for a calendar nobody made fails at every run, in the middle of the night, and nothing is ever installed or restarted.",
  remediation:
    "Make the calendar (aws.ssm.Document of type ChangeCalendar) in the same stack, or name one elsewhere by its full ARN.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl],
  source: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetCalendarState.html",
  unless: "The calendar is made by another program; then name it by its ARN.",
  resources: [TASK, ASSOCIATION],
  check: (stack) => changingRunbooks(stack).flatMap((changing) => missingCalendar(stack, changing)),
});

function missingCalendar(stack: Stack, { by, runbook }: ChangingRunbook): readonly Finding[] {
  const calendars = new Set(
    stack.of(DOCUMENT).flatMap(({ props }) => (props["documentType"] === "ChangeCalendar" ? [text(props["name"]) ?? ""] : [])),
  );
  return stepsThatAsk(runbook, "calendar").flatMap((step): readonly Finding[] => {
    const asked = [...textsIn(bindAll(step.inputs, bindingsOf(by, runbook)))];
    if (asked.some((name) => name === UNKNOWN || calendars.has(name) || /^arn:[^:]+:ssm:[^:]+:\d{12}:document\//.test(name)))
      return [];
    const got = calendars.size === 0 ? "no change calendar in this stack" : `none of ${[...calendars].join(", ")}`;
    return [about(by, `runbook ${runbook.name}, step ${step.name}`, got, "a calendar of this stack, or a full ARN")];
  });
}

/** All texts in a step's inputs, the script's own left out. */
function* textsIn(value: Plain): Generator<string | typeof UNKNOWN> {
  if (typeof value === "string" || value === UNKNOWN) yield value;
  else if (isList(value)) for (const item of value) yield* textsIn(item);
  else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) if (key !== "Script") yield* textsIn(item);
  }
}
