import { type AutomationDocument, type DocumentStep, type Visit, type Walk, walks } from "./automation-graph";

/** What the gate of a document must have been told. */
export interface Guarded {
  readonly calendars: readonly string[];
  readonly releases: readonly string[];
  readonly home: string;
  /** The gate's own program, byte by byte. */
  readonly script: string;
}

/** The way on which everything goes well; where evidence is kept, a record follows. */
const GOOD = ["gate", "decide", "scan", "install", "scanAfter", "reconcile"];

const isInstall = (step: DocumentStep) => JSON.stringify(step.inputs["Parameters"] ?? {}).includes('"Install"');
const went = (visit: Visit | undefined, outcome: Visit["outcome"]) => visit?.outcome === outcome;

function isOpenChoice(visit: Visit | undefined): boolean {
  if (typeof visit?.outcome !== "object") return false;
  const { Variable, StringEquals } = visit.outcome.choice;
  return visit.step === "decide" && Variable === "{{ gate.Decision }}" && StringEquals === "open";
}

/** An install may follow only a gate that answered, a decision for `open`, and a scan that succeeded, in this order. */
function unguarded(walk: Walk, installs: ReadonlySet<string>): string[] {
  const place = walk.visits.findIndex(({ step }) => installs.has(step));
  if (place === -1) return [];
  const [gate, decide, scan, ...more] = walk.visits.slice(0, place);
  const order = gate?.step === "gate" && went(gate, "success") && isOpenChoice(decide) && scan?.step === "scan";
  if (order && went(scan, "success") && more.length === 0) return [];
  return [
    `install is reached by ${
      walk.visits
        .slice(0, place)
        .map(({ step }) => step)
        .join(", ") || "nothing"
    }`,
  ];
}

/** After a failed install the servers are scanned and counted all the same, and no failure ends well. */
function forgiving({ visits, status }: Walk, installs: ReadonlySet<string>): string[] {
  const failed = visits.filter(({ outcome }) => outcome === "failure").map(({ step }) => step);
  const found = failed.length > 0 && status === "Success" ? [`a failure of ${failed.join(", ")} ends as ${status}`] : [];
  const cancelled = visits.some(({ outcome }) => outcome === "cancel");
  const place = visits.findIndex(({ step, outcome }) => installs.has(step) && outcome === "failure");
  if (place === -1 || cancelled) return found;
  const after = visits.slice(place).map(({ step }) => step);
  return after.includes("scanAfter") && after.includes("reconcile")
    ? found
    : [...found, `a failed install is followed by ${after.slice(1).join(", ") || "nothing"}`];
}

function gateViolations(document: AutomationDocument, guarded: Guarded): string[] {
  const gate = document.mainSteps.find(({ name }) => name === "gate");
  const wanted = {
    Runtime: "python3.12",
    Handler: "gate",
    InputPayload: { Calendars: guarded.calendars, Releases: guarded.releases, Home: guarded.home },
    Script: guarded.script,
  };
  const found = JSON.stringify(gate?.inputs) === JSON.stringify(wanted) ? [] : ["the gate is another program or asks for less"];
  const decision = gate?.outputs?.find(({ Name }) => Name === "Decision");
  const told = decision?.Selector === "$.Payload.Decision" && decision.Type === "String";
  return told ? found : [...found, "the gate's decision is not what its program answers"];
}

/** Everything by which a guarded runbook would not be one; empty when it is. */
export function guardViolations(document: AutomationDocument, guarded: Guarded): string[] {
  const all = walks(document);
  const installs = new Set(document.mainSteps.filter(isInstall).map(({ name }) => name));
  const branches = document.mainSteps.filter(({ action }) => action === "aws:branch");
  const good = all.filter(
    ({ visits }) =>
      [GOOD.join(), [...GOOD, "record"].join()].includes(visits.map(({ step }) => step).join()) &&
      visits.every((v) => v.outcome === "success" || isOpenChoice(v)),
  );
  const held = all.filter(({ visits }) => went(visits[1], "default"));
  const heldWell = held.some(
    ({ status, visits }) =>
      status === "Success" && visits.every(({ outcome }) => typeof outcome === "string" && outcome !== "failure"),
  );
  return [
    ...new Set([
      ...gateViolations(document, guarded),
      ...all.flatMap((walk) => [...unguarded(walk, installs), ...forgiving(walk, installs)]),
      ...all.flatMap(({ status }) => (status === "Endless" || status === "Broken" ? [`a way is ${status}`] : [])),
      ...branches.flatMap(({ name, inputs }) => (inputs["Default"] === undefined ? [`${name} has no Default`] : [])),
      ...(good.some(({ status }) => status === "Success") ? [] : ["an open gate leads to no install that ends well"]),
      ...(heldWell ? [] : ["a held run does not end as Success"]),
    ]),
  ];
}
