import type { Bindings } from "../automation/bindings";
import type { Runbook } from "../automation/document";
import { UNKNOWN } from "../plain";
import { at } from "../read";
import type { Resource } from "../resource";
import { TASK } from "../vocabulary";
import { readMap, readNamedValues } from "./invocation";

/** The values that a task or association gives a runbook's parameters, and the runbook's defaults for the others. */
export function bindingsOf(by: Resource, runbook: Runbook): Bindings {
  const given =
    by.type === TASK
      ? readNamedValues(at(by.props, "taskInvocationParameters.automationParameters.parameters"))
      : readMap(by.props["parameters"]);
  return new Map([...runbook.defaults, ...(given === UNKNOWN ? [] : given)]);
}
