import { expect } from "chai";
import { judgeAll } from "fleet-patching-policy/judge";
import { rules } from "fleet-patching-policy/rules/index";
import { restartRunbook } from "../../components/aws/runbooks/restart";
import { restartText } from "../../components/aws/runbooks/restart-servers";
import { RESTART_ARGS } from "../support/runbook-args";
import { changed, json, resourcesOf, type Change } from "./support/fixture";
import { restarting } from "./support/programs";
import { NOW } from "./support/test-rule";

// The very documents by which this project restarts servers, in a window of one approval; then each condition of their gate is
// deleted, one by one.

const STEPS = "runbook.props.content.mainSteps";
const GATE = `${STEPS}.0.inputs`;

const own = changed(restarting, [
  ["command.props", { name: RESTART_ARGS.document, documentType: "Command", documentFormat: "JSON", content: restartText() }],
  ["runbook.props.content", json(restartRunbook({ ...RESTART_ARGS, expires: "2026-12-06T00:00:00Z" }))],
  ["task.props.taskInvocationParameters", { automationParameters: { documentVersion: "$DEFAULT" } }],
  ["window.props", { ...restarting["window"]!.props, schedule: "at(2026-12-05T22:00:00)", endDate: "2026-12-06T02:00:00Z" }],
]);

const RESTARTS = new Set([
  "restart-runs-through-guarded-runbook",
  "restart-waits-for-calendar",
  "restart-asks-for-release",
  "review-restart-waits-for-approval",
  "runbook-branches-have-default",
  "freeze-calendar-exists",
  "concurrency-and-errors-are-bounded",
]);
const CONFIGURATION = { sensitiveGroups: [RESTART_ARGS.group], productionGroups: [RESTART_ARGS.group] };

const violated = (changes: readonly Change[]): string[] => {
  const resources = resourcesOf(changed(own, changes), "prod", "update");
  const settingsOf = (settings: object = {}) =>
    Object.fromEntries(Object.entries(CONFIGURATION).filter(([name]) => Object.hasOwn(settings, name)));
  return rules
    .filter(({ name }) => RESTARTS.has(name))
    .filter((rule) => judgeAll(rule, resources, { configuration: settingsOf(rule.settings), now: NOW }).length > 0)
    .map(({ name }) => name);
};

/** The gate's script without what is written here. */
const unasked = (question: RegExp): Change => {
  const [gate] = restartRunbook(RESTART_ARGS).mainSteps;
  const script = gate?.action === "aws:executeScript" ? gate.inputs.Script : "";
  const changedScript = script.replaceAll(question, "ignored(");
  expect(changedScript).to.not.equal(script);
  return [`${GATE}.Script`, changedScript];
};

describe("the guarded restart of this project", () => {
  it("is what every rule on restarts asks for", () => expect(violated([])).to.deep.equal([]));

  const deletions: readonly (readonly [what: string, change: () => Change, rules: readonly string[]])[] = [
    [
      "told of no calendar",
      () => [`${GATE}.InputPayload.Calendars`, []],
      ["restart-runs-through-guarded-runbook", "restart-waits-for-calendar"],
    ],
    ["told of a calendar that nobody made", () => [`${GATE}.InputPayload.Calendars`, ["other"]], ["freeze-calendar-exists"]],
    ["told of no release", () => [`${GATE}.InputPayload.Releases`, []], ["restart-asks-for-release"]],
    ["told of no expiry", () => [`${GATE}.InputPayload.Expires`, ""], ["review-restart-waits-for-approval"]],
    [
      "not asking the calendar",
      () => unasked(/get_calendar_state\(/g),
      ["restart-runs-through-guarded-runbook", "restart-waits-for-calendar"],
    ],
    ["not asking the release", () => unasked(/get_parameter\(/g), ["restart-asks-for-release"]],
    ["not looking at the clock", () => unasked(/\bnow\(/g), ["review-restart-waits-for-approval"]],
  ];
  for (const [what, change, expected] of deletions) {
    it(`rejects a gate ${what}`, () => expect(violated([change()])).to.deep.equal(expected));
  }

  const unheeded: readonly (readonly [what: string, change: Change])[] = [
    ["a gate whose failure leads to the restart", [`${STEPS}.0.onFailure`, "step:wave1"]],
    ["a decision that is made without the gate", [`${STEPS}.1.inputs.Choices.0.Variable`, "{{ automation:EXECUTION_ID }}"]],
    ["a decision whose default is the restart", [`${STEPS}.1.inputs.Default`, "wave1"]],
    ["a held run that goes on", [`${STEPS}.2`, { name: "held", action: "aws:sleep", inputs: {}, nextStep: "wave1" }]],
  ];
  for (const [what, change] of unheeded) {
    it(`rejects ${what}`, () =>
      expect(violated([change])).to.deep.equal([
        "restart-waits-for-calendar",
        "restart-asks-for-release",
        "review-restart-waits-for-approval",
      ]));
  }
});
