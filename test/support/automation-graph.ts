/**
 * How SSM Automation walks through a runbook, written from AWS's pages alone: it reads a document's text, not our types.
 *
 * - steps run in the order in which they stand; `nextStep` is taken after success, `isEnd` ends
 * - a failure aborts unless `onFailure` says otherwise; where `Continue` or `isEnd` leave it open, every way is walked
 * - a branch takes its first choice that holds, else its Default, else falls through to the next step
 * - a run is Failed when it aborts, or when a step failed that is written down as critical
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html
 */
export interface DocumentStep {
  name: string;
  action: string;
  timeoutSeconds?: number;
  onFailure?: string;
  onCancel?: string;
  nextStep?: string;
  isEnd?: boolean;
  isCritical?: boolean;
  inputs: Record<string, unknown>;
  outputs?: { Name: string; Selector: string; Type: string }[];
}

/** An Automation document, parsed. */
export interface AutomationDocument {
  schemaVersion: string;
  assumeRole: string;
  mainSteps: DocumentStep[];
  outputs: string[];
}

/** One choice of a branch. */
export interface Choice {
  NextStep: string;
  Variable: string;
  StringEquals?: string;
}

/** What happened to one step: `open` and the like are the values that a branch's choice asked for. */
export interface Visit {
  readonly step: string;
  readonly outcome: "success" | "failure" | "cancel" | "default" | "through" | { readonly choice: Choice };
}

/** One way through a document, and how the run ends. */
export interface Walk {
  readonly visits: readonly Visit[];
  readonly status: "Success" | "Failed" | "Cancelled" | "Endless" | "Broken";
}

type Status = Walk["status"];
/** Where a step goes next: the place of a step, or the end of the run. */
interface Way {
  readonly outcome: Visit["outcome"];
  readonly to: number | Status;
}

const target = (text: string) => (text.startsWith("step:") ? text.slice("step:".length) : null);

function choicesOf(step: DocumentStep): { choices: Choice[]; otherwise: string | undefined } {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { Choices = [], Default } = step.inputs as { Choices?: Choice[]; Default?: string };
  return { choices: Choices, otherwise: Default };
}

/** A run that comes to its end is Cancelled when somebody cancelled it on the way, whatever its cancel path did. */
function endOf(visits: readonly Visit[], failed: boolean): Status {
  if (visits.some(({ outcome }) => outcome === "cancel")) return "Cancelled";
  return failed ? "Failed" : "Success";
}

/** Every way through a document. A step that is met again ends the walk as Endless, one that is not there as Broken. */
export function walks(document: AutomationDocument): Walk[] {
  const steps = document.mainSteps;
  const at = (name: string): number | Status => {
    const place = steps.findIndex((step) => step.name === name);
    return place === -1 ? "Broken" : place;
  };
  const following = (place: number): number | Status => (place + 1 < steps.length ? place + 1 : "Success");

  const afterSuccess = (step: DocumentStep, place: number): Way[] => {
    const on = step.isEnd === true ? "Success" : step.nextStep === undefined ? following(place) : at(step.nextStep);
    if (step.action !== "aws:branch") return [{ outcome: "success", to: on }];
    const { choices, otherwise } = choicesOf(step);
    return [
      ...choices.map((choice): Way => ({ outcome: { choice }, to: at(choice.NextStep) })),
      otherwise === undefined ? { outcome: "through", to: on } : { outcome: "default", to: at(otherwise) },
    ];
  };
  const afterFailure = (step: DocumentStep, place: number): Way[] => {
    const { onFailure = "Abort", isEnd, nextStep } = step;
    const ways: (number | Status)[] = [];
    const next = target(onFailure);
    if (next !== null) ways.push(at(next));
    else if (onFailure === "Abort") ways.push("Failed");
    else ways.push(following(place), ...(nextStep === undefined ? [] : [at(nextStep)]));
    if (isEnd === true && onFailure !== "Abort") ways.push("Success");
    return ways.map((to) => ({ outcome: "failure", to }));
  };
  const afterCancel = (step: DocumentStep): Way[] => {
    const next = target(step.onCancel ?? "Abort");
    return [{ outcome: "cancel", to: next === null ? "Cancelled" : at(next) }];
  };

  const walk = (place: number, visits: readonly Visit[], failed: boolean): Walk[] => {
    const step = steps[place];
    if (!step) return [{ visits, status: "Broken" }];
    if (visits.some((visit) => visit.step === step.name)) return [{ visits, status: "Endless" }];
    const ways = [...afterSuccess(step, place), ...afterFailure(step, place), ...afterCancel(step)];
    return ways.flatMap(({ outcome, to }): Walk[] => {
      const seen = [...visits, { step: step.name, outcome }];
      const bad = failed || (outcome === "failure" && step.isCritical === true);
      if (typeof to === "number") return walk(to, seen, bad);
      return [{ visits: seen, status: to === "Success" ? endOf(seen, bad) : to }];
    });
  };
  return walk(0, [], false);
}
