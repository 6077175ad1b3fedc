import { readFileSync } from "node:fs";
import path from "node:path";

/** The modules of the page, each after those that it imports. */
const MODULES = ["data", "element", "order", "row", "servers", "dialog", "lacking", "matrix", "table", "main"];

const IMPORT = /^import \{([^}]*)\} from "\.\/([a-z-]+)";$/gmu;
const EXPORT = /^export (?=(?:async )?(?:function|const) (\w+))/gmu;

/** A module as a function that gives back what it exports: a page that may load nothing cannot import. */
function enclosed(name: string, text: string): string {
  const exported = Array.from(text.matchAll(EXPORT), ([, each = ""]) => each);
  const body = text
    .replaceAll(IMPORT, (_, names: string, from: string) => `const {${names}} = modules["${from}"];`)
    .replaceAll(EXPORT, "")
    .replaceAll(/^export \{\};$/gmu, "");
  return `modules["${name}"] = (() => {\n${body}\nreturn { ${exported.join(", ")} };\n})();`;
}

/** The page's script in one piece. */
export function pageScript(): string {
  const folder = path.join(__dirname, "..", "page");
  const modules = MODULES.map((name) => enclosed(name, readFileSync(path.join(folder, `${name}.js`), "utf8")));
  return `"use strict";\n(() => {\nconst modules = {};\n${modules.join("\n")}\n})();\n`;
}
