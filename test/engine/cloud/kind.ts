import type { Finding, Properties } from "../api/finding";
import type { Mapping } from "../api/mapping";
import type { ModelledService } from "../prepare/service-models";
import type { Item, Place, Store } from "./store";

/** One API request that a resource causes when it is created, and how its inputs fill it. */
export interface ApiRequest {
  readonly service: ModelledService;
  readonly operation: string;
  readonly mapping: Mapping;
  /** Left out when these inputs cause no such request. */
  readonly when?: (inputs: Properties) => boolean;
  /** Members that do not come from inputs, such as the id of what is updated. */
  readonly fixed?: Properties;
}

/**
 * The request that changes a resource in place: its inputs reach the same members as in its creation, but for those in
 * `not`, which go by a request of their own (tags) or cannot change.
 */
export function asUpdate(creation: ApiRequest, operation: string, fixed: Properties, not: readonly string[]): ApiRequest {
  const apart = Object.fromEntries(not.map((name) => [name, { local: "not part of an update" }]));
  return { ...creation, operation, fixed, mapping: { ...creation.mapping, ...apart } };
}

/** One call of the provider to the cloud, on behalf of one resource. */
export interface Call {
  readonly store: Store;
  readonly place: Place;
  readonly partition: string;
  readonly inputs: Properties;
  /** Hexadecimal digits that no other thing in this cloud has; the same for the same sequence of calls. */
  readonly mint: (digits: number) => string;
}

/** What the cloud made of a request. */
export interface Made {
  readonly id: string;
  /** What the provider reads back beyond the inputs. */
  readonly outputs: Properties;
}

/**
 * A resource type as the provider double knows it: what it accepts, what AWS checks, what it computes, what it refuses.
 * A new type is a new declaration of this shape in a file of its service, named in that service's list.
 */
export interface Kind {
  readonly token: string;
  /** Global services (IAM) keep their things once per account. */
  readonly scope: "regional" | "global";
  readonly requests: readonly ApiRequest[];
  /** The requests of a change in place; none where the creation's serve again, or nothing can change. */
  readonly updates?: readonly ApiRequest[];
  /** All inputs of a type that no service model describes. */
  readonly accepts?: readonly string[];
  /** The input that the provider fills with a generated name when it is absent. */
  readonly namedBy?: string;
  /** Inputs that cannot change in place: the resource is replaced. */
  readonly replaceOn: readonly string[];
  /** What Check adds to inputs that are absent. */
  readonly defaults?: Properties;
  /** Rules across fields that no service model states. */
  readonly rules?: (inputs: Properties) => readonly Finding[];
  /** Outputs that are known only after the cloud answered. */
  readonly computed: readonly string[];
  /** Outputs that only the creation's answer holds: the cloud never tells them again. */
  readonly toldOnce?: readonly string[];
  /** Outputs that a change of an input makes unknown again, by that input. */
  readonly recomputed?: Readonly<Record<string, readonly string[]>>;
  /** Creates it, or throws a Refusal. The caller keeps the item under its id and refuses a second one with the same id. */
  readonly create: (call: Call) => Made;
  /** Overwrites what has the same id instead of refusing it (settings, defaults). */
  readonly overwrites?: (inputs: Properties) => boolean;
  /** AWS's name for "this exists already", for ids that the user chooses. */
  readonly existsCode?: string;
  /** The outputs after an update; by default the ones of its creation stay. */
  readonly update?: (call: Call, before: Item) => Properties;
  /** Refuses or prepares a deletion. */
  readonly remove?: (call: Call, item: Item) => void;
  /** What is there when no item is kept (settings that always have a value); by default nothing. */
  readonly absent?: (call: Call, id: string) => Item | undefined;
}

/** A function of the provider that programs invoke, e.g. aws:ssm/getParameter:getParameter. */
export interface Lookup {
  readonly token: string;
  readonly invoke: (call: Call) => Properties;
}

/** Text among inputs; empty when it is absent. */
export function text(inputs: Properties, name: string): string {
  const value = inputs[name];
  return typeof value === "string" ? value : "";
}

/** An ARN in the call's own place. */
export function arn(call: Call, service: string, resource: string): string {
  const region = call.place.region === "global" ? "" : call.place.region;
  return `arn:${call.partition}:${service}:${region}:${call.place.account}:${resource}`;
}

/** An identifier in the form of a UUID. */
export function uuid(call: Call): string {
  const digits = call.mint(30);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(12, 15)}-8${digits.slice(15, 18)}-${digits.slice(18, 30)}`;
}
