import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The root of the repository. */
export const ROOT = path.resolve(__dirname, "..", "..", "..");

/** The folders that hold sources of ours. */
const FOLDERS = ["fleet", "components", "stacks", "preview", "simulator", "evidence", "cli", "policy", "tools", "test", "docs"];
const FOREIGN = /(^|\/)(node_modules|dist|cache)(\/|$)/u;

/** One TypeScript file, read and parsed. */
export interface Source {
  /** Its path from the root, with slashes. */
  readonly file: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  /** What it imports: files of ours by their path from the root without extension, packages by name. */
  readonly imports: readonly string[];
}

function importsOf(file: string, text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith(".")) return fileName;
    const target = path.posix.join(path.posix.dirname(file), fileName);
    return existsSync(path.join(ROOT, `${target}.ts`)) ? target : path.posix.join(target, "index");
  });
}

function read(file: string): Source {
  const text = readFileSync(path.join(ROOT, file), "utf8");
  return { file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), imports: importsOf(file, text) };
}

let all: readonly Source[] | undefined;

/** Every TypeScript file of ours, sorted. Read once. */
export function sources(): readonly Source[] {
  all ??= FOLDERS.filter((folder) => existsSync(path.join(ROOT, folder)))
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
    )
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts") && !FOREIGN.test(file))
    .toSorted()
    .map(read);
  return all;
}

/** The nodes of a file for which a question is answered with yes, as `file:line text`. */
export function found({ file, tree }: Source, is: (node: ts.Node) => boolean): string[] {
  const hits: string[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      hits.push(`${file}:${line + 1} ${node.getText(tree).split("\n")[0]}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return hits;
}
