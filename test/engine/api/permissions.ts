import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { permissionDirectory } from "../prepare/permissions";

/** What AWS's service authorization reference says about one action. */
export interface ActionData {
  readonly name: string;
  /** The resource types it is granted on; none means that only `*` grants it. */
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
}

/** A resource type: the template of its ARNs, and the condition keys that know it. */
export interface ResourceTypeData {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys?: readonly string[];
}

/** One service of the reference. */
export interface ServiceData {
  /** By the action's name in lower case. */
  readonly actions: Readonly<Record<string, ActionData>>;
  readonly resourceTypes: Readonly<Record<string, ResourceTypeData>>;
}

const loaded = new Map<string, ServiceData | undefined>();

/** What the reference says about a service by its prefix, such as `ssm`; undefined when there is no such service. */
export function serviceData(prefix: string): ServiceData | undefined {
  if (!loaded.has(prefix)) loaded.set(prefix, load(prefix));
  return loaded.get(prefix);
}

function load(prefix: string): ServiceData | undefined {
  if (!/^[a-z0-9-]+$/u.test(prefix) || !existsSync(join(permissionDirectory, "actions", `${prefix}.json`))) return undefined;
  const actions: ServiceData["actions"] = JSON.parse(read("actions", prefix));
  const resourceTypes: ServiceData["resourceTypes"] = JSON.parse(read("resourceTypes", prefix));
  return { actions, resourceTypes };
}

function read(folder: string, prefix: string): string {
  return readFileSync(join(permissionDirectory, folder, `${prefix}.json`), "utf8");
}
