import { readRunbook } from "../automation/document";
import { UNKNOWN, type Plain } from "../plain";
import { text } from "../read";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { DOCUMENT } from "../vocabulary";
import { effectOfCommandDocument } from "./command-document";
import { documentName } from "./documents";
import { effectOf, readMap } from "./invocation";
import type { Operation } from "./operation";
import { operationsOfRunbook } from "./steps";
import { readConditions } from "./targets";

/** What a State Manager association does to servers. */
export function operationsOfAssociation(stack: Stack, association: Resource): readonly Operation[] {
  const reference = association.props["name"];
  const name = text(reference);
  const parameters = readMap(association.props["parameters"]);
  const conditions = readConditions(association.props["targets"]);
  const common: Omit<Operation, "does"> = {
    by: association,
    at: "name",
    document: name === undefined ? "a document not known before the update" : documentName(name),
    targets: conditions === UNKNOWN ? UNKNOWN : conditions.length === 0 ? [] : [{ registered: undefined, conditions }],
    parameters: parameters === UNKNOWN ? new Map() : parameters,
    rates: { concurrency: association.props["maxConcurrency"], errors: association.props["maxErrors"] },
    window: undefined,
    priority: undefined,
  };
  if (name !== undefined) {
    if (parameters === UNKNOWN) return [{ ...common, at: "parameters", does: "unclear", why: "its parameters are not known" }];
    const effect = effectOf(documentName(name), parameters);
    if (effect.does !== "own") return effect.does === "nothing" ? [] : [{ ...common, at: "parameters", ...effect }];
  }
  return own(stack, association, reference, common);
}

function own(stack: Stack, association: Resource, reference: Plain, common: Omit<Operation, "does">): readonly Operation[] {
  const lookup = typeof reference === "string" ? documentName(reference) : reference;
  const documents = stack.referred(association, "name", lookup, DOCUMENT);
  if (documents === UNKNOWN) return [{ ...common, does: "unclear", why: "which document it runs is not known" }];
  if (documents === "elsewhere") return [{ ...common, does: "unclear", why: "its document is not in this stack" }];
  return documents.flatMap((document): readonly Operation[] => {
    if (text(document.props["documentType"]) === "Automation") {
      const runbook = readRunbook(document);
      return "why" in runbook
        ? [{ ...common, does: "unclear", why: runbook.why }]
        : operationsOfRunbook(stack, runbook, common.parameters, common);
    }
    const effect = effectOfCommandDocument(document, common.parameters);
    return effect.does === "nothing" || effect.does === "own" ? [] : [{ ...common, ...effect }];
  });
}
