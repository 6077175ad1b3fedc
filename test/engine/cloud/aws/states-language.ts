import { isStructure, type Finding, type Properties } from "../../api/finding";

/**
 * What Step Functions refuses about a definition in the Amazon States Language: no JSON, no start, states that are not there or
 * that nobody reaches, a state that neither goes on nor ends.
 * @see https://states-language.net/spec.html
 */
export function definitionFindings(definition: string, at: string): Finding[] {
  const parsed = read(definition);
  if (!isStructure(parsed)) return [{ at, reason: "InvalidDefinition: INVALID_JSON_DESCRIPTION" }];
  const states = isStructure(parsed["States"]) ? parsed["States"] : {};
  const start = String(parsed["StartAt"]);
  const reached = reachable(states, start);
  const bad = [
    ...(start in states ? [] : [`StartAt ${start} is no state`]),
    ...Object.entries(states).flatMap(([name, state]) =>
      isStructure(state) ? stateReasons(name, state) : [`${name} is no state`],
    ),
    ...[...reached].filter((name) => !(name in states)).map((name) => `MISSING_TRANSITION_TARGET: ${name}`),
    ...Object.keys(states)
      .filter((name) => !reached.has(name))
      .map((name) => `UNREACHABLE: ${name}`),
  ];
  return bad.map((reason) => ({ at, reason: `InvalidDefinition: ${reason}` }));
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const kinds = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"];

function stateReasons(name: string, state: Properties): string[] {
  const type = String(state["Type"]);
  const goesOn = state["Next"] !== undefined || state["End"] === true;
  const ends = ["Choice", "Succeed", "Fail"].includes(type);
  const parameters = Object.keys(isStructure(state["Parameters"]) ? state["Parameters"] : {});
  return [
    ...(kinds.includes(type) ? [] : [`${name} has no type`]),
    ...(ends || goesOn ? [] : [`${name} neither goes on nor ends`]),
    ...(type === "Task" && !/^arn:[^:]+:states:/u.test(String(state["Resource"])) ? [`${name} calls nothing`] : []),
    ...parameters
      .filter((key) => key.endsWith(".$") && !/^(?:\$|States\.)/u.test(String(Object(state["Parameters"])[key])))
      .map((key) => `${name}: ${key} is no path`),
  ];
}

function nextOf(state: unknown): string[] {
  if (!isStructure(state)) return [];
  const choices = Array.isArray(state["Choices"]) ? state["Choices"] : [];
  const catches = Array.isArray(state["Catch"]) ? state["Catch"] : [];
  return [state["Next"], state["Default"], ...[...choices, ...catches].map((each) => Object(each).Next)]
    .filter((next) => next !== undefined)
    .map(String);
}

function reachable(states: Properties, start: string): Set<string> {
  const reached = new Set<string>();
  const visit = (name: string): void => {
    if (reached.has(name)) return;
    reached.add(name);
    nextOf(states[name]).forEach(visit);
  };
  visit(start);
  return reached;
}
