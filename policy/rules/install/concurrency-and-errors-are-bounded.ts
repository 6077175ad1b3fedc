import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided, type Finding } from "../../finding";
import { isProduction, productionSettings } from "../../group";
import { operationsOf, type Operation } from "../../patching/operation";
import { groupsOf } from "../../patching/targets";
import { UNKNOWN, type Plain } from "../../plain";
import { show } from "../../read";
import { integer } from "../../setting";
import { ASSOCIATION, TASK } from "../../vocabulary";

export default defineRule({
  name: "concurrency-and-errors-are-bounded",
  concern: "install",
  description: "An install or a restart in production reaches only a part of its servers at once and stops after a few failures.",
  why: "A patch that breaks servers breaks as many as are let at it before anybody sees the first one fail. Without limits Run Command takes fifty at a time.",
  remediation: "Write a maximum concurrency and a maximum of errors, as a number or a percentage.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.changeControl, CONTROLS.impactAnalysis],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/send-commands-multiple.html",
  unless: "The group is one server.",
  settings: {
    ...productionSettings,
    mostConcurrencyPercent: integer(50, 1, 100, "How many of a group's servers may install or restart at once, in percent."),
    mostErrorsPercent: integer(30, 0, 100, "After how many failures it must stop, in percent of the servers."),
    mostAtOnce: integer(
      100,
      1,
      10_000,
      "How many servers may install or restart at once, or fail, where a number is written instead of a percentage.",
    ),
  },
  resources: [TASK, ASSOCIATION],
  check: (stack, { settings }) =>
    operationsOf(stack)
      .filter(({ does }) => does === "install" || does === "restart")
      .flatMap((install) => {
        const found = [
          ...limit(install, "concurrency", settings.mostConcurrencyPercent, settings.mostAtOnce),
          ...limit(install, "errors", settings.mostErrorsPercent, settings.mostAtOnce),
        ];
        const production = isProduction(groupsOf(install.targets), stack.name, settings);
        if (production === "no") return [];
        if (production === "yes") return found;
        return found.map((one) => ({
          ...one,
          undecided: true as const,
          got: `${one.got}; whether its servers are production cannot be told`,
        }));
      }),
});

function limit(install: Operation, kind: "concurrency" | "errors", percent: number, count: number): readonly Finding[] {
  const value: Plain = install.rates[kind];
  const at = `${install.at}, its maximum of ${kind === "errors" ? "errors" : "concurrency"}`;
  const want = `at most ${percent}% or ${count} servers`;
  if (value === UNKNOWN) return [undecided(install.by, at, "a value not known before the update", want)];
  const [, digits, sign] = /^(\d+)(%?)$/.exec(show(value)) ?? [];
  const most = sign === "%" ? percent : count;
  return digits !== undefined && Number(digits) <= most ? [] : [about(install.by, at, show(value), want)];
}
