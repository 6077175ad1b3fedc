import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, type Finding } from "../../finding";
import { GRANTING, statementsOf, type GrantedStatement } from "../../iam/grants";
import { judgeStatements } from "../../iam/judged-roles";
import type { Resource } from "../../resource";

export default defineRule({
  name: "no-ssm-wildcard",
  concern: "identity",
  description: "No policy allows everything in Systems Manager, and no role of windows and runbooks everything at all.",
  why: "ssm:* includes the rights to change baselines, calendars and the runbook itself, to read every parameter, and to open a shell on every server.",
  remediation: "Name the actions that the window or the runbook needs.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.leastPrivilege],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-setup-iam.html",
  unless: "The account is a sandbox.",
  resources: GRANTING,
  check: (stack) => {
    const ofSystemsManager = stack
      .of(...GRANTING)
      .flatMap((by) => statementsOf(by).flatMap((held) => ("statement" in held ? wide(by, held, /^ssm:[*?]*$/i) : [])));
    const ofPatching = judgeStatements(stack, WANT, (held) => {
      const { by, at, statement } = held;
      if (statement.effect !== "Allow" || statement.notActions === undefined) return wide(by, held, /^(?:\*|\*:\*)$/);
      return [about(by, `${at}, ${statement.name}`, "NotAction, which allows all the rest", WANT)];
    });
    return [...ofSystemsManager, ...ofPatching];
  },
});

const WANT = "the actions it needs, by name";

function wide(by: Resource, { at, statement }: GrantedStatement, pattern: RegExp): readonly Finding[] {
  if (statement.effect !== "Allow") return [];
  const actions = statement.actions.filter((action) => pattern.test(action));
  return actions.map((action) => about(by, `${at}, ${statement.name}`, action, WANT));
}
