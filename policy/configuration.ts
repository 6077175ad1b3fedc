import type { Rule, Settings } from "./define-rule";
import { exceptions, type Exception } from "./exception";
import type { Plain } from "./plain";
import { isRecord, show } from "./read";
import { mismatches, valueOf, type Setting } from "./setting";

/** The day rules judge by. Without it, it is today. */
export const asOf: Setting<string | undefined> = {
  schema: { type: "string", format: "date", description: "The day to judge by, YYYY-MM-DD; today when it is not set." },
  fallback: undefined,
};

/** What is wrong in a configuration: where, what was got, what is wanted. */
export interface ConfigurationProblem {
  readonly at: string;
  readonly got: string;
  readonly want: string;
  readonly fix: string;
}

/** A rule's configuration, read: its settings, its exceptions and the day to judge by. */
export interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly exceptions: readonly Exception[];
  readonly asOf: string | undefined;
}

/** All that can be set for a rule: its own settings and those every rule has. */
export function settingsOf(rule: Rule): Settings {
  return { ...rule.settings, asOf, exceptions };
}

/** Reads what is configured for one rule, or tells all that is wrong with it. */
export function readConfiguration(rule: Rule, given: Plain): Configuration | readonly ConfigurationProblem[] {
  const known = settingsOf(rule);
  const problems = mismatches(
    given,
    {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(known).map(([key, setting]) => [key, setting.schema])),
    },
    rule.name,
  );
  if (problems.length > 0) {
    return problems.map(({ at, got, want }) => ({
      at,
      got: show(got),
      want,
      fix: `See the settings of ${rule.name} in its page.`,
    }));
  }
  const values = isRecord(given) ? given : {};
  return {
    settings: Object.fromEntries(
      Object.entries(rule.settings ?? {}).map(([key, setting]) => [key, valueOf(setting, values[key])]),
    ),
    exceptions: valueOf(exceptions, values["exceptions"]),
    asOf: valueOf(asOf, values["asOf"]),
  };
}

const LEVELS = ["advisory", "mandatory", "remediate", "disabled"];

/**
 * Checks a whole configuration file as the engine takes it with `--policy-pack-config`: a map from rule names (and
 * `all`) to a level or to settings. The engine passes over a rule it does not know; here that is a problem.
 */
export function checkConfiguration(rules: readonly Rule[], file: Plain): readonly ConfigurationProblem[] {
  if (!isRecord(file)) {
    return [{ at: "configuration", got: show(file), want: "a map from rule names to settings", fix: "Write a JSON object." }];
  }
  return Object.entries(file).flatMap(([name, given]) => {
    const rule = rules.find((candidate) => candidate.name === name);
    if (rule === undefined && name !== "all") {
      return [
        { at: name, got: "a rule that does not exist", want: "the name of a rule", fix: `Did you mean ${nearest(name, rules)}?` },
      ];
    }
    if (typeof given === "string") return levelProblems(name, given);
    if (!isRecord(given))
      return [{ at: name, got: show(given), want: "a level or a map of settings", fix: "See the rule's page." }];
    const { enforcementLevel, ...settings } = given;
    const level = enforcementLevel === undefined ? [] : levelProblems(`${name}.enforcementLevel`, enforcementLevel);
    if (rule === undefined) {
      const surplus = Object.keys(settings);
      if (surplus.length === 0) return level;
      const fix = "Set them for each rule that has them.";
      return [...level, { at: `all.${surplus[0]}`, got: "settings for all rules", want: "only a level", fix }];
    }
    const read = readConfiguration(rule, settings);
    return [...level, ...("settings" in read ? [] : read)];
  });
}

function levelProblems(at: string, level: Plain): readonly ConfigurationProblem[] {
  if (typeof level === "string" && LEVELS.includes(level)) return [];
  return [{ at, got: show(level), want: `one of ${LEVELS.join(", ")}`, fix: "Write one of these levels." }];
}

function nearest(name: string, rules: readonly Rule[]): string {
  const words = new Set(name.split("-"));
  const shared = (candidate: string): number => candidate.split("-").filter((word) => words.has(word)).length;
  return rules.reduce((best, rule) => (shared(rule.name) > shared(best) ? rule.name : best), "one of docs/rules.md");
}
