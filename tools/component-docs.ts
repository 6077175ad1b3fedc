import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as ts from "typescript";
import { between } from "./markers";

/** Where the pages, their examples and the declarations lie, from the project's root. */
const PAGES = path.join("docs", "components");
const EXAMPLES = path.join(PAGES, "examples");
const DECLARATIONS = "components";

/** One argument of a component, or one field of what an argument holds. */
interface Argument {
  readonly name: string;
  readonly optional: boolean;
  readonly type: string;
  readonly text: string;
}

/** A declared interface: its own arguments, and the names of those it extends. */
interface Shape {
  readonly bases: readonly string[];
  readonly own: readonly Argument[];
}

/** What arguments that recur everywhere mean; a doc comment of their own goes first. */
const RECURRING: Readonly<Record<string, string>> = {
  region: "The AWS region in which it is made.",
  tags: "Tags for every resource that can have them. `{}` for none.",
  associationName: "The association's physical name.",
  documentName: "The document's physical name.",
  logGroupName: "The log group's name.",
  shareName: "The share's physical name.",
  group: "The patch group: the value of the tag.",
  groups: "The values of that tag.",
  key: "Part of logical names.",
  resourceGroup: "The Azure resource group of the machine.",
  value: "What the parameter holds.",
  description: "What people read about it.",
  activationId: "The activation's id.",
  parameters: "The parameters to make.",
  runs: "What installs in the window, one runbook a group.",
  reboot: "What follows an install.",
  account: "The account's id, 12 digits.",
  bucketName: "The bucket of the evidence, by name.",
  databaseName: "The database of its tables.",
  workgroupName: "The workgroup in which it is asked.",
  roleName: "The role's physical name.",
  machineName: "The state machine's physical name.",
  scheduleName: "The schedule's physical name.",
};

function flat(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

function commentOf(node: ts.PropertySignature): string {
  const docs = ts.getJSDocCommentsAndTags(node).filter((doc) => ts.isJSDoc(doc));
  const tags = ts.getJSDocTags(node).filter((tag) => tag.tagName.text === "default");
  const lines = [...docs, ...tags.map((tag) => ({ comment: `Default: ${ts.getTextOfJSDocComment(tag.comment) ?? ""}.` }))];
  return flat(lines.map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "").join(" "));
}

function shapeOf(node: ts.InterfaceDeclaration, source: ts.SourceFile): Shape {
  const bases = (node.heritageClauses ?? []).flatMap((clause) => clause.types.map((type) => type.expression.getText(source)));
  const own = node.members.filter(ts.isPropertySignature).map((member): Argument => {
    const name = member.name.getText(source);
    return {
      name,
      optional: member.questionToken !== undefined,
      type: flat(member.type?.getText(source) ?? "").replaceAll("readonly ", ""),
      text: commentOf(member) || RECURRING[name] || "",
    };
  });
  return { bases, own };
}

function sourceFiles(root: string): string[] {
  const names = readdirSync(path.join(root, DECLARATIONS), { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".ts")).map((name) => path.join(root, DECLARATIONS, name));
}

/** Every interface that components declare or take, by name. Only syntax is read: nothing is compiled. */
function readShapes(root: string): Map<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const file of sourceFiles(root)) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2023, true);
    for (const node of source.statements) {
      if (ts.isInterfaceDeclaration(node)) shapes.set(node.name.text, shapeOf(node, source));
    }
  }
  return shapes;
}

function argumentsOf(name: string, shapes: ReadonlyMap<string, Shape>): Argument[] {
  const shape = shapes.get(name);
  return shape ? [...shape.own, ...shape.bases.flatMap((base) => argumentsOf(base, shapes))] : [];
}

function cell(text: string): string {
  return text.replaceAll("|", String.raw`\|`);
}

function table(name: string, shapes: ReadonlyMap<string, Shape>): string[] {
  const rows = argumentsOf(name, shapes).map(({ name: argument, optional, type, text }) => {
    if (text === "") throw new Error(`${name}.${argument} has no doc comment`);
    return `| \`${argument}${optional ? "?" : ""}\` | \`${cell(type)}\` | ${cell(text)} |`;
  });
  return ["| argument | type | meaning |", "|---|---|---|", ...rows];
}

/** The interfaces of ours that the arguments of one mention, in the order in which a reader meets them. */
function mentioned(name: string, shapes: ReadonlyMap<string, Shape>, seen = new Set([name])): string[] {
  const words = argumentsOf(name, shapes).flatMap(({ type }) => type.match(/[A-Za-z]+/gu) ?? []);
  return words.flatMap((word) => {
    if (seen.has(word) || !shapes.has(word)) return [];
    seen.add(word);
    return [word, ...mentioned(word, shapes, seen)];
  });
}

/** The arguments of a component as Markdown: its own table, then one for each shape that it holds. */
export function argumentsText(component: string, shapes: ReadonlyMap<string, Shape>): string {
  const args = `${component}Args`;
  if (!shapes.has(args)) throw new Error(`no interface ${args} in ${DECLARATIONS}`);
  return [
    ...table(args, shapes),
    ...mentioned(args, shapes).flatMap((name) => ["", `\`${name}\``, "", ...table(name, shapes)]),
  ].join("\n");
}

/** The pages of components by file name, as they are and as they should be. */
export function componentPages(root: string): { file: string; is: string; wanted: string }[] {
  const shapes = readShapes(root);
  const files = readdirSync(path.join(root, EXAMPLES)).filter((name) => name.endsWith(".ts"));
  return files.toSorted().map((name) => {
    const file = path.join(PAGES, name.replace(/ts$/u, "md"));
    const is = readFileSync(path.join(root, file), "utf8");
    const component = /^# (\w+)$/mu.exec(is)?.[1] ?? "";
    const example = readFileSync(path.join(root, EXAMPLES, name), "utf8").trimEnd();
    const withArguments = between(is, "arguments", argumentsText(component, shapes));
    return { file, is, wanted: between(withArguments, "example", `\`\`\`ts\n${example}\n\`\`\``) };
  });
}

// Run by hand when an argument or an example has changed: node dist/tools/component-docs.js
if (require.main === module) {
  const root = path.resolve(__dirname, "..", "..");
  for (const { file, wanted } of componentPages(root)) writeFileSync(path.join(root, file), wanted);
}
