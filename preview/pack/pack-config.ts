import type { EnforcementLevel } from "@pulumi/policy";
import { schemaErrors } from "./config-schema";
import type { PolicyPack } from "./policy-pack";

/** What is set for one rule. */
export interface RuleConfig {
  readonly level: EnforcementLevel;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The configuration of every rule of a pack, or all that is wrong with it, in the engine's words. */
export type ReconciledConfig =
  | { readonly ok: true; readonly rules: ReadonlyMap<string, RuleConfig> }
  | { readonly ok: false; readonly errors: readonly string[] };

const LEVELS: readonly EnforcementLevel[] = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * The configuration that a pack's rules get, as the engine decides it.
 *
 * The defaults of the rules' schemas give way to the pack's own configuration, that to the level under `"all"`, and that to
 * what is set for a rule. What comes out is checked against each rule's schema; rules that don't exist are passed over.
 *
 * @param file the parsed content of `--policy-pack-config`; undefined when there is none
 */
export function reconcile(pack: PolicyPack, file: unknown): ReconciledConfig {
  const given = parse(file);
  if (!given.ok) {
    return given;
  }
  const initial = parse(pack.initialConfig);
  const rules = new Map<string, RuleConfig>();
  for (const { name, enforcementLevel, configSchema } of pack.policies) {
    const level = enforcementLevel ?? pack.enforcementLevel ?? "advisory";
    rules.set(name, { level, properties: defaultsOf(configSchema?.properties ?? {}) });
  }
  for (const layer of [initial, given]) {
    apply(rules, layer.ok ? layer.settings : new Map());
  }
  const errors = pack.policies.flatMap(({ name, configSchema }) => {
    const schema = configSchema && { type: "object", ...configSchema };
    const found = schema === undefined ? [] : schemaErrors(schema, rules.get(name)?.properties ?? {});
    return found.map((error) => `validating policy config: ${pack.name} ${pack.version}  ${name}: ${error}`);
  });
  return errors.length === 0 ? { ok: true, rules } : { ok: false, errors: errors.toSorted() };
}

interface Setting {
  readonly level?: EnforcementLevel;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Parsed =
  | { readonly ok: true; readonly settings: ReadonlyMap<string, Setting> }
  | { readonly ok: false; readonly errors: string[] };

function parse(file: unknown): Parsed {
  const settings = new Map<string, Setting>();
  if (file === undefined) {
    return { ok: true, settings };
  }
  if (!isObject(file)) {
    return { ok: false, errors: ["the configuration of a policy pack is an object: a level or settings by rule"] };
  }
  const errors: string[] = [];
  for (const [rule, value] of Object.entries(file)) {
    const object: Record<string, unknown> | undefined =
      typeof value === "string" ? { enforcementLevel: value } : isObject(value) ? value : undefined;
    const { enforcementLevel, ...properties } = object ?? {};
    const level = LEVELS.find((candidate) => candidate === enforcementLevel);
    if (object === undefined) {
      errors.push(`parsing "${rule}": ${JSON.stringify(value)} is not a valid value; must be a string or object`);
    } else if (enforcementLevel !== undefined && level === undefined) {
      const why = typeof enforcementLevel === "string" ? "" : "; must be a string";
      errors.push(
        `parsing enforcement level for "${rule}": ${JSON.stringify(enforcementLevel)} is not a valid enforcement level${why}`,
      );
    } else if (rule !== "environments") {
      settings.set(rule, { properties, ...(level === undefined ? {} : { level }) });
    }
  }
  return errors.length === 0 ? { ok: true, settings } : { ok: false, errors };
}

function apply(rules: Map<string, RuleConfig>, settings: ReadonlyMap<string, Setting>): void {
  const everywhere = settings.get("all")?.level;
  for (const [name, config] of rules) {
    const own = settings.get(name);
    rules.set(name, {
      level: own?.level ?? everywhere ?? config.level,
      properties: { ...config.properties, ...own?.properties },
    });
  }
}

function defaultsOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const defaults = Object.entries(properties).filter(([, schema]) => isObject(schema) && "default" in schema);
  return Object.fromEntries(defaults.map(([name, schema]) => [name, isObject(schema) ? schema["default"] : undefined]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
