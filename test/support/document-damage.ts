import type { AutomationDocument, DocumentStep } from "./automation-graph";

/** Spoils a document in one place. */
export type Damage = (document: AutomationDocument) => void;

/** A step by its name. */
export function stepOf(document: AutomationDocument, name: string): DocumentStep {
  const step = document.mainSteps.find((each) => each.name === name);
  if (!step) throw new Error(`no step ${name}`);
  return step;
}

/** Takes a step away. */
export function without(name: string): Damage {
  return (document) => {
    document.mainSteps = document.mainSteps.filter((step) => step.name !== name);
  };
}

/** Changes what a step says of itself. */
export function set(name: string, change: Partial<DocumentStep>): Damage {
  return (document) => {
    Object.assign(stepOf(document, name), change);
  };
}

/** Takes away what a step says of itself. */
export function unset(name: string, key: "isEnd" | "isCritical" | "nextStep" | "onFailure"): Damage {
  return (document) => {
    Reflect.deleteProperty(stepOf(document, name), key);
  };
}

/** What a script of a step is told. */
export function payloadIn(document: AutomationDocument, name: string): Record<string, unknown> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return stepOf(document, name).inputs["InputPayload"] as Record<string, unknown>;
}
