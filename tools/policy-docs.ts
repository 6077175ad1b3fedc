import { settingsOf } from "fleet-patching-policy/configuration";
import { CONCERNS, isStackRule, typesOf, type Rule } from "fleet-patching-policy/define-rule";
import { rules } from "fleet-patching-policy/rules/index";
import type { Schema } from "fleet-patching-policy/setting";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Change } from "../test/policy/support/fixture";
import type { RuleCases } from "../test/policy/support/test-rule";
import { WILD_FILE, wildText } from "./wild-docs";

/** Where the list of rules is documented, from the project's root. */
export const RULES_FILE = "docs/rules.md";
/** Where each rule has its page, from the project's root. */
export const RULES_FOLDER = "docs/rules";

const INTRO = `# Rules

Every rule of the policy pack in \`policy/\`, generated from the rules and their tests by \`tools/policy-docs.ts\`.

    pulumi preview --policy-pack policy --policy-pack-config policy-config.json

The pack judges what a program declares, whoever wrote it: a fleet of this project, another team's Pulumi, a stack that was
made by hand and imported. It knows nothing of the program; it reads resources, and follows the steps of runbooks.

- **Levels.** A *mandatory* rule stops the preview, an *advisory* one is shown, one that *remediates* puts right what it can.
- **Production and sensitive groups** are those that are configured (\`productionGroups\`, \`productionStacks\`,
  \`sensitiveGroups\`, \`sensitiveStacks\`). Without any configuration a group is production when \`prod\` or \`production\`, and
  sensitive when \`sensitive\`, stands as a word in its name or in the stack's: in \`prod-auto\`, not in \`product\`, \`nonprod\`
  or \`non-prod\`.
- **What cannot be decided does not pass.** Where a rule meets a value that is not known before the update, a document that
  lies elsewhere, or servers whose group nobody can tell, it says so, at its own level. Write names and ARNs out instead of
  waiting for another resource's output, target groups by their tag, and list documents that you trust in \`harmlessDocuments\`.
- **Exceptions** are data. Every rule takes \`exceptions\`: the resource's logical name or URN, an owner, a reason and the last
  day on which it holds. An expired exception is a violation itself.
- **Time.** Rules judge by \`asOf\` (YYYY-MM-DD), which every rule takes; without it by today.

\`\`\`json
{
  "install-asks-for-release": "mandatory",
  "prod-must-scan-before-install": { "productionGroups": ["web", "databases"] },
  "window-has-cutoff": {
    "exceptions": [{ "resource": "legacy", "owner": "ana", "reason": "moves in March", "until": "2027-03-31" }]
  }
}
\`\`\`

`;

/** The list of all rules as Markdown: a table for each concern. */
export function rulesText(): string {
  const tables = CONCERNS.map((concern) => {
    const rows = rules
      .filter((rule) => rule.concern === concern)
      .map(
        (rule) =>
          `| [${rule.name}](rules/${rule.name}.md) | ${rule.enforcement} | ${rule.severity} | ${cell(rule.description)} | ${controls(rule)} |`,
      );
    return [`## ${concern}`, "", "| rule | level | severity | says | serves |", "|---|---|---|---|---|", ...rows, ""].join("\n");
  });
  return INTRO + tables.join("\n");
}

/** A rule's page as Markdown, with the examples of its tests. */
export function ruleText(rule: Rule, cases: readonly (readonly [title: string, group: RuleCases])[]): string {
  const kind = isStackRule(rule) ? "Looks at all resources of a stack together; reports on" : "Looks at each resource alone:";
  return [
    `# ${rule.name}`,
    "",
    rule.description,
    "",
    `*${rule.concern}* · ${rule.enforcement} · severity ${rule.severity}`,
    "",
    `${kind} ${typesOf(rule)
      .map((type) => `\`${type}\``)
      .join(", ")}.`,
    "",
    "## Why",
    "",
    rule.why,
    "",
    "## What to do",
    "",
    rule.remediation,
    "",
    "## When not to use it",
    "",
    rule.unless,
    "",
    "## Settings",
    "",
    "| setting | takes | default | what it is |",
    "|---|---|---|---|",
    ...Object.entries(settingsOf(rule)).map(
      ([name, { schema, fallback }]) =>
        `| \`${name}\` | ${cell(takes(schema))} | ${shown(fallback)} | ${cell(schema.description ?? "")} |`,
    ),
    "",
    ...cases.flatMap(([title, group]) => examples(title, group, cases.length > 1)),
    "## More",
    "",
    `- ${rule.source}`,
    ...(rule.controls ?? []).map(
      (control) => `- ${control.name} ${control.version}, ${control.reference}: ${control.specification}`,
    ),
    "",
  ].join("\n");
}

