import type { RecordedResource } from "../../../preview/engine/recorded-resource";
import type { RunResult } from "../../../preview/engine/run-program";
import { providerUrnOf } from "../../../preview/engine/urn";
import type { Properties as Values } from "../../../preview/engine/value";
import { decodeProperties } from "../../../preview/engine/wire";
import { isStructure, type Properties } from "../api/finding";
import type { DebugCall } from "./debug-log";

/** All that a program asked of an engine: what it registered, what it put out, which functions it called. */
export interface Asked {
  /** Each request to register a resource, by URN. Unknowns and secrets are marked. */
  readonly resources: Readonly<Record<string, object>>;
  /** What components and the stack registered as their outputs, by URN. */
  readonly outputs: Readonly<Record<string, object>>;
  /** The functions of providers that were called, each once, sorted. */
  readonly invokes: readonly string[];
}

const monitor = "/pulumirpc.ResourceMonitor/";

/** What the program asked of Pulumi's own engine, from the engine's own record. */
export function askedOfPulumi(calls: readonly DebugCall[]): Asked {
  const of = (method: string) => calls.filter((call) => call.method === monitor + method);
  return {
    resources: byUrn(of("RegisterResource").map(({ request, response }) => [text(response["urn"]), requestOf(request)])),
    outputs: byUrn(
      of("RegisterResourceOutputs").map(({ request }) => [text(request["urn"]), decodeProperties(request["outputs"])]),
    ),
    invokes: sorted(
      of("Invoke").map(({ request }) =>
        invokeKey(text(request["tok"]), decodeProperties(request["args"]), providerUrnOf(text(request["provider"]))),
      ),
    ),
  };
}

const compared = [
  "type name parent custom object provider providers version dependencies propertyDependencies aliases aliasURNs protect",
  "deleteBeforeReplace deleteBeforeReplaceDefined retainOnDelete deletedWith importId customTimeouts ignoreChanges",
  "replaceOnChanges replaceWith hideDiffs additionalSecretOutputs",
].flatMap((line) => line.split(" "));

const aboutTheSdk =
  "acceptSecrets acceptResources aliasSpecs supportsPartialValues supportsResultReporting sourcePosition stackTrace";

/** The members of registrations that are neither compared nor about the SDK itself: what this comparison would overlook. */
export function overlooked(calls: readonly DebugCall[]): string[] {
  const known = [...compared, ...aboutTheSdk.split(" ")];
  const members = calls
    .filter(({ method }) => method === `${monitor}RegisterResource`)
    .flatMap(({ request }) => Object.keys(request));
  return sorted(members).filter((member) => !known.includes(member));
}

/** What the program asked of the offline engine. */
export function askedOffline(result: RunResult): Asked {
  return {
    resources: byUrn(result.resources.map((resource) => [resource.urn, requestIn(resource)])),
    outputs: byUrn(result.resources.filter(({ custom }) => !custom).map(({ urn, outputs }) => [urn, outputs])),
    invokes: sorted(result.invokes.map(({ token, args, provider = "" }) => invokeKey(token, args, provider))),
  };
}

/** The answers that Pulumi's own engine gave to functions, by what was asked; an error is the provider's own message. */
export function answers(calls: readonly DebugCall[]): (token: string, args: Values) => Values {
  const given = new Map(
    calls
      .filter(({ method }) => method === "/pulumirpc.ResourceProvider/Invoke")
      .map((call) => [invokeKey(text(call.request["tok"]), decodeProperties(call.request["args"]), ""), call]),
  );
  return (token, args) => {
    const call = given.get(invokeKey(token, args, ""));
    if (call === undefined) throw new Error(`Pulumi's own engine was never asked for ${token} ${JSON.stringify(args)}`);
    const [error] = call.errors;
    if (error !== undefined) throw new Error(error.replace(/^rpc error: code = \w+ desc = /u, ""));
    return decodeProperties(call.response["return"]);
  };
}

