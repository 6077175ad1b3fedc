import { isStackRule, typesOf, type Rule } from "fleet-patching-policy/define-rule";
import { judgeAll } from "fleet-patching-policy/judge";
import { plain } from "fleet-patching-policy/plain";
import { readResource } from "fleet-patching-policy/resource";
import { rules } from "fleet-patching-policy/rules/index";
import { readFileSync } from "node:fs";
import Module from "node:module";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as ts from "typescript";
import { changed, resourcesOf, type Change } from "../test/policy/support/fixture";
import { NOW, unknownNeeds, type RuleCases } from "../test/policy/support/test-rule";
import { mutantsOf, type Mutant } from "./mutants";
import { loadCases, ruleText } from "./policy-docs";

/**
 * Changes each rule a little, in every place, and asks its tests whether they notice. Run by `npm run mutate`, with the
 * names of rules to look at only these.
 */
const ROOT = path.resolve(__dirname, "..", "..");

/** Changes that no test can notice, and why: by rule, what was changed, and into what. */
const EXPLAINED: Readonly<Record<string, string>> = {
  "windows-of-a-group-do-not-overlap: if (!read.known) told.add(window.urn); -> if (true) told.add(window.urn);":
    "what is remembered of a window is asked only where it is not known",
  "windows-of-a-group-do-not-overlap: next.end > open.end -> next.end >= open.end":
    "either of two windows that end together is as good",
  "approval-has-one-date: 1 -> 2": "-1 and -2 are as little a delay",
  "ended-system-is-acknowledged: asOf < Date.parse(`${ended}T23:59:59Z`) -> asOf <= Date.parse(`${ended}T23:59:59Z`)":
    "one millisecond at midnight",
  "rings-keep-their-order: 86_400_000 -> 86400001": "one millisecond in a day",
  "activation-ends-within-30-days: 86_400_000 -> 86400001": "one millisecond in a day",
  "provider-names-its-account: if (told.has(key)) return []; -> if (false) return [];":
    "the same would be told of each resource of a provider",
  "output-log-is-retained: 3653 -> 3654": "the longest period is the highest number that can be set",
};

/** A rule as its changed source declares it; undefined where the change does not even load. */
function load(rule: Rule, mutant: Mutant): Rule | undefined {
  const filename = path.join(ROOT, "policy", "dist", "rules", rule.concern, `${rule.name}.js`);
  const { outputText } = ts.transpileModule(mutant.source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const loaded = new Module(filename);
  loaded.filename = filename;
  loaded.paths = module.paths;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion, no-underscore-dangle -- Node's loader, as it loads every file
  const compile = Reflect.get(loaded, "_compile") as (code: string, name: string) => void;
  try {
    compile.call(loaded, outputText, filename);
  } catch {
    return undefined;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a rule's file exports its rule
  return (loaded.exports as { readonly default: Rule }).default;
}

/** Whether a rule still answers all its cases as it should, says where it meets an unknown, and is what its page says. */
function survives(rule: Rule, original: Rule, groups: readonly RuleCases[]): boolean {
  if (ruleText(rule, []) !== ruleText(original, []) || !isDeepStrictEqual(remedies(rule), remedies(original))) return false;
  const needs = isStackRule(original) ? [] : original.needs;
  if (needs.some((need) => groups.some((group) => unknownNeeds(rule, group, need).length > 0))) return false;
  return groups.every((group) => {
    const valid = group.valid.map(({ changes = [], ...own }) => ({ changes, own, update: [], preview: [] }));
    const invalid = group.invalid.map(({ change, finds, findsInPreview, ...own }) => ({
      changes: [change],
      own,
      update: finds,
      preview: findsInPreview ?? finds,
    }));
    return [...invalid, ...valid].every(({ changes, own, ...expected }) =>
      (["update", "preview"] as const).every((mode) =>
        isDeepStrictEqual(answer(rule, group, changes, own, mode), expected[mode]),
      ),
    );
  });
}

/** What a rule would put right, for every number that its settings take: test/policy/remediation.test.ts asks the same. */
function remedies(rule: Rule): readonly unknown[] {
  if (isStackRule(rule) || rule.remediate === undefined) return [];
  const { settings = {} } = rule;
  const defaults = Object.fromEntries(Object.entries(settings).map(([name, { fallback }]) => [name, fallback]));
  const [resource] = resourcesOf({ a: { type: typesOf(rule)[0] ?? "", props: {} } }, "x", "update");
  const read = resource === undefined ? undefined : readResource(resource);
  const numbers = Array.from({ length: 3653 }, (_, index) => index + 1);
  return read === undefined
    ? []
    : numbers.map((least) => rule.remediate?.(read, { settings: { ...defaults, least }, stack: "x", asOf: NOW }));
}

function answer(
  rule: Rule,
  group: RuleCases,
  changes: readonly Change[],
  own: { readonly settings?: object; readonly stack?: string },
  mode: "update" | "preview",
): readonly string[] {
  const resources = resourcesOf(changed(group.compliant, changes), own.stack ?? group.stack ?? "workloads", mode);
  const configuration = plain({ ...group.settings, ...own.settings });
  return judgeAll(rule, resources, { configuration, now: NOW }).map(
    ({ subject, at, got, undecided }) => `${undecided === true ? "? " : ""}${subject?.name ?? "the stack"}, ${at}: ${got}`,
  );
}

function run(names: readonly string[]): void {
  const cases = loadCases();
  let [killed, explained, all] = [0, 0, 0];
  const survivors: string[] = [];
  for (const rule of rules) {
    if (names.length > 0 && !names.includes(rule.name)) continue;
    const groups = (cases.get(rule.name) ?? []).map(([, group]) => group);
    const source = readFileSync(path.join(ROOT, "policy", "rules", rule.concern, `${rule.name}.ts`), "utf8");
    const unchanged = load(rule, { line: 0, from: "", to: "", source });
    if (unchanged === undefined || !survives(unchanged, rule, groups))
      throw new Error(`${rule.name} does not pass its own tests unchanged`);
    for (const mutant of mutantsOf(source)) {
      all++;
      const changedRule = load(rule, mutant);
      const change = `${rule.name}: ${mutant.from} -> ${mutant.to}`;
      if (changedRule === undefined || !survives(changedRule, rule, groups)) killed++;
      else if (Object.hasOwn(EXPLAINED, change)) explained++;
      else survivors.push(`line ${mutant.line} of ${change}`);
    }
  }
  console.log([...survivors, `${killed} of ${all} changes noticed, ${explained} explained, ${survivors.length} left`].join("\n"));
  process.exitCode = survivors.length > 0 ? 1 : 0;
}

run(process.argv.slice(2));
