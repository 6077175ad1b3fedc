import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { AliasParts, RecordedAlias, RecordedOptions, RecordedResource } from "./recorded-resource";
import type { Properties } from "./value";
import { decodeProperties } from "./wire";

/** What a request says about a resource, before the engine has answered it. */
export type Registration = Omit<RecordedResource, "urn" | "outputs" | "id" | "provider"> & {
  /** As on the wire: "" when the program named none. */
  readonly provider: string;
};

/** A request to register a resource, as plain data. */
export function registrationOf(request: RegisterResourceRequest): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent() || null,
    custom: request.getCustom(),
    read: false,
    inputs: inputsOf(request.getObject()),
    provider: request.getProvider(),
    providers: Object.fromEntries(request.getProvidersMap().toArray()),
    version: request.getVersion(),
    dependencies: request.getDependenciesList(),
    propertyDependencies: propertyDependenciesOf(request),
    aliases: request.getAliasesList().map(aliasOf),
    options: optionsOf(request),
  };
}

/** A request to read an existing resource, as plain data. */
export function readOf(request: ReadResourceRequest): Registration {
  return {
    type: request.getType(),
    name: request.getName(),
    parent: request.getParent() || null,
    custom: true,
    read: true,
    inputs: inputsOf(request.getProperties()),
    provider: request.getProvider(),
    providers: {},
    version: request.getVersion(),
    dependencies: request.getDependenciesList(),
    propertyDependencies: {},
    aliases: [],
    options: { ...NO_OPTIONS, additionalSecretOutputs: request.getAdditionalsecretoutputsList() },
  };
}

/** The options of a resource for which none were asked. */
export const NO_OPTIONS: RecordedOptions = {
  ignoreChanges: [],
  replaceOnChanges: [],
  replaceWith: [],
  hideDiffs: [],
  additionalSecretOutputs: [],
};

function inputsOf(object: { toJavaScript(): unknown } | undefined): Properties {
  return decodeProperties(object?.toJavaScript());
}

function propertyDependenciesOf(request: RegisterResourceRequest): Record<string, readonly string[]> {
  const entries: [string, readonly string[]][] = [];
  for (const [name, dependencies] of request.getPropertydependenciesMap().entries()) {
    entries.push([name, dependencies.getUrnsList()]);
  }
  return Object.fromEntries(entries);
}

function optionsOf(request: RegisterResourceRequest): RecordedOptions {
  const timeouts = timeoutsOf(request);
  return {
    ...(request.hasProtect() ? { protect: request.getProtect() === true } : {}),
    ...(request.getDeletebeforereplacedefined() ? { deleteBeforeReplace: request.getDeletebeforereplace() } : {}),
    ...(request.hasRetainondelete() ? { retainOnDelete: request.getRetainondelete() === true } : {}),
    ...named("deletedWith", request.getDeletedwith()),
    ...named("importId", request.getImportid()),
    ...(Object.keys(timeouts).length > 0 ? { customTimeouts: timeouts } : {}),
    ignoreChanges: request.getIgnorechangesList(),
    replaceOnChanges: request.getReplaceonchangesList(),
    replaceWith: request.getReplaceWithList(),
    hideDiffs: request.getHidediffsList(),
    additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
  };
}

function timeoutsOf(request: RegisterResourceRequest): NonNullable<RecordedOptions["customTimeouts"]> {
  const timeouts = request.getCustomtimeouts();
  return {
    ...named("create", timeouts?.getCreate()),
    ...named("update", timeouts?.getUpdate()),
    ...named("delete", timeouts?.getDelete()),
  };
}

function aliasOf(alias: Alias): RecordedAlias {
  const spec = alias.getSpec();
  if (spec === undefined) {
    return alias.getUrn();
  }
  const parts: AliasParts = {
    ...named("name", spec.getName()),
    ...named("type", spec.getType()),
    ...named("stack", spec.getStack()),
    ...named("project", spec.getProject()),
    ...named("parent", spec.getParenturn()),
    ...(spec.getNoparent() ? { noParent: true as const } : {}),
  };
  return parts;
}

// The wire says "" where nothing was asked.
function named(key: string, text: string | undefined): Record<string, string> {
  return text === undefined || text === "" ? {} : { [key]: text };
}