/** What Pulumi's own engine answered to the registration of a resource, by URN. */
export function creations(calls: readonly DebugCall[]): (resource: { readonly urn: string }) => { id: string; outputs: Values } {
  const made = new Map(
    calls
      .filter(({ method }) => method === `${monitor}RegisterResource`)
      .map(({ response }) => [text(response["urn"]), response]),
  );
  return ({ urn }) => {
    const { id, object } = made.get(urn) ?? {};
    return { id: text(id), outputs: decodeProperties(object) };
  };
}

// The engine's record leaves out what is false, empty or absent.
function requestOf(request: Properties): object {
  return {
    type: request["type"],
    name: request["name"],
    parent: text(request["parent"]),
    custom: request["custom"] === true,
    inputs: decodeProperties(request["object"]),
    provider: text(request["provider"]),
    providers: request["providers"] ?? {},
    version: text(request["version"]),
    dependencies: sorted(texts(request["dependencies"])),
    propertyDependencies: mapped(request["propertyDependencies"], (one) => sorted(texts(isStructure(one) ? one["urns"] : []))),
    aliases: texts(request["aliasURNs"]).concat(list(request["aliases"]).map((alias) => JSON.stringify(aliasOf(alias)))),
    protect: request["protect"] ?? null,
    deleteBeforeReplace: request["deleteBeforeReplaceDefined"] === true ? request["deleteBeforeReplace"] === true : null,
    retainOnDelete: request["retainOnDelete"] ?? null,
    deletedWith: text(request["deletedWith"]),
    importId: text(request["importId"]),
    customTimeouts: request["customTimeouts"] ?? {},
    ignoreChanges: texts(request["ignoreChanges"]),
    replaceOnChanges: texts(request["replaceOnChanges"]),
    replaceWith: texts(request["replaceWith"]),
    hideDiffs: texts(request["hideDiffs"]),
    additionalSecretOutputs: texts(request["additionalSecretOutputs"]),
  };
}

function requestIn(resource: RecordedResource): object {
  const { options } = resource;
  return {
    type: resource.type,
    name: resource.name,
    parent: resource.parent ?? "",
    custom: resource.custom,
    inputs: resource.inputs,
    provider: resource.provider ?? "",
    providers: resource.providers,
    version: resource.version,
    dependencies: sorted(resource.dependencies),
    propertyDependencies: mapped(resource.propertyDependencies, (urns) => sorted(texts(urns))),
    aliases: resource.aliases.map((alias) => (typeof alias === "string" ? alias : JSON.stringify(alias))),
    protect: options.protect ?? null,
    deleteBeforeReplace: options.deleteBeforeReplace ?? null,
    retainOnDelete: options.retainOnDelete ?? null,
    deletedWith: options.deletedWith ?? "",
    importId: options.importId ?? "",
    customTimeouts: options.customTimeouts ?? {},
    ignoreChanges: options.ignoreChanges,
    replaceOnChanges: options.replaceOnChanges,
    replaceWith: options.replaceWith,
    hideDiffs: options.hideDiffs,
    additionalSecretOutputs: options.additionalSecretOutputs,
  };
}

function aliasOf(alias: unknown): object {
  const spec = isStructure(alias) && isStructure(alias["spec"]) ? alias["spec"] : {};
  const parts = {
    name: spec["name"],
    type: spec["type"],
    stack: spec["stack"],
    project: spec["project"],
    parent: spec["parentUrn"],
  };
  return { ...parts, ...(spec["noParent"] === true ? { noParent: true } : {}) };
}

function invokeKey(token: string, args: Values, provider: string): string {
  return JSON.stringify([token, Object.entries(args).toSorted(([one], [other]) => (one < other ? -1 : 1)), provider]);
}

function byUrn(entries: readonly (readonly [string, object])[]): Record<string, object> {
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}

function mapped(value: unknown, map: (item: unknown) => string[]): Record<string, string[]> {
  return isStructure(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, map(item)])) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).map(String);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
