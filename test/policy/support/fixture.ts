/* oxlint-disable typescript/no-unsafe-type-assertion -- fixtures are plain data that change by path */
import type { SdkResource } from "fleet-patching-policy/resource";

/** A resource of a fixture: what a program would write, with references to the others by their logical names. */
export interface FixtureResource {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly options?: { readonly additionalSecretOutputs?: readonly string[]; readonly deleteBeforeReplace?: boolean };
  readonly provider?: { readonly name: string; readonly props: Readonly<Record<string, unknown>> };
}

/** Resources by logical name. */
export type Fixture = Readonly<Record<string, FixtureResource>>;

/** One change to a fixture: a dotted path from the resource's name on, and what stands there then; undefined removes it. */
export type Change = readonly [path: string, value: unknown];

/** Another resource's output: not known in a preview, a made-up id or ARN in an update. */
export interface Ref {
  readonly $ref: string;
}

/** A property that holds JSON as text; changes reach into it. */
export interface Json {
  readonly $json: unknown;
}

/** Refers to another resource's output, e.g. `ref("window.id")`. */
export function ref(output: string): Ref {
  return { $ref: output };
}

/** A property that holds JSON as text. */
export function json(value: unknown): Json {
  return { $json: value };
}

/** A fixture with changes made; the fixture itself stays as it is. */
export function changed(fixture: Fixture, changes: readonly Change[]): Fixture {
  // One by one: resources that share an object must not change together.
  const copy: Record<string, unknown> = Object.fromEntries(
    Object.entries(fixture).map(([name, resource]) => [name, structuredClone(resource)]),
  );
  for (const [path, value] of changes) setAt(copy, path.split("."), structuredClone(value), path);
  return copy as Fixture;
}

function setAt(owner: Record<string, unknown>, [key, ...rest]: readonly string[], value: unknown, path: string): void {
  const inside = (owner["$json"] ?? owner) as Record<string, unknown>;
  if (key === undefined) throw new Error(`No path in "${path}".`);
  if (rest.length === 0) {
    if (value !== undefined) inside[key] = value;
    else if (Array.isArray(inside)) (inside as unknown[]).splice(Number(key), 1);
    else delete inside[key];
    return;
  }
  const next = inside[key];
  if (typeof next !== "object" || next === null) throw new Error(`The fixture has no "${key}" on the way to "${path}".`);
  setAt(next as Record<string, unknown>, rest, value, path);
}

/** Whether outputs of other resources are known. */
export type Mode = "preview" | "update";

/** The engine's mark for a text that is not known yet. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A fixture as the SDK hands its resources to policies, without its proxies. */
export function resourcesOf(
  fixture: Fixture,
  stack: string,
  mode: Mode,
): readonly (SdkResource & { readonly dependencies: readonly string[] })[] {
  const urn = (name: string): string => `urn:pulumi:${stack}::fixture::${fixture[name]?.type ?? ""}::${name}`;
  const built = Object.entries(fixture).map(([name, resource]) => {
    const refs = new Map<string, Set<string>>();
    const props = Object.fromEntries(
      Object.entries(resource.props)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => {
          const found = new Set<string>();
          const resolved = resolve(value, mode, found);
          if (found.size > 0) refs.set(key, found);
          return [key, resolved];
        }),
    );
    const id = mode === "preview" ? UNKNOWN_TEXT : madeUp(`${name}.id`);
    const arn = mode === "preview" ? UNKNOWN_TEXT : madeUp(`${name}.arn`);
    const provider = resource.provider ?? { name: "aws", props: { region: "eu-west-1", allowedAccountIds: '["444444444444"]' } };
    return {
      refs,
      resource: {
        type: resource.type,
        name,
        urn: urn(name),
        props: { id, arn, ...props },
        opts: resource.options ?? {},
        provider: { ...provider, urn: `urn:pulumi:${stack}::fixture::pulumi:providers:aws::${provider.name}` },
      },
    };
  });
  const byName = new Map<string, SdkResource>(built.map(({ resource }) => [resource.name, resource]));
  return built.map(({ resource, refs }) => ({
    ...resource,
    dependencies: [...new Set([...refs.values()].flatMap((names) => [...names]))].map(urn),
    propertyDependencies: Object.fromEntries(
      [...refs].map(([property, names]) => [property, [...names].flatMap((name) => byName.get(name) ?? [])]),
    ),
  }));
}

function resolve(value: unknown, mode: Mode, found: Set<string>): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) {
    found.add(String(value.$ref).split(".")[0] ?? "");
    return mode === "preview" ? UNKNOWN_TEXT : madeUp(String(value.$ref));
  }
  if ("$json" in value) {
    const inside = new Set<string>();
    const text = JSON.stringify(resolve(value.$json, "update", inside));
    for (const name of inside) found.add(name);
    // A text that is put together from an unknown part is unknown as a whole.
    return mode === "preview" && inside.size > 0 ? UNKNOWN_TEXT : text;
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, mode, found));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, mode, found)]));
}

function madeUp(output: string): string {
  const [name = "", attribute = "id"] = output.split(".");
  return attribute === "arn" ? `arn:aws:made-up:eu-west-1:444444444444:thing/${name}` : `${attribute}-of-${name}`;
}
