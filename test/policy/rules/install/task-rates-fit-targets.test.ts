import rule from "fleet-patching-policy/rules/install/task-rates-fit-targets";
import { guarded, handwritten } from "../../support/programs";
import { testRule } from "../../support/test-rule";

export const cases = testRule({
  rule,
  compliant: {
    install: handwritten["install"]!,
    servers: handwritten["servers"]!,
    window: handwritten["window"]!,
    task: guarded["task"]!,
  },
  valid: [
    { name: "both rates beside targets, neither without" },
    {
      name: "numbers",
      changes: [
        ["install.props.maxConcurrency", "10"],
        ["install.props.maxErrors", "0"],
      ],
    },
    {
      name: "numbers that are no text",
      changes: [
        ["install.props.maxConcurrency", 10],
        ["install.props.maxErrors", 1],
      ],
    },
    {
      name: "all at once",
      changes: [
        ["install.props.maxConcurrency", "100%"],
        ["install.props.maxErrors", "100%"],
      ],
    },
    { name: "an empty list of targets", changes: [["task.props.targets", []]] },
  ],
  invalid: [
    {
      name: "targets without a maximum of concurrency",
      change: ["install.props.maxConcurrency", undefined],
      finds: ["install, maxConcurrency: nothing"],
    },
    {
      name: "targets without a maximum of errors",
      change: ["install.props.maxErrors", undefined],
      finds: ["install, maxErrors: nothing"],
    },
    { name: "none at once", change: ["install.props.maxConcurrency", "0"], finds: ["install, maxConcurrency: 0"] },
    { name: "no percent at once", change: ["install.props.maxConcurrency", "0%"], finds: ["install, maxConcurrency: 0%"] },
    { name: "more than all", change: ["install.props.maxErrors", "150%"], finds: ["install, maxErrors: 150%"] },
    {
      name: "a number of eight digits",
      change: ["install.props.maxErrors", "10000000"],
      finds: ["install, maxErrors: 10000000"],
    },
    { name: "a rate without targets", change: ["task.props.maxConcurrency", "10%"], finds: ["task, maxConcurrency: 10%"] },
    { name: "a maximum of errors without targets", change: ["task.props.maxErrors", "1"], finds: ["task, maxErrors: 1"] },
    {
      name: "a command without targets",
      change: ["install.props", { taskType: "RUN_COMMAND" }],
      finds: ["install, targets: nothing"],
    },
  ],
});
