import { behindProxy, plain, UNKNOWN, type PlainRecord } from "./plain";
import { isRecord, text } from "./read";

/** A resource as a rule sees it: plain data, the same in a preview, an update and a stored state. */
export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: PlainRecord;
  readonly options: Options;
  /** The provider it goes through: its name and what it is configured with. */
  readonly provider: Provider | undefined;
  /** The resources that one property's value comes from. Empty in resource rules: the engine tells only stack rules. */
  readonly sources: (property: string) => readonly Resource[];
}

/** The options a rule looks at. */
export interface Options {
  readonly additionalSecretOutputs: readonly string[];
  readonly deleteBeforeReplace: boolean;
}

/** A provider. */
export interface Provider {
  readonly urn: string;
  readonly name: string;
  readonly props: PlainRecord;
}

/** The SDK's view of a resource, as far as it is used here. */
export interface SdkResource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly props: Record<string, unknown>;
  readonly opts?: { readonly additionalSecretOutputs?: readonly string[]; readonly deleteBeforeReplace?: boolean };
  readonly provider?: { readonly urn: string; readonly name: string; readonly props: Record<string, unknown> };
  readonly propertyDependencies?: Readonly<Record<string, readonly SdkResource[]>>;
}

/** A resource alone, as a resource rule gets it. */
export function readResource(source: SdkResource): Resource {
  return convert(source, () => []);
}

/**
 * Reads resources of one stack, each when it is first asked for: most rules look at few of them. The same resource is
 * the same object every time.
 */
export function reader(): (source: SdkResource) => Resource {
  const known = new Map<string, Resource>();
  const read = (source: SdkResource): Resource => {
    const before = known.get(source.urn);
    if (before !== undefined) return before;
    const resource = convert(source, (property) => (source.propertyDependencies?.[property] ?? []).map(read));
    known.set(source.urn, resource);
    return resource;
  };
  return read;
}

function convert(source: SdkResource, sources: Resource["sources"]): Resource {
  let props: PlainRecord | undefined;
  let provider: Provider | undefined;
  return {
    type: source.type,
    name: source.name,
    urn: source.urn,
    get props() {
      return (props ??= record(source.props));
    },
    options: {
      additionalSecretOutputs: source.opts?.additionalSecretOutputs ?? [],
      deleteBeforeReplace: source.opts?.deleteBeforeReplace ?? false,
    },
    get provider() {
      const given = source.provider;
      if (given === undefined) return undefined;
      return (provider ??= { urn: given.urn, name: given.name, props: record(given.props) });
    },
    sources,
  };
}

function record(value: Record<string, unknown>): PlainRecord {
  const copied = plain(behindProxy(value));
  return isRecord(copied) ? copied : {};
}

/** The stack's name, which every URN carries: `urn:pulumi:<stack>::<project>::<type>::<name>`. */
export function stackOf(urn: string): string {
  return urn.split("::")[0]?.replace(/^urn:pulumi:/, "") ?? "";
}

/**
 * Where a resource lives, as a key: two resources of different regions or accounts never meet. The account stands behind
 * the provider; the region is the resource's own or the provider's.
 */
export function place(resource: Resource): string {
  const own = resource.props["region"];
  const region = own === undefined || own === UNKNOWN ? resource.provider?.props["region"] : own;
  return `${resource.provider?.urn ?? "default"} ${text(region) ?? "its region"}`;
}
