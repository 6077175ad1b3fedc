import { bind } from "../automation/bindings";
import { parseJson, readDocument } from "../automation/document";
import type { Plain, PlainRecord } from "../plain";
import { UNKNOWN } from "../plain";
import { isRecord, list, text } from "../read";
import type { Resource } from "../resource";
import { documentName } from "./documents";
import { effectOf, effectOfCommands, readMap, type Effect } from "./invocation";

/** What a command document of the user's own does: it may run AWS's documents or its own commands. */
export function effectOfCommandDocument(document: Resource, given: ReadonlyMap<string, Plain>): Effect {
  const read = readDocument(document);
  if (read.is === "unreadable") return { does: "unclear", why: `document ${document.name}: ${read.why}` };
  const bindings = new Map([...defaultsOf(read.content), ...given]);
  const effects = list(read.content["mainSteps"] ?? read.content["runtimeConfig"]).map((step) => effectOfStep(step, bindings));
  return (
    effects.find(({ does }) => does === "install") ??
    effects.find(({ does }) => does === "unclear") ??
    effects.find(({ does }) => does === "restart") ??
    effects.find(({ does }) => does === "scan") ?? { does: "nothing" }
  );
}

function defaultsOf(content: PlainRecord): ReadonlyMap<string, Plain> {
  const declared = content["parameters"];
  return new Map(
    Object.entries(isRecord(declared) ? declared : {}).flatMap(([name, parameter]) =>
      isRecord(parameter) && parameter["default"] !== undefined ? [[name, parameter["default"]] as const] : [],
    ),
  );
}

function effectOfStep(step: Plain, bindings: ReadonlyMap<string, Plain>): Effect {
  if (!isRecord(step)) return { does: "nothing" };
  const inputs = isRecord(step["inputs"]) ? step["inputs"] : {};
  if (text(step["action"]) !== "aws:runDocument") return effectOfCommands(inputs);
  const path = text(bind(inputs["documentPath"], bindings));
  const written = bind(inputs["documentParameters"], bindings);
  const parameters = readMap(typeof written === "string" ? parseJson(written) : written);
  if (path === undefined || parameters === UNKNOWN) return { does: "unclear", why: "which document its step runs is not known" };
  const effect = effectOf(documentName(path), parameters);
  return effect.does === "own" ? { does: "unclear", why: `its step runs ${path}, which is not judged` } : effect;
}
