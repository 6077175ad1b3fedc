import type { RecordedResource } from "../engine/recorded-resource";
import { type Properties, type Value, isSecret } from "../engine/value";

/** Where a call or a resource of AWS belongs; what is not known is absent. */
export interface Place {
  readonly account?: string;
  readonly region?: string;
}

/**
 * The account and region of something that goes through an AWS provider.
 *
 * The account is the one that the provider allows (`allowedAccountIds`); the region is that of the resource or call itself,
 * else the provider's.
 */
export function placeOf(provider: RecordedResource | undefined, inputs: Properties): Place {
  const account = firstAccount(provider?.inputs["allowedAccountIds"]);
  const region = textOf(inputs["region"]) ?? textOf(provider?.inputs["region"]);
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) };
}

/** A property that is plain text; a secret, an unknown or anything else is none. */
export function textOf(value: Value | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What a secret hides, or the value itself. */
export function reveal(value: Value): Value {
  return isSecret(value) ? value.$secret : value;
}

// The SDK sends lists in a provider's configuration as JSON text.
function firstAccount(ids: Value | undefined): string | undefined {
  const list: unknown = typeof ids === "string" ? JSON.parse(ids) : ids;
  return Array.isArray(list) && typeof list[0] === "string" ? list[0] : undefined;
}
