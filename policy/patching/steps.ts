import { bindAll, type Bindings } from "../automation/bindings";
import type { Runbook, Step } from "../automation/document";
import { UNKNOWN, type Plain } from "../plain";
import { text } from "../read";
import type { Stack } from "../stack";
import { DOCUMENT } from "../vocabulary";
import { effectOfCommandDocument } from "./command-document";
import { documentName } from "./documents";
import { restartsInstances } from "./instances";
import { effectOf, readMap, type Effect } from "./invocation";
import type { Operation } from "./operation";
import { readConditions, type Targets } from "./targets";

/** What a runbook's steps do to servers, with the parameters that one task gives it. */
export function operationsOfRunbook(
  stack: Stack,
  runbook: Runbook,
  given: Bindings,
  common: Omit<Operation, "does">,
): readonly Operation[] {
  const bindings = new Map([...runbook.defaults, ...given]);
  return runbook.steps.flatMap((step): readonly Operation[] => {
    const inputs = bindAll(step.inputs, bindings);
    const parameters = readMap(inputs["Parameters"]);
    const name = text(inputs["DocumentName"]);
    const effect = effectOfStep(stack, runbook, step, inputs);
    if (effect.does === "nothing" || effect.does === "own") return [];
    const operation: Omit<Operation, "does"> = {
      ...common,
      at: `runbook ${runbook.name}, step ${step.name}`,
      document: name === undefined ? step.action : documentName(name),
      targets: targetsOfStep(step, inputs),
      parameters: parameters === UNKNOWN ? new Map<string, Plain>() : parameters,
      rates: { concurrency: inputs["MaxConcurrency"], errors: inputs["MaxErrors"] },
      step,
      runbook,
    };
    return [{ ...operation, ...effect }];
  });
}

function effectOfStep(stack: Stack, runbook: Runbook, step: Step, inputs: Step["inputs"]): Effect {
  if (restartsInstances(runbook, step, inputs)) return { does: "restart" };
  const parameters = readMap(inputs["Parameters"]);
  switch (step.action) {
    case "aws:runCommand":
    case "aws:executeAutomation":
      return effectOfDocument(stack, runbook, inputs["DocumentName"], parameters === UNKNOWN ? undefined : parameters);
    case "aws:executeAwsApi":
      return effectOfApi(step);
    case "aws:executeScript":
      return effectOfScript(step);
    default:
      return { does: "nothing" };
  }
}

function effectOfDocument(
  stack: Stack,
  runbook: Runbook,
  reference: Plain,
  parameters: ReadonlyMap<string, Plain> | undefined,
): Effect {
  const name = text(reference);
  if (name === undefined) return { does: "unclear", why: "which document it runs is not known" };
  const effect = effectOf(documentName(name), parameters ?? new Map([["Operation", UNKNOWN]]));
  if (effect.does !== "own") return effect;
  const documents = stack.referred(runbook.document, "content", documentName(name), DOCUMENT);
  if (documents === UNKNOWN || documents === "elsewhere") return { does: "unclear", why: "its document is not in this stack" };
  return documents.map((document) => effectOfOwn(document, parameters ?? new Map()))[0] ?? { does: "nothing" };
}

/** A runbook inside a runbook is not followed: it counts as an install, for which the outer one must answer. */
function effectOfOwn(document: Parameters<typeof effectOfCommandDocument>[0], parameters: ReadonlyMap<string, Plain>): Effect {
  if (text(document.props["documentType"]) !== "Automation") return effectOfCommandDocument(document, parameters);
  return { does: "unclear", why: "it starts another runbook, which is not followed" };
}

/** Commands can also be sent by a plain API call. */
function effectOfApi(step: Step): Effect {
  const api = text(step.inputs["Api"])?.replaceAll("_", "").toLowerCase();
  if (text(step.inputs["Service"])?.toLowerCase() !== "ssm" || (api !== "sendcommand" && api !== "startautomationexecution")) {
    return { does: "nothing" };
  }
  const name = text(step.inputs["DocumentName"]);
  const parameters = readMap(step.inputs["Parameters"]);
  const effect = name === undefined || parameters === UNKNOWN ? undefined : effectOf(documentName(name), parameters);
  return effect === undefined || effect.does === "own" ? { does: "unclear", why: "it sends a command by API" } : effect;
}

/** A script that sends commands cannot be read; one that only asks does nothing. */
function effectOfScript(step: Step): Effect {
  const script = text(step.inputs["Script"]) ?? "";
  const sends =
    /send_command|SendCommand|start_automation_execution|StartAutomationExecution|Send-SSMCommand|Start-SSMAutomationExecution/;
  return sends.test(script) ? { does: "unclear", why: "its script sends commands" } : { does: "nothing" };
}

/**
 * The nodes of a step. Two steps whose targets are written alike run on the same nodes even where a parameter is not
 * known: parameters do not change within an execution. Variables do.
 */
function targetsOfStep(step: Step, inputs: Step["inputs"]): Targets {
  const source =
    inputs["Targets"] ??
    (inputs["InstanceIds"] === undefined ? undefined : [{ key: "InstanceIds", values: inputs["InstanceIds"] }]);
  const written = JSON.stringify(step.inputs["Targets"] ?? step.inputs["InstanceIds"] ?? null);
  const registered = written.includes("variable:") || written === "null" ? undefined : `written ${written}`;
  return [{ registered, conditions: readConditions(source) }];
}
