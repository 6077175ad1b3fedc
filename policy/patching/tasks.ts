import { readRunbook } from "../automation/document";
import { UNKNOWN, type Plain, type Unknown } from "../plain";
import { at, isRecord, list, text } from "../read";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { DOCUMENT, TARGET, WINDOW } from "../vocabulary";
import { effectOfCommandDocument } from "./command-document";
import { documentName } from "./documents";
import { effectOf, readNamedValues, type Effect } from "./invocation";
import type { Operation } from "./operation";
import { operationsOfRunbook } from "./steps";
import { readConditions, type NodeSet, type Targets } from "./targets";

/** What a window's task does to servers. Tasks of Lambda and Step Functions tell nothing; a rule of its own names them. */
export function operationsOfTask(stack: Stack, task: Resource): readonly Operation[] {
  const kind = text(task.props["taskType"]);
  const reference = task.props["taskArn"];
  const common = commonOf(stack, task);
  if (task.props["taskType"] === UNKNOWN) return [{ ...common, does: "unclear", why: "its taskType is not known" }];
  if (kind === "RUN_COMMAND") return runCommand(stack, task, reference, common);
  return kind === "AUTOMATION" ? automation(stack, task, reference, common) : [];
}

type Common = Omit<Operation, "does">;

function commonOf(stack: Stack, task: Resource): Common {
  const reference = text(task.props["taskArn"]);
  return {
    by: task,
    at: "taskArn",
    document: reference === undefined ? "a document not known before the update" : documentName(reference),
    targets: targetsOf(stack, task),
    parameters: new Map(),
    rates: { concurrency: task.props["maxConcurrency"], errors: task.props["maxErrors"] },
    window: windowOf(stack, task),
    priority: task.props["priority"],
  };
}

function runCommand(stack: Stack, task: Resource, reference: Plain, common: Common): readonly Operation[] {
  const parameters = readNamedValues(at(task.props, "taskInvocationParameters.runCommandParameters.parameters"));
  const path = "taskInvocationParameters.runCommandParameters.parameters";
  if (parameters === UNKNOWN) return [{ ...common, at: path, does: "unclear", why: "its parameters are not known" }];
  const effect = effectOfReference(stack, task, reference, parameters);
  return effect.does === "nothing" || effect.does === "own" ? [] : [{ ...common, at: path, parameters, ...effect }];
}

function effectOfReference(stack: Stack, task: Resource, reference: Plain, parameters: ReadonlyMap<string, Plain>): Effect {
  const name = text(reference);
  const effect: Effect = name === undefined ? { does: "own" } : effectOf(documentName(name), parameters);
  if (effect.does !== "own") return effect;
  const documents = stack.referred(task, "taskArn", documentReference(reference), DOCUMENT);
  if (documents === UNKNOWN) return { does: "unclear", why: "which document it runs is not known" };
  if (documents === "elsewhere") return { does: "unclear", why: "its document is not in this stack" };
  return documents.map((document) => effectOfCommandDocument(document, parameters))[0] ?? { does: "nothing" };
}

function automation(stack: Stack, task: Resource, reference: Plain, common: Common): readonly Operation[] {
  const path = "taskInvocationParameters.automationParameters.parameters";
  const parameters = readNamedValues(at(task.props, path));
  const name = text(reference);
  const effect: Effect = name === undefined ? { does: "own" } : effectOf(documentName(name), new Map());
  if (effect.does === "nothing") return [];
  if (effect.does !== "own") return [{ ...common, ...effect, parameters: parameters === UNKNOWN ? new Map() : parameters }];
  const documents = stack.referred(task, "taskArn", documentReference(reference), DOCUMENT);
  if (documents === UNKNOWN) return [{ ...common, does: "unclear", why: "which runbook it starts is not known" }];
  if (documents === "elsewhere") return [{ ...common, does: "unclear", why: "its runbook is not in this stack" }];
  return documents.flatMap((document): readonly Operation[] => {
    const runbook = readRunbook(document);
    if ("why" in runbook) return [{ ...common, does: "unclear", why: `runbook ${document.name}: ${runbook.why}` }];
    return operationsOfRunbook(stack, runbook, parameters === UNKNOWN ? new Map() : parameters, common);
  });
}

/** A document's ARN and its plain name are the same reference. */
function documentReference(reference: Plain): Plain {
  return typeof reference === "string" ? documentName(reference) : reference;
}

/** The nodes a task runs on: those of its registered window targets, or the ids and tags it names itself. */
export function targetsOf(stack: Stack, task: Resource): Targets {
  const source = task.props["targets"];
  if (source === UNKNOWN) return UNKNOWN;
  const conditions = readConditions(source);
  if (conditions === UNKNOWN) return UNKNOWN;
  const sets = list(source).map((entry, index): readonly NodeSet[] | Unknown => {
    const condition = conditions[index];
    if (condition?.key !== "WindowTargetIds")
      return condition === undefined ? [] : [{ registered: undefined, conditions: [condition] }];
    const values = isRecord(entry) ? (entry["values"] ?? entry["Values"]) : UNKNOWN;
    return values === UNKNOWN
      ? registered(stack, task, UNKNOWN)
      : flatten(list(values).map((value) => registered(stack, task, value)));
  });
  return flatten(sets);
}

function registered(stack: Stack, task: Resource, value: Plain): readonly NodeSet[] | Unknown {
  const referred = stack.referred(task, "targets", value, TARGET);
  if (referred === UNKNOWN) return UNKNOWN;
  if (referred === "elsewhere") return [{ registered: text(value), conditions: UNKNOWN }];
  return referred.map((target) => ({ registered: target.urn, conditions: readConditions(target.props["targets"]) }));
}

function flatten(sets: readonly (readonly NodeSet[] | Unknown)[]): Targets {
  const all: NodeSet[] = [];
  for (const set of sets) {
    if (set === UNKNOWN) return UNKNOWN;
    all.push(...set);
  }
  return all;
}

/** The window a task belongs to. */
export function windowOf(stack: Stack, task: Resource): Resource | string | Unknown {
  const value = task.props["windowId"];
  const referred = stack.referred(task, "windowId", value, WINDOW);
  if (referred === "elsewhere") return text(value) ?? UNKNOWN;
  return referred === UNKNOWN || referred.length !== 1 ? UNKNOWN : (referred[0] ?? UNKNOWN);
}
