import { isDeepStrictEqual } from "node:util";
import { isStructure, type Properties } from "../api/finding";
import { machineToken } from "../cloud/azure/compute";
import type { Item } from "../cloud/store";
import type { StateResource } from "./stack";
import type { World } from "./world";

/**
 * Compares what the states of all stacks say with what is in the clouds, resource by resource.
 *
 * @returns one line for each difference: something left over in a cloud, something that only a state knows, a value that
 * differs, an operation that is still pending. Secrets are encrypted in a state and are not compared.
 */
export function differences(world: World): string[] {
  const inCloud = new Map(
    world.harness.store
      .all()
      .filter(({ item }) => item.type !== machineToken)
      .map(({ place, item }) => [key(place.account, place.region, item.type, item.id), item]),
  );
  const lines: string[] = [];
  for (const stack of world.stacks) {
    const { resources, pending } = stack.state();
    for (const { type, resource } of pending) lines.push(`${stack.name}: still ${type} ${resource.urn}`);
    for (const resource of resources.filter(isManaged)) {
      const at = placeIn(stack.account, resource);
      const item = inCloud.get(at);
      inCloud.delete(at);
      if (resource.delete === true) lines.push(`${stack.name}: still to be deleted ${resource.urn}`);
      if (item === undefined) lines.push(`${stack.name}: only the state has ${resource.urn} (${at})`);
      else lines.push(...differing(resource, item));
    }
  }
  return [...lines, ...[...inCloud.keys()].map((left) => `left over in the cloud: ${left}`)];
}

function isManaged(resource: StateResource): boolean {
  return resource.custom && !resource.type.startsWith("pulumi:");
}

function placeIn(account: string, resource: StateResource): string {
  const { id = "", type, inputs = {} } = resource;
  const subscription = /^\/subscriptions\/([^/]+)\//u.exec(id)?.[1];
  const region = typeof inputs["region"] === "string" ? inputs["region"] : "global";
  return key(subscription ?? account, region, type, id);
}

function key(...parts: readonly string[]): string {
  return parts.join(" ");
}

function differing(resource: StateResource, item: Item): string[] {
  const { __defaults: _noted, ...inputs } = resource.inputs ?? {};
  const names = [...new Set([...Object.keys(inputs), ...Object.keys(item.inputs)])];
  return names
    .filter((name) => !hasSecret(inputs[name]) && !isDeepStrictEqual(inputs[name], item.inputs[name]))
    .map(
      (name) => `${resource.urn}: ${name} is ${shown(item.inputs, name)} in the cloud and ${shown(inputs, name)} in the state`,
    );
}

function shown(properties: Properties, name: string): string {
  return JSON.stringify(properties[name]) ?? "absent";
}

function hasSecret(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasSecret);
  return isStructure(value) && ("ciphertext" in value || Object.values(value).some(hasSecret));
}
