import type { Setting, Values } from "./setting";
import { optionalStrings } from "./setting";
import { GROUP_TAG_KEYS } from "./vocabulary";

/** Settings by which a rule tells production groups. */
export const productionSettings = {
  productionGroups: optionalStrings(
    "The patch groups that are production. Unset: those with the word `prod` or `production` in their name or in the stack's.",
  ),
  productionStacks: optionalStrings("The stacks in which every group is production, whatever its name."),
} as const;

/** Settings by which a rule tells sensitive groups. */
export const sensitiveSettings = {
  sensitiveGroups: optionalStrings(
    "The patch groups that are sensitive. Unset: those with the word `sensitive` in their name or in the stack's.",
  ),
  sensitiveStacks: optionalStrings("The stacks in which every group is sensitive, whatever its name."),
} as const;

/** Whether something is so, or cannot be told. */
export type Answer = "yes" | "no" | "unclear";

/** The groups a target means; undefined when it cannot be told (ids, resource groups, another tag, an unknown). */
export type Groups = readonly string[] | undefined;

/** Whether one of these groups is production. */
export function isProduction(groups: Groups, stack: string, settings: Values<typeof productionSettings>): Answer {
  return decide(["prod", "production"], groups, stack, settings.productionGroups, settings.productionStacks);
}

/** Whether one of these groups is sensitive. */
export function isSensitive(groups: Groups, stack: string, settings: Values<typeof sensitiveSettings>): Answer {
  return decide(["sensitive"], groups, stack, settings.sensitiveGroups, settings.sensitiveStacks);
}

function decide(
  words: readonly string[],
  groups: Groups,
  stack: string,
  listedGroups: readonly string[] | undefined,
  listedStacks: readonly string[] | undefined,
): Answer {
  if (listedStacks === undefined ? hasWord(stack, words) && listedGroups === undefined : listedStacks.includes(stack))
    return "yes";
  if (groups === undefined) return "unclear";
  const member = (group: string): boolean => (listedGroups === undefined ? hasWord(group, words) : listedGroups.includes(group));
  return groups.some(member) ? "yes" : "no";
}

/**
 * Whether one of these words stands in a name by itself: `prod` in `prod-auto`, `eu_prod` and `prodEast`, not in
 * `product` and `nonprod`. A word before it that turns it round (`non-prod`, `pre-prod`) keeps it from counting.
 */
export function hasWord(name: string, words: readonly string[]): boolean {
  const inName = name
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return inName.some((candidate, index) => words.includes(candidate) && !TURNING.has(inName[index - 1] ?? ""));
}

const TURNING: ReadonlySet<string> = new Set(["non", "not", "no", "pre"]);

/** The setting that holds the fleet's one tag key. */
export const tagKey = {
  schema: { type: "string", enum: GROUP_TAG_KEYS, description: "The tag key by which the fleet names patch groups." },
  fallback: "PatchGroup",
} as const satisfies Setting<string>;

/** The setting that holds the patch groups there are. */
export const knownGroups = {
  groups: optionalStrings("The patch groups there are. Unset: those that the stack registers with a baseline."),
} as const;