function examples(title: string, { compliant, valid, invalid, settings, stack }: RuleCases, several: boolean): readonly string[] {
  const given = [
    ...(settings === undefined ? [] : [`settings \`${JSON.stringify(settings)}\``]),
    ...(stack === undefined ? [] : [`a stack called \`${stack}\``]),
  ];
  return [
    `## Examples${several ? `: ${words(title)}` : ""}`,
    "",
    `<details><summary>The program that complies${given.length === 0 ? "" : `, with ${given.join(" and ")}`}</summary>`,
    "",
    "```json",
    JSON.stringify(compliant, readable, 1),
    "```",
    "",
    "</details>",
    "",
    ...(valid.length === 0
      ? []
      : ["Accepted:", "", ...valid.map((one) => `- ${one.name}${remarks(one, one.changes ?? [])}`), ""]),
    "Rejected:",
    "",
    ...invalid.flatMap((one) => [
      `- ${one.name}${remarks(one, [one.change])}`,
      ...(one.finds.length > 0 ? one.finds : (one.findsInPreview ?? []).map((found) => `in a preview: ${found}`)).map(
        (found) => `  - ${code(found)}`,
      ),
    ]),
    "",
  ];
}

function remarks(
  { settings, stack }: { readonly settings?: object; readonly stack?: string },
  changes: readonly Change[],
): string {
  const parts = [
    ...changes.map(
      ([where, value]) =>
        `${code(where.replace(".props", ""))} ${value === undefined ? "left out" : `= ${code(JSON.stringify(value, readable))}`}`,
    ),
    ...(settings === undefined ? [] : [`settings ${code(JSON.stringify(settings))}`]),
    ...(stack === undefined ? [] : [`stack ${code(stack)}`]),
  ];
  return parts.length === 0 ? "" : `: ${parts.join("; ")}`;
}

/** References and embedded JSON as people would write them. */
function readable(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if ("$ref" in value) return `\${${String(value.$ref)}}`;
  return "$json" in value ? value.$json : value;
}

function code(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 197)}...` : text;
  return short.includes("`") ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** What a setting takes, in words. */
function takes(schema: Schema): string {
  switch (schema.type) {
    case "boolean":
      return "true or false";
    case "integer":
    case "number":
      return `${schema.minimum ?? ""} to ${schema.maximum ?? ""}`;
    case "string":
      return takesText(schema);
    case "array":
      return `a list of ${schema.items === undefined ? "anything" : takes(schema.items)}`;
    case "object":
      return takesMap(schema);
    default:
      return schema.type satisfies never;
  }
}

function takesText({ enum: words, format, minLength, pattern }: Schema): string {
  if (words !== undefined) return words.map((word) => `\`${word}\``).join(" or ");
  if (format === "date") return "a day";
  return `${minLength === undefined ? "text" : `text of at least ${minLength}`}${pattern === undefined ? "" : ` like \`${pattern}\``}`;
}

function takesMap({ properties = {}, required = [], additionalProperties }: Schema): string {
  const keys = Object.entries(properties).map(
    ([key, schema]) => `\`${key}\`${required.includes(key) ? "" : " (or not)"}: ${takes(schema)}`,
  );
  const others =
    typeof additionalProperties === "object"
      ? [`any key: ${takes(additionalProperties)}`]
      : additionalProperties === false
        ? []
        : ["anything else"];
  return `{ ${[...keys, ...others].join(", ")} }`;
}

function shown(fallback: unknown): string {
  return fallback === undefined ? "not set" : code(JSON.stringify(fallback));
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}

function controls(rule: Rule): string {
  return (rule.controls ?? [])
    .map((control) => `${control.name.replace("NIST SP 800-53", "NIST")} ${control.reference}`)
    .join(", ");
}

function words(camelCase: string): string {
  return camelCase.replaceAll(/([A-Z])/g, " $1").toLowerCase();
}

/** The tests of all rules, from the built tests: without mocha they only hand on their data. */
export function loadCases(): ReadonlyMap<string, readonly (readonly [title: string, group: RuleCases])[]> {
  const folder = path.resolve(__dirname, "..", "test", "policy", "rules");
  const load = createRequire(__filename);
  const found = new Map<string, (readonly [string, RuleCases])[]>();
  for (const concern of CONCERNS) {
    for (const file of readdirSync(path.join(folder, concern)).toSorted()) {
      if (!file.endsWith(".test.js")) continue;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every export of a rule's test is its cases
      for (const entry of Object.entries(load(path.join(folder, concern, file)) as Record<string, RuleCases>)) {
        const name = entry[1].rule.name;
        found.set(name, [...(found.get(name) ?? []), entry]);
      }
    }
  }
  return found;
}

/** All pages by their paths from the project's root. */
export function allPages(): ReadonlyMap<string, string> {
  const cases = loadCases();
  return new Map([
    [RULES_FILE, rulesText()],
    [WILD_FILE, wildText()],
    ...rules.map((rule) => [`${RULES_FOLDER}/${rule.name}.md`, ruleText(rule, cases.get(rule.name) ?? [])] as const),
  ]);
}

if (require.main === module) {
  rmSync(RULES_FOLDER, { recursive: true, force: true });
  mkdirSync(RULES_FOLDER, { recursive: true });
  for (const [file, text] of allPages()) writeFileSync(file, text);
}
