import { grouped } from "./grouped";
import { UNKNOWN, type Plain, type Unknown } from "./plain";
import { reader, stackOf, type Resource, type SdkResource } from "./resource";

/** A stack as a stack rule sees it. */
export interface Stack {
  readonly name: string;
  /** The resources of these types, in the order of their URNs. */
  readonly of: (...types: readonly string[]) => readonly Resource[];
  /**
   * What a property refers to: the resources of a type that the value comes from or whose id, ARN or name it holds. In a
   * preview the value itself is mostly not known yet, and only the engine's record of its origin tells.
   */
  readonly referred: (from: Resource, property: string, value: Plain, type: string) => Referred;
}

/**
 * What a reference leads to: resources of this stack; `elsewhere` when it names something outside the stack (its text is
 * then known); UNKNOWN when neither can be told.
 */
export type Referred = readonly Resource[] | Unknown | "elsewhere";

/** The SDK hands all stack rules of a stack the same list: one view serves them all. */
const views = new WeakMap<readonly SdkResource[], Stack>();

/**
 * The view of a stack, from what the SDK tells of its resources. In the order of their URNs: the engine's own order is that
 * of replies, and differs from run to run.
 */
export function stackFrom(told: readonly SdkResource[]): Stack {
  const known = views.get(told);
  if (known !== undefined) return known;
  const view = viewOf(told.toSorted((one, other) => (one.urn < other.urn ? -1 : 1)));
  views.set(told, view);
  return view;
}

function viewOf(sources: readonly SdkResource[]): Stack {
  const read = reader();
  const byType = grouped(sources, ({ type }) => type);
  const known = new Map<string, readonly Resource[]>();
  const ofOne = (type: string): readonly Resource[] => {
    const resources = known.get(type) ?? (byType.get(type) ?? []).map(read);
    known.set(type, resources);
    return resources;
  };
  const of: Stack["of"] = (...types) =>
    types.length === 1 ? ofOne(types[0] ?? "") : sources.filter(({ type }) => types.includes(type)).map(read);
  const names = new Map<string, Names>();
  const namesOf = (type: string): Names => {
    const called = names.get(type) ?? namesIn(ofOne(type));
    names.set(type, called);
    return called;
  };
  return {
    name: stackOf(sources[0]?.urn ?? ""),
    of,
    referred: (from, property, value, type) => {
      const origins = from.sources(property).filter((source) => source.type === type);
      if (typeof value !== "string") return value === UNKNOWN && origins.length > 0 ? origins : UNKNOWN;
      const named = answering(namesOf(type), value);
      // Physical names are unique in one account and region only: the engine's record of the origin decides.
      const origin = named.filter((candidate) => origins.includes(candidate));
      if (origin.length > 0) return origin;
      if (named.length > 0) return named;
      return origins.length > 0 ? origins : "elsewhere";
    },
  };
}

/** Resources by all that a reference may call them. */
type Names = ReadonlyMap<string, readonly Resource[]>;

function namesIn(resources: readonly Resource[]): Names {
  const names = new Map<string, Resource[]>();
  for (const resource of resources) {
    const { id, arn, name } = resource.props;
    for (const called of new Set([id, arn, name])) {
      if (typeof called !== "string" || called === "") continue;
      const same = names.get(called);
      if (same === undefined) names.set(called, [resource]);
      else same.push(resource);
    }
  }
  return names;
}

/** The resources a reference means: by id, ARN or name, or by an ARN that ends with the name. */
function answering(names: Names, reference: string): readonly Resource[] {
  const exact = names.get(reference);
  if (exact !== undefined) return exact;
  for (let at = reference.indexOf("/"); at >= 0; at = reference.indexOf("/", at + 1)) {
    // `…:document/NAME`, but `…:parameter/a/b` for the parameter `/a/b`.
    const found = names.get(reference.slice(at)) ?? names.get(reference.slice(at + 1));
    if (found !== undefined) return found;
  }
  return [];
}

/** A question about a stack that is answered once, however often it is asked. */
export function once<T>(answer: (stack: Stack) => T): (stack: Stack) => T {
  const known = new WeakMap<Stack, { readonly value: T }>();
  return (stack) => {
    const before = known.get(stack);
    if (before !== undefined) return before.value;
    const value = answer(stack);
    known.set(stack, { value });
    return value;
  };
}
