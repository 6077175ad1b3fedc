import { UNKNOWN, plain, type Plain, type PlainRecord } from "../plain";
import { isRecord, list, text } from "../read";
import type { Resource } from "../resource";
import { parseYaml } from "./yaml";

/** The content of a Systems Manager document, or why it cannot be read. */
export type Content =
  | { readonly is: "readable"; readonly content: PlainRecord }
  | { readonly is: "unreadable"; readonly why: string };

/** Reads a document's content, JSON or YAML. */
export function readDocument(document: Resource): Content {
  const source = document.props["content"];
  if (source === UNKNOWN) return unreadable("its content is not known before the update");
  const written = text(source);
  if (written === undefined) return unreadable("it has no content");
  const parsed =
    text(document.props["documentFormat"]) === "YAML"
      ? remembered(YAML_READ, written, () => parseYaml(written))
      : parseJson(written);
  return isRecord(parsed) ? { is: "readable", content: parsed } : unreadable("its content is neither JSON nor plain YAML");
}

/** A text as JSON, or undefined where it is not. */
export function parseJson(source: string): Plain {
  return remembered(JSON_READ, source, () => {
    try {
      return plain(JSON.parse(source));
    } catch {
      return undefined;
    }
  });
}

const JSON_READ = new Map<string, Plain>();
const YAML_READ = new Map<string, Plain>();
const MOST_REMEMBERED = 2000;

/** Every rule of a stack reads the same runbooks and policies: a text is read once. */
function remembered(known: Map<string, Plain>, source: string, read: () => Plain): Plain {
  if (known.has(source)) return known.get(source);
  if (known.size >= MOST_REMEMBERED) known.clear();
  const value = read();
  known.set(source, value);
  return value;
}

function unreadable(why: string): Content {
  return { is: "unreadable", why };
}

/** A runbook: an Automation document's parameters and steps. */
export interface Runbook {
  readonly name: string;
  readonly document: Resource;
  /** The values that parameters have when nobody gives any. */
  readonly defaults: ReadonlyMap<string, Plain>;
  /** In the order in which they stand; the steps of a loop follow the loop. */
  readonly steps: readonly Step[];
}

/** A step of a runbook. */
export interface Step {
  readonly name: string;
  readonly action: string;
  readonly inputs: PlainRecord;
  readonly raw: PlainRecord;
  /** The loop it stands in. */
  readonly loop: string | undefined;
}

/** Reads a runbook, or tells why it cannot be read. */
export function readRunbook(document: Resource): Runbook | { readonly why: string } {
  const read = readDocument(document);
  if (read.is === "unreadable") return { why: read.why };
  const steps = readSteps(read.content["mainSteps"], undefined);
  if (steps.length === 0) return { why: "it has no steps" };
  const declared = read.content["parameters"];
  const defaults = Object.entries(isRecord(declared) ? declared : {}).flatMap(([name, parameter]) =>
    isRecord(parameter) && parameter["default"] !== undefined ? [[name, parameter["default"]] as const] : [],
  );
  return { name: text(document.props["name"]) ?? document.name, document, defaults: new Map(defaults), steps };
}

function readSteps(source: Plain, loop: string | undefined): readonly Step[] {
  return list(source).flatMap((raw) => {
    if (!isRecord(raw)) return [];
    const inputs = raw["inputs"];
    const step: Step = {
      name: text(raw["name"]) ?? "",
      action: text(raw["action"]) ?? "",
      inputs: isRecord(inputs) ? inputs : {},
      raw,
      loop,
    };
    return step.action === "aws:loop" ? [step, ...readSteps(step.inputs["Steps"], step.name)] : [step];
  });
}
