import rule from "fleet-patching-policy/rules/install/concurrency-and-errors-are-bounded";
import { ref } from "../../support/fixture";
import { guarded, handwritten, restarting } from "../../support/programs";
import { testRule } from "../../support/test-rule";

const AT = "install, taskInvocationParameters.runCommandParameters.parameters";
const GROUP = "servers.props.targets.0.values.0";

export const inWindow = testRule({
  rule,
  compliant: handwritten,
  valid: [
    { name: "a tenth at once, stopping after a twentieth" },
    {
      name: "ten at once, stopping at 30 %",
      changes: [
        ["install.props.maxConcurrency", "10"],
        ["install.props.maxErrors", "30%"],
      ],
    },
    {
      name: "half at once, stopping at the first failure",
      changes: [
        ["install.props.maxConcurrency", "50%"],
        ["install.props.maxErrors", "0"],
      ],
    },
    {
      name: "all at once where it is not production",
      changes: [
        [GROUP, "nonprod"],
        ["install.props.maxConcurrency", "100%"],
      ],
    },
    { name: "sixty servers at once", changes: [["install.props.maxConcurrency", "60"]] },
    { name: "a scan of all at once", changes: [["scan.props.maxConcurrency", "100%"]] },
    {
      name: "a wider limit that is allowed",
      settings: { mostConcurrencyPercent: 100 },
      changes: [["install.props.maxConcurrency", "100%"]],
    },
  ],
  invalid: [
    { name: "all at once", change: ["install.props.maxConcurrency", "100%"], finds: [`${AT}, its maximum of concurrency: 100%`] },
    {
      name: "a little more than half",
      change: ["install.props.maxConcurrency", "51%"],
      finds: [`${AT}, its maximum of concurrency: 51%`],
    },
    {
      name: "a number that is too high",
      change: ["install.props.maxConcurrency", "101"],
      finds: [`${AT}, its maximum of concurrency: 101`],
    },
    {
      name: "no limit of concurrency",
      change: ["install.props.maxConcurrency", undefined],
      finds: [`${AT}, its maximum of concurrency: nothing`],
    },
    {
      name: "no limit of errors",
      change: ["install.props.maxErrors", undefined],
      finds: [`${AT}, its maximum of errors: nothing`],
    },
    { name: "errors without end", change: ["install.props.maxErrors", "100%"], finds: [`${AT}, its maximum of errors: 100%`] },
    { name: "a third of errors", change: ["install.props.maxErrors", "31%"], finds: [`${AT}, its maximum of errors: 31%`] },
    { name: "a word", change: ["install.props.maxErrors", "few"], finds: [`${AT}, its maximum of errors: few`] },
    {
      name: "servers by id, whose group nobody can tell",
      change: [
        "install.props",
        {
          ...handwritten["install"]!.props,
          maxErrors: "100%",
          targets: [{ key: "InstanceIds", values: ["i-0123456789abcdef0"] }],
        },
      ],
      finds: [`? ${AT}, its maximum of errors: 100%; whether its servers are production cannot be told`],
    },
    {
      name: "a limit that is not known",
      change: ["install.props.maxErrors", ref("window.name")],
      finds: [`${AT}, its maximum of errors: name-of-window`],
      findsInPreview: [`? ${AT}, its maximum of errors: a value not known before the update`],
    },
  ],
});

const STEP = "runbook.props.content.mainSteps.4.inputs";
const INSTALL = "task, runbook fleet-install, step install";

export const inRunbook = testRule({
  rule,
  compliant: guarded,
  valid: [{ name: "limits from the runbook's defaults" }],
  invalid: [
    {
      name: "a default that is too high",
      change: ["runbook.props.content.parameters.Concurrency.default", "75%"],
      finds: [`${INSTALL}, its maximum of concurrency: 75%`],
    },
    {
      name: "a task that gives too much",
      change: ["task.props.taskInvocationParameters.automationParameters.parameters.4", { name: "Errors", values: ["90%"] }],
      finds: [`${INSTALL}, its maximum of errors: 90%`],
    },
    {
      name: "a step without a limit",
      change: [`${STEP}.MaxConcurrency`, undefined],
      finds: [`${INSTALL}, its maximum of concurrency: nothing`],
    },
    {
      name: "a parameter that nobody gives",
      change: ["runbook.props.content.parameters.Errors", { type: "String" }],
      finds: [`? ${INSTALL}, its maximum of errors: a value not known before the update`],
    },
  ],
});

export const restart = testRule({
  rule,
  compliant: restarting,
  valid: [{ name: "a restart of one server after another" }],
  invalid: [
    {
      name: "a restart of all servers at once",
      change: ["runbook.props.content.mainSteps.3.inputs.MaxConcurrency", "100%"],
      finds: ["task, runbook fleet-restart, step wave1, its maximum of concurrency: 100%"],
    },
  ],
});
