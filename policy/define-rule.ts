import type { Finding } from "./finding";
import type { PlainRecord } from "./plain";
import type { Resource } from "./resource";
import type { Setting, Values } from "./setting";
import type { Stack } from "./stack";

/** The concerns rules are sorted by; each is a folder of rules. */
export const CONCERNS = [
  "schedule",
  "baseline",
  "install",
  "ring",
  "review",
  "hybrid",
  "identity",
  "evidence",
  "sharing",
  "tagging",
] as const;

/** What a rule is concerned with. */
export type Concern = (typeof CONCERNS)[number];

/** A control of a public catalogue that a rule truly serves. */
export interface Control {
  /** The catalogue, e.g. `NIST SP 800-53`. */
  readonly name: string;
  readonly version: string;
  /** The control's id, e.g. `SI-2`. */
  readonly reference: string;
  /** The control's title. */
  readonly specification: string;
}

/** What a rule knows besides the resource. */
export interface Context<S> {
  readonly settings: Values<S>;
  /** The stack's name. */
  readonly stack: string;
  /** The moment of judging, in milliseconds since 1970 UTC. Rules have no clock of their own. */
  readonly asOf: number;
}

/** Settings by name. */
export type Settings = Readonly<Record<string, Setting<unknown>>>;

interface Declaration<S> {
  /** States the compliant condition; also the name of the file, the test and the page. */
  readonly name: string;
  readonly concern: Concern;
  /** The rule in one sentence. */
  readonly description: string;
  /** What goes wrong otherwise. */
  readonly why: string;
  /** How to comply. */
  readonly remediation: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly enforcement: "advisory" | "mandatory" | "remediate";
  /** Where the fact behind the rule is written down. */
  readonly source: string;
  /** When not to use the rule. */
  readonly unless: string;
  readonly controls?: readonly Control[];
  readonly settings?: S;
}

/** A rule that one resource tells. */
export interface ResourceRule<S = Settings> extends Declaration<S> {
  /** The type, or types, it judges. */
  readonly resource: string | readonly string[];
  /** The properties it weighs: where one holds something unknown, the rule says so and `check` is not asked. */
  readonly needs: readonly string[];
  /** Pure; throws nothing. */
  check(resource: Resource, context: Context<S>): readonly Finding[];
  /**
   * The properties to set, where the fix is certain. Only what is named here changes: spreading a resource's own
   * properties would turn its secrets into plain text.
   */
  remediate?(resource: Resource, context: Context<S>): PlainRecord;
}

/** A rule for which several resources must be seen together. */
export interface StackRule<S = Settings> extends Declaration<S> {
  /** The types it reports on. */
  readonly resources: readonly string[];
  /** Pure; throws nothing. */
  check(stack: Stack, context: Context<S>): readonly Finding[];
}

/** A rule of this pack. */
export type Rule = ResourceRule | StackRule;

/** Declares a rule: everything about it in one place, from which its policy, its page and its configuration are made. */
export function defineRule<S extends Settings = Settings>(rule: ResourceRule<S>): Rule;
export function defineRule<S extends Settings = Settings>(rule: StackRule<S>): Rule;
export function defineRule(rule: Rule): Rule {
  return rule;
}

/** Whether several resources must be seen together. */
export function isStackRule(rule: Rule): rule is StackRule {
  return "resources" in rule;
}

/** The types a rule reports on. */
export function typesOf(rule: Rule): readonly string[] {
  if (isStackRule(rule)) return rule.resources;
  return typeof rule.resource === "string" ? [rule.resource] : rule.resource;
}
