import { type AutomationDocument, type DocumentStep, type Visit, type Walk, walks } from "./automation-graph";

/** What a guarded runbook must be. */
export interface Guarded {
  /** What its gate must have been told, word by word. */
  readonly payload: Readonly<Record<string, string | readonly string[]>>;
  /** The gate's own program, byte by byte. */
  readonly script: string;
  /** The way on which everything goes well; where evidence is kept, a record follows. */
  readonly way: readonly string[];
  /** What every run that changed a server, or tried to, must come to, unless somebody cancelled it. */
  readonly after: readonly string[];
}

/** The way of an install. */
export const INSTALL_WAY = {
  way: ["gate", "decide", "scan", "install", "scanAfter", "reconcile"],
  after: ["scanAfter", "reconcile"],
};

/** The way of an install from a manifest. */
export const MANIFEST_WAY = { way: [...INSTALL_WAY.way, "compare"], after: [...INSTALL_WAY.after, "compare"] };

/** A step that changes servers: it installs, or it sends anything but AWS's own document. */
function changesServers({ action, inputs }: DocumentStep): boolean {
  if (action !== "aws:runCommand") return false;
  return inputs["DocumentName"] !== "AWS-RunPatchBaseline" || JSON.stringify(inputs["Parameters"] ?? {}).includes('"Install"');
}

const went = (visit: Visit | undefined, outcome: Visit["outcome"]) => visit?.outcome === outcome;

/** Gone on because all was well: a step succeeded, or the decision was for `open`. */
function wentWell(visit: Visit | undefined): boolean {
  if (typeof visit?.outcome !== "object") return went(visit, "success");
  const { Variable, StringEquals } = visit.outcome.choice;
  return visit.step === "decide" && Variable === "{{ gate.Decision }}" && StringEquals === "open";
}

/** A server is changed only where every step of the good way before it went well, in this order and with nothing between. */
function unguarded({ visits }: Walk, changing: ReadonlySet<string>, { way }: Guarded): string[] {
  return visits.flatMap(({ step }, place) => {
    if (!changing.has(step)) return [];
    const before = visits.slice(0, place);
    const steps = before.map((visit) => visit.step);
    const good = way[place] === step && steps.every((name, at) => way[at] === name) && before.every(wentWell);
    return good ? [] : [`${step} is reached by ${steps.join(", ") || "nothing"}`];
  });
}

/** What was begun is looked at in the end, whatever failed, and no failure ends well. */
function forgiving({ visits, status }: Walk, changing: ReadonlySet<string>, { after }: Guarded): string[] {
  const failed = visits.filter(({ outcome }) => outcome === "failure").map(({ step }) => step);
  const found = failed.length > 0 && status === "Success" ? [`a failure of ${failed.join(", ")} ends as ${status}`] : [];
  const cancelled = visits.some(({ outcome }) => outcome === "cancel");
  const place = visits.findIndex(({ step }) => changing.has(step));
  if (place === -1 || cancelled) return found;
  const rest = visits.slice(place).map(({ step }) => step);
  return after.every((step) => rest.includes(step))
    ? found
    : [...found, `${rest[0]} is followed by ${rest.slice(1).join(", ") || "nothing"}`];
}

function gateViolations(document: AutomationDocument, guarded: Guarded): string[] {
  const gate = document.mainSteps.find(({ name }) => name === "gate");
  const wanted = { Runtime: "python3.12", Handler: "gate", InputPayload: guarded.payload, Script: guarded.script };
  const found = JSON.stringify(gate?.inputs) === JSON.stringify(wanted) ? [] : ["the gate is another program or asks for less"];
  const decision = gate?.outputs?.find(({ Name }) => Name === "Decision");
  const told = decision?.Selector === "$.Payload.Decision" && decision.Type === "String";
  return told ? found : [...found, "the gate's decision is not what its program answers"];
}

/** Everything by which a guarded runbook would not be one; empty when it is. */
export function guardViolations(document: AutomationDocument, guarded: Guarded): string[] {
  const all = walks(document);
  const changing = new Set(document.mainSteps.filter(changesServers).map(({ name }) => name));
  const branches = document.mainSteps.filter(({ action }) => action === "aws:branch");
  const ways = [guarded.way.join(), [...guarded.way, "record"].join()];
  const good = all.filter(({ visits }) => ways.includes(visits.map(({ step }) => step).join()) && visits.every(wentWell));
  const held = all.filter(({ visits }) => went(visits[1], "default"));
  const heldWell = held.some(
    ({ status, visits }) =>
      status === "Success" && visits.every(({ outcome }) => typeof outcome === "string" && outcome !== "failure"),
  );
  return [
    ...new Set([
      ...gateViolations(document, guarded),
      ...all.flatMap((walk) => [...unguarded(walk, changing, guarded), ...forgiving(walk, changing, guarded)]),
      ...all.flatMap(({ status }) => (status === "Endless" || status === "Broken" ? [`a way is ${status}`] : [])),
      ...branches.flatMap(({ name, inputs }) => (inputs["Default"] === undefined ? [`${name} has no Default`] : [])),
      ...(good.some(({ status }) => status === "Success") ? [] : ["an open gate leads to no end on which all is well"]),
      ...(heldWell ? [] : ["a held run does not end as Success"]),
    ]),
  ];
}
