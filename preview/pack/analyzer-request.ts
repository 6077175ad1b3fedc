import type { RecordedAlias, RecordedResource } from "../engine/recorded-resource";
import { PROVIDER_TYPE_PREFIX, providerUrnOf, urnOf } from "../engine/urn";
import { type Properties, type Value, isAttachment, isList, isProperties, isResourceReference, isSecret } from "../engine/value";
import { encodeProperties } from "../engine/wire";

/** A question to a pack about one resource, with the getters of the generated message that the SDK's analyzer reads. */
export interface AnalyzerRequest {
  getType(): string;
  getUrn(): string;
  getName(): string;
  getProperties(): { toJavaScript(): object };
  getOptions(): AnalyzerOptions;
  getProvider(): AnalyzerProvider | undefined;
}

/** A resource among all those of a stack, as a question about the stack has it. */
export interface AnalyzerStackResource extends AnalyzerRequest {
  getParent(): string;
  getDependenciesList(): readonly string[];
  getPropertydependenciesMap(): ReadonlyMap<string, { getUrnsList(): readonly string[] }>;
}

interface AnalyzerOptions {
  getProtect(): boolean;
  getIgnorechangesList(): readonly string[];
  getAliasesList(): readonly string[];
  getAdditionalsecretoutputsList(): readonly string[];
  getDeletebeforereplacedefined(): boolean;
  getDeletebeforereplace(): boolean;
  getParent(): string;
  getCustomtimeouts(): { getCreate(): number; getUpdate(): number; getDelete(): number };
}

interface AnalyzerProvider {
  getType(): string;
  getUrn(): string;
  getName(): string;
  getProperties(): { toJavaScript(): object };
}

/**
 * Asks about resources as the engine does: inputs one by one, then outputs of all together.
 *
 * The resources are all those of the stack, because a resource's provider is told with it.
 */
export function analyzerRequests(resources: readonly RecordedResource[]): {
  readonly about: (resource: RecordedResource, properties: Properties) => AnalyzerRequest;
  readonly aboutStack: (resource: RecordedResource) => AnalyzerStackResource;
} {
  const providers = new Map(resources.filter(isProvider).map((resource) => [resource.urn, providerRequest(resource)]));
  const about = (resource: RecordedResource, properties: Properties): AnalyzerRequest => {
    const message = structOf(properties);
    const options = optionsOf(resource);
    const provider = resource.provider === undefined ? undefined : providers.get(providerUrnOf(resource.provider));
    return {
      getType: () => resource.type,
      getUrn: () => resource.urn,
      getName: () => resource.name,
      getProperties: () => message,
      getOptions: () => options,
      getProvider: () => provider,
    };
  };
  const aboutStack = (resource: RecordedResource): AnalyzerStackResource => {
    const dependencies = Object.entries(resource.propertyDependencies).filter(([, urns]) => urns.length > 0);
    const byProperty = new Map(dependencies.map(([name, urns]) => [name, { getUrnsList: () => urns }]));
    return {
      ...about(resource, resource.outputs),
      getParent: () => resource.parent ?? "",
      getDependenciesList: () => resource.dependencies,
      getPropertydependenciesMap: () => byProperty,
    };
  };
  return { about, aboutStack };
}

/** The properties of a provider as rules see them: the engine adds the version of its plugin. */
export function providerProperties(provider: RecordedResource): Properties {
  return provider.version === "" ? provider.inputs : { ...provider.inputs, version: provider.version };
}

/** URNs under which a resource may already exist, from the aliases that the program gave. */
export function aliasUrns(resource: RecordedResource): string[] {
  return resource.aliases.map((alias) => aliasUrn(resource, alias));
}

/** Seconds in a duration as options give it (`1h30m`, `90s`); 0 for none. */
export function secondsIn(duration: string | undefined): number {
  const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };
  const parts = [...(duration ?? "").matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (units[unit ?? ""] ?? 0), 0);
}

/** What a rule sees of properties: no references to whole resources, but their id or URN, and nothing internal at the top. */
export function judgedProperties(properties: Properties): object {
  const visible = Object.entries(properties).filter(([name]) => !name.startsWith("__"));
  return encodeProperties(Object.fromEntries(visible.map(([name, value]) => [name, withoutReferences(value)])));
}

function isProvider(resource: RecordedResource): boolean {
  return resource.type.startsWith(PROVIDER_TYPE_PREFIX);
}

function providerRequest(resource: RecordedResource): AnalyzerProvider {
  const message = structOf(providerProperties(resource));
  return {
    getType: () => resource.type,
    getUrn: () => resource.urn,
    getName: () => resource.name,
    getProperties: () => message,
  };
}

function structOf(properties: Properties): { toJavaScript(): object } {
  let wire: object | undefined;
  return { toJavaScript: () => (wire ??= judgedProperties(properties)) };
}

function optionsOf(resource: RecordedResource): AnalyzerOptions {
  const { protect, deleteBeforeReplace, ignoreChanges, additionalSecretOutputs, customTimeouts } = resource.options;
  const seconds = {
    create: secondsIn(customTimeouts?.create),
    update: secondsIn(customTimeouts?.update),
    delete: secondsIn(customTimeouts?.delete),
  };
  const timeouts = { getCreate: () => seconds.create, getUpdate: () => seconds.update, getDelete: () => seconds.delete };
  return {
    getProtect: () => protect === true,
    getIgnorechangesList: () => ignoreChanges,
    getAliasesList: () => aliasUrns(resource),
    getAdditionalsecretoutputsList: () => additionalSecretOutputs,
    getDeletebeforereplacedefined: () => deleteBeforeReplace !== undefined,
    getDeletebeforereplace: () => deleteBeforeReplace === true,
    getParent: () => resource.parent ?? "",
    getCustomtimeouts: () => timeouts,
  };
}

function aliasUrn(resource: RecordedResource, alias: RecordedAlias): string {
  if (typeof alias === "string") {
    return alias;
  }
  const [, , ownStack = ""] = (resource.urn.split("::")[0] ?? "").split(":");
  const project = alias.project ?? resource.urn.split("::")[1] ?? "";
  const parent = alias.noParent ? "" : (alias.parent ?? resource.parent ?? "");
  return urnOf(project, alias.stack ?? ownStack, parent, alias.type ?? resource.type, alias.name ?? resource.name);
}

function withoutReferences(value: Value): Value {
  if (isList(value)) {
    return value.map(withoutReferences);
  }
  if (isResourceReference(value)) {
    return value.id ?? value.$resource;
  }
  if (isSecret(value)) {
    return { $secret: withoutReferences(value.$secret) };
  }
  if (isAttachment(value) || !isProperties(value)) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutReferences(one)]));
}
