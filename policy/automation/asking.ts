import type { PlainRecord } from "../plain";
import { flag, isList, isRecord, list, text } from "../read";
import type { Runbook, Step } from "./document";
import { graphOf, reaches, type Edge } from "./graph";

/** What a step may ask before something is installed. */
export type Question = "calendar" | "release" | "approval" | "expiry";

const API: Readonly<Record<Question, RegExp>> = {
  calendar: /^GetCalendarState$/i,
  release: /^GetParameters?$/i,
  approval: /^HeadObject$/i,
  // No API tells whether a day has passed.
  expiry: /^$/,
};

/** How a script asks, in Python or PowerShell, comments left out. */
const SCRIPT: Readonly<Record<Question, RegExp>> = {
  calendar: /\bget_calendar_state\s*\(|\bGet-SSMCalendarState\b/,
  release: /\bget_parameters?\s*\(|\bGet-SSMParameter(?:Value)?\b/,
  approval: /\b(?:head|get)_object\s*\(|\bGet-S3ObjectMetadata\b/,
  expiry: /\b(?:utc)?now\s*\(|\bGet-Date\b/i,
};

/** The steps of a runbook that ask a question. */
export function stepsThatAsk(runbook: Runbook, question: Question): readonly Step[] {
  return runbook.steps.filter((step) => asks(step, question));
}

function asks(step: Step, question: Question): boolean {
  switch (step.action) {
    case "aws:approve":
      return question === "approval";
    case "aws:executeAwsApi":
    case "aws:assertAwsResourceProperty":
      return API[question].test((text(step.inputs["Api"]) ?? "").replaceAll("_", ""));
    case "aws:executeScript":
      return SCRIPT[question].test(withoutComments(text(step.inputs["Script"]) ?? "")) && isTold(step, question);
    default:
      return false;
  }
}

/** After what a script asks it is told: told of nothing, it asks after nothing. An expiry it must be told, and must look at. */
function isTold({ inputs }: Step, question: Question): boolean {
  const payload = inputs["InputPayload"];
  const told = Object.entries(isRecord(payload) ? payload : {}).filter(([name]) => TOLD[question].test(name));
  if (told.some(([, value]) => value === "" || (isList(value) && value.length === 0))) return false;
  const script = text(inputs["Script"]) ?? "";
  return question !== "expiry" || told.some(([name]) => new RegExp(`["'.$]${name}\\b`).test(script));
}

/** How what a script is told of is called. */
const TOLD: Readonly<Record<Question, RegExp>> = {
  calendar: /^calendars?(?:names?)?$/i,
  release: /^releases?$/i,
  approval: /^(?:manifest|digest|checksum|sha256)$/i,
  expiry: /^(?:expires|expiry|valid_?until)$/i,
};

function withoutComments(script: string): string {
  return script.replaceAll(/#[^\n]*/g, "");
}

/**
 * Whether every way to a step passes an answer that lets it pass. Asking alone holds nothing: the way on must hang on the
 * answer. So the ways that a good answer opens are closed here, and the step must then be out of reach.
 *
 * - an assertion and an approval open their way on by succeeding
 * - of a script and of an API call, a branch opens a way by a choice that compares their output with a good word
 */
export function isHeldBy(runbook: Runbook, step: Step, question: Question): boolean {
  const asking = stepsThatAsk(runbook, question);
  const graph = graphOf(runbook);
  return !reaches(graph, graph.entry, (candidate) => candidate === step, { edge: (edge) => opens(edge, asking) });
}

function opens(edge: Edge, asking: readonly Step[]): boolean {
  const holds = edge.from.action === "aws:assertAwsResourceProperty" || edge.from.action === "aws:approve";
  if (holds && edge.why === "success") return asking.includes(edge.from);
  if (edge.why !== "choice" || edge.choice === undefined) return false;
  return isGoodAnswer(edge.choice, new Set(asking.map(({ name }) => name)));
}

/** Whether a choice of a branch holds only where one of these steps gave a good answer. */
function isGoodAnswer(choice: PlainRecord, asking: ReadonlySet<string>): boolean {
  const all = list(choice["And"]).filter(isRecord);
  if (all.length > 0) return all.some((part) => isGoodAnswer(part, asking));
  const any = list(choice["Or"]).filter(isRecord);
  if (any.length > 0) return any.every((part) => isGoodAnswer(part, asking));
  const [, step = "", output = ""] = /^\{\{\s*([^{}.\s]+)\.([^{}\s]+)\s*\}\}$/.exec(text(choice["Variable"]) ?? "") ?? [];
  if (!asking.has(step)) return false;
  const word = text(choice["StringEquals"]) ?? text(choice["EqualsIgnoreCase"]);
  if (word !== undefined) return word !== "" && !BAD.test(word);
  const truth = flag(choice["BooleanEquals"]);
  // `held` must be false where `open` must be true.
  return truth !== undefined && truth !== BAD.test(output);
}

const BAD = /^(?:is)?(?:held|hold|closed|frozen|freeze|blocked|denied|deny|rejected|stop|no|false|failed|error|unknown)$/i;
