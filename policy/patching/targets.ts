import type { Groups } from "../group";
import { UNKNOWN, type Plain, type Unknown } from "../plain";
import { isRecord, list, text, texts } from "../read";
import { GROUP_TAG_KEYS } from "../vocabulary";

/** One condition on nodes: all conditions of a set hold together. */
export interface Condition {
  /** `tag:KEY`, `tag-key`, `InstanceIds`, `resource-groups:Name` and the like. */
  readonly key: string | Unknown;
  /** The node fits when it has one of these. */
  readonly values: readonly string[] | Unknown;
}

/** A set of nodes, by conditions; where it is a registered window target, its URN or id. */
export interface NodeSet {
  readonly registered: string | undefined;
  /** UNKNOWN where the target is registered elsewhere or its conditions are not known. */
  readonly conditions: readonly Condition[] | Unknown;
}

/** The sets of nodes an operation runs on; UNKNOWN when it cannot be told. */
export type Targets = readonly NodeSet[] | Unknown;

/** Reads a list of `{ key, values }`, in either spelling (resources write `key`, runbooks `Key`). */
export function readConditions(source: Plain): readonly Condition[] | Unknown {
  if (source === UNKNOWN) return UNKNOWN;
  return list(source).map((entry) => {
    if (!isRecord(entry)) return { key: UNKNOWN, values: UNKNOWN };
    const key = entry["key"] ?? entry["Key"];
    return { key: text(key) ?? UNKNOWN, values: texts(entry["values"] ?? entry["Values"]) };
  });
}

/** The patch groups that targets mean, by either tag key; undefined when something else narrows or widens them. */
export function groupsOf(targets: Targets): Groups {
  if (targets === UNKNOWN || targets.length === 0) return undefined;
  const groups = targets.map((set) => groupsOfSet(set));
  return groups.every((values) => values !== undefined) ? [...new Set(groups.flat())] : undefined;
}

function groupsOfSet(set: NodeSet): readonly string[] | undefined {
  if (set.conditions === UNKNOWN) return undefined;
  const byGroup = set.conditions.find(({ key }) => GROUP_TAG_KEYS.some((tag) => key === `tag:${tag}`));
  return byGroup === undefined || byGroup.values === UNKNOWN ? undefined : byGroup.values;
}

/** Whether the first targets hold all nodes of the second; "unclear" when one of them is not known. */
export function covers(wider: Targets, narrower: Targets): "yes" | "no" | "unclear" {
  if (wider === UNKNOWN || narrower === UNKNOWN) return "unclear";
  const answers = narrower.map((set) => wider.map((candidate) => setCovers(candidate, set)));
  if (answers.every((row) => row.includes("yes"))) return answers.length > 0 ? "yes" : "no";
  return answers.every((row) => row.includes("yes") || row.includes("unclear")) ? "unclear" : "no";
}

function setCovers(wider: NodeSet, narrower: NodeSet): "yes" | "no" | "unclear" {
  if (wider.registered !== undefined && wider.registered === narrower.registered) return "yes";
  const { conditions } = narrower;
  if (wider.conditions === UNKNOWN || conditions === UNKNOWN) return "unclear";
  if (wider.conditions.length === 0) return "no";
  // Each condition narrows a set, so each one of the wider set must be met by one of the narrower.
  const answers = wider.conditions.map((condition) => conditions.map((other) => conditionCovers(condition, other)));
  if (answers.every((row) => row.includes("yes"))) return "yes";
  return answers.every((row) => row.includes("yes") || row.includes("unclear")) ? "unclear" : "no";
}

function conditionCovers(wider: Condition, narrower: Condition): "yes" | "no" | "unclear" {
  if (wider.key === UNKNOWN || narrower.key === UNKNOWN) return "unclear";
  if (wider.key !== narrower.key) return "no";
  if (wider.values === UNKNOWN || narrower.values === UNKNOWN) return "unclear";
  const held = wider.values;
  return narrower.values.every((value) => held.includes(value)) ? "yes" : "no";
}

/** Whether conditions hold all nodes: `InstanceIds` with `*` alone. Undefined where they are not known. */
export function holdAllNodes(conditions: readonly Condition[] | Unknown): boolean | undefined {
  if (conditions === UNKNOWN) return undefined;
  const [only, ...more] = conditions;
  if (only === undefined || more.length > 0) return false;
  if (only.key === UNKNOWN) return undefined;
  if (only.key !== "InstanceIds") return false;
  return only.values === UNKNOWN ? undefined : only.values.includes("*");
}

/** Targets as a message shows them. */
export function showTargets(targets: Targets): string {
  if (targets === UNKNOWN) return "targets not known before the update";
  const shown = targets.map(({ conditions, registered }) => {
    if (conditions === UNKNOWN) return registered ?? "targets not known before the update";
    if (conditions.length === 0) return "no targets";
    return conditions
      .map(({ key, values }) => `${word(key)}=${values === UNKNOWN ? "(unknown)" : values.join(",")}`)
      .join(" and ");
  });
  return shown.length === 0 ? "no targets" : shown.join(" or ");
}

function word(key: string | Unknown): string {
  return key === UNKNOWN ? "(unknown)" : key;
}
