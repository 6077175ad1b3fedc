import { createHash } from "node:crypto";
import type { RecordedResource } from "./recorded-resource";
import { type Properties, UNKNOWN, secret } from "./value";

/** What a provider answers to Create: an id, and outputs beyond the inputs. */
export interface Creation {
  readonly id?: string;
  readonly outputs?: Properties;
}

/** Makes up what the cloud would answer outside a preview; absent parts are made up from the URN. */
export type Create = (resource: Omit<RecordedResource, "outputs" | "id">) => Creation;

/**
 * The outputs of a new resource.
 *
 * A provider that is asked to create in a preview echoes the inputs and leaves the rest unknown; a component's outputs
 * come later, from the component itself. What `additionalSecretOutputs` names is secret, known or not.
 */
export function outputsOf(inputs: Properties, created: Properties, secretNames: readonly string[], preview: boolean): Properties {
  const outputs = { ...inputs, ...created };
  for (const name of secretNames) {
    const value = outputs[name];
    if (value !== undefined) {
      outputs[name] = secret(value);
    } else if (preview) {
      outputs[name] = secret(UNKNOWN);
    }
  }
  return outputs;
}

/** An id for a resource outside a preview: the same URN always gets the same. */
export function madeUpId(urn: string, name: string): string {
  return `${name}-${createHash("sha256").update(urn).digest("hex").slice(0, 8)}`;
}
