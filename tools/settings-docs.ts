import { writeFileSync } from "node:fs";
import { z } from "zod";
import { listed } from "../fleet/closest";
import { want } from "../fleet/parse/want";
import { approvalFile } from "../fleet/schema/approval";
import { fleetFile } from "../fleet/schema/fleet-file";
import { releaseFile } from "../fleet/schema/release";
import { bare, defaultOf, descriptionOf, keysOf, sectionBelow, type Form, type Section } from "./schema-entries";

/** Where the settings are documented, from the project's root. */
export const SETTINGS_FILE = "docs/settings.md";

const INTRO = `# Settings

Every key of the fleet file, generated from its schema (\`fleet/schema\`) by \`tools/settings-docs.ts\`. An editor completes them
when the file begins with

    # yaml-language-server: $schema=./fleet.schema.json

Lengths of time carry their unit: \`4 hours\`, \`5 days\`, \`10 minutes\`. How many at once, and how many failures, is a count
(\`10\`) or a share (\`10 %\`). What stands under a name of your own is written here as \`<name>\`, an entry of a list as \`[]\`.
YAML takes digits for a number: put an account's id in quotes, and a lone \`*\` too.

The apt systems are UBUNTU, DEBIAN and RASPBIAN. The rpm systems are AMAZON_LINUX, AMAZON_LINUX_2, AMAZON_LINUX_2022,
AMAZON_LINUX_2023, REDHAT_ENTERPRISE_LINUX, CENTOS, ORACLE_LINUX, ROCKY_LINUX and ALMA_LINUX.
`;

/** Where the keys of reviewed changes are documented, from the project's root. */
export const CHANGES_FILE = "docs/changes.md";

const CHANGES_INTRO = `# Reviewed changes

Every key of the files in \`changes/\`, generated from their schemas (\`fleet/schema\`) by \`tools/settings-docs.ts\`. What they are for, and how
one comes to be, is told in [review](review.md). An approval lies in \`changes/approvals/<date>-<group>.yaml\`, or
\`<date>-<group>-<word>.yaml\` where a day has several; a release in \`changes/releases/<ring>.yaml\`. An editor completes their keys when the file begins with

    # yaml-language-server: $schema=../../approval.schema.json
    # yaml-language-server: $schema=../../release.schema.json
`;

function anchor(path: string): string {
  return path
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/gu, "")
    .replaceAll(" ", "-");
}

function kindOf(path: string, schema: z.ZodType): string {
  const inner = bare(schema);
  const below = sectionBelow(path, [{ schema, systems: null }]);
  if (inner instanceof z.ZodEnum) return inner.options.map((option) => `\`${option}\``).join(", ");
  if (inner instanceof z.ZodArray) {
    return below ? `a list, [below](#${anchor(below.path)})` : `a list of: ${kindOf(path, bare(inner.element))}`;
  }
  if (inner instanceof z.ZodRecord) {
    return below ? `names with keys, [below](#${anchor(below.path)})` : `names with ${kindOf(path, bare(inner.valueType))}`;
  }
  if (below) return `keys, [below](#${anchor(below.path)})`;
  return inner.safeParse(undefined, { error: want }).error?.issues[0]?.message ?? "text";
}

/** The rows of one key: one where all forms have it alike, else one for each kind with the systems that have it. */
function rows(section: Section, path: string, key: string, forms: readonly Form[]): string[] {
  const kinds = [...new Set(forms.map(({ schema }) => kindOf(path, schema)))];
  // The system is what tells the forms apart: all of them together are its kind.
  const told = key === "system" ? [kinds.join(", ")] : kinds;
  return told.map((kind) => {
    const alike = key === "system" ? forms : forms.filter(({ schema }) => kindOf(path, schema) === kind);
    const systems = alike.flatMap((form) => form.systems ?? []);
    const partly = alike.length < section.forms.length;
    const [first] = alike;
    const standsAlone = partly && systems.length === 0 && first && defaultOf(first.schema) === "required";
    const about = [
      ...(first ? [descriptionOf(first.schema)] : []),
      ...(partly && systems.length > 0 ? [`For ${listed(systems)}.`] : []),
    ];
    const cells = [
      `\`${key}\``,
      kind,
      standsAlone ? "in one of the two forms" : first ? defaultOf(first.schema) : "",
      about.join(" "),
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
}

function sectionText(section: Section, title: string): string {
  const table = keysOf(section).flatMap(([key, forms]) =>
    rows(section, section.path === "" ? key : `${section.path}.${key}`, key, forms),
  );
  return [`## ${title}`, "", "| key | kind | default | what it does |", "|---|---|---|---|", ...table, ""].join("\n");
}

function below(section: Section): Section[] {
  return keysOf(section).flatMap(([key, forms]) => {
    const inner = sectionBelow(section.path === "" ? key : `${section.path}.${key}`, forms);
    return inner ? [inner, ...below(inner)] : [];
  });
}

/** A table for each part of a file, in the order of its schema. */
function tables(schema: z.ZodType, title: string): string[] {
  const file: Section = { path: "", forms: [{ schema, systems: null }] };
  return [sectionText(file, title), ...below(file).map((section) => sectionText(section, `\`${section.path}\``))];
}

/** The settings as Markdown: a table for each part of the file, in the order of the schema. */
export function settingsText(): string {
  return [INTRO, ...tables(fleetFile, "The file")].join("\n");
}

/** The keys of reviewed changes as Markdown. */
export function changesText(): string {
  return [CHANGES_INTRO, ...tables(approvalFile, "An approval"), ...tables(releaseFile, "A release")].join("\n");
}

if (require.main === module) {
  writeFileSync(SETTINGS_FILE, settingsText());
  writeFileSync(CHANGES_FILE, changesText());
}
