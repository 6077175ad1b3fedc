import type { ChoiceState, Condition, MapState, StateMachine, State, TaskState } from "../components/aws/state-machines/states";
import { filled, NoSuchPath, valueAt, withValue } from "./json-path";

/** What the services answer: by the call's resource without its partition, such as `events:putEvents`. An error is a call that failed. */
export type Services = (call: string, parameters: Readonly<Record<string, unknown>>) => unknown;

/** How an execution ended, and by which states it went. */
export interface Execution {
  readonly status: "SUCCEEDED" | "FAILED";
  readonly path: readonly string[];
}

/** More states than any of our machines goes through. */
const MOST_STATES = 1000;

type Called = Pick<TaskState, "Resource" | "Parameters" | "ResultSelector" | "ResultPath" | "Retry">;

/** Calls a service until it answers, as often as its retry says. No time passes: what waits, waits for nothing here. */
function call(state: Called, data: unknown, context: unknown, services: Services): unknown {
  const attempts = 1 + (state.Retry[0]?.MaxAttempts ?? 0);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const parameters = filled(state.Parameters, data, context);
      const answer = services(state.Resource.replace(/^arn:[^:]+:states:::/u, ""), Object(parameters));
      const kept = state.ResultSelector === undefined ? answer : filled(state.ResultSelector, answer, context);
      return state.ResultPath === null ? data : withValue(data, state.ResultPath, kept);
    } catch (error) {
      if (error instanceof NoSuchPath || attempt >= attempts) throw error;
    }
  }
}

function each(state: MapState, data: unknown, context: unknown, services: Services): unknown {
  const items = valueAt(data, state.ItemsPath);
  const inner = state.ItemProcessor.States[state.ItemProcessor.StartAt];
  if (!Array.isArray(items) || !inner) throw new NoSuchPath(`${state.ItemsPath} is no list`);
  for (const item of items) call(inner, item, context, services);
  return data;
}

function holds(condition: Condition, data: unknown): boolean {
  if ("IsPresent" in condition) {
    try {
      return valueAt(data, condition.Variable) !== undefined;
    } catch {
      return false;
    }
  }
  const value = valueAt(data, condition.Variable);
  if ("NumericEquals" in condition) return value === condition.NumericEquals;
  const [before = "", after = ""] = condition.StringMatches.split("*");
  return typeof value === "string" && value.startsWith(before) && value.slice(before.length).endsWith(after);
}

const chosen = (state: ChoiceState, data: unknown): string =>
  state.Choices.find((choice) => holds(choice, data))?.Next ?? state.Default;

/** A state's next, and the data then; null where the execution ends as failed without any word. */
function step(state: Exclude<State, { Type: "Succeed" | "Fail" }>, data: unknown, context: unknown, services: Services) {
  try {
    if (state.Type === "Choice") return { next: chosen(state, data), data };
    if (state.Type === "Pass")
      return { next: state.Next, data: withValue(data, state.ResultPath, filled(state.Parameters, data, context)) };
    if (state.Type === "Map") return { next: state.Next, data: each(state, data, context, services) };
    return { next: state.Next, data: call(state, data, context, services) };
  } catch (error) {
    // What Step Functions calls a runtime error is caught by nothing.
    const [caught] = "Catch" in state && !(error instanceof NoSuchPath) ? (state.Catch ?? []) : [];
    if (!caught) return null;
    const failure = { Error: "States.TaskFailed", Cause: error instanceof Error ? error.message : String(error) };
    return { next: caught.Next, data: withValue(data, caught.ResultPath, failure) };
  }
}

/** Runs a state machine over services, as Step Functions would. */
export function execute(machine: StateMachine, services: Services, name: string): Execution {
  const path: string[] = [];
  const context = { Execution: { Name: name }, StateMachine: { Id: "machine" } };
  let at = machine.StartAt;
  let data: unknown = {};
  while (path.length < MOST_STATES) {
    const state = machine.States[at];
    path.push(at);
    if (!state) throw new Error(`no state ${at}`);
    if (state.Type === "Succeed") return { status: "SUCCEEDED", path };
    if (state.Type === "Fail") return { status: "FAILED", path };
    const taken = step(state, data, context, services);
    if (taken === null) return { status: "FAILED", path };
    at = taken.next;
    data = taken.data;
  }
  throw new Error(`a machine that does not end: ${path.slice(0, 20).join(", ")}`);
}
