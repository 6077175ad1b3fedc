import { readFileSync } from "node:fs";
import path from "node:path";

/** The modules of the page, each after those that it imports. */
const MODULES = ["data", "element", "order", "row", "servers", "dialog", "lacking", "matrix", "table", "main"];

/** The page's script in one piece: a page that may load nothing cannot import, so imports go and what is exported is just there. */
export function pageScript(): string {
  const folder = path.join(__dirname, "..", "page");
  const modules = MODULES.map((name) =>
    readFileSync(path.join(folder, `${name}.js`), "utf8")
      .replaceAll(/^import [^;]*;\n/gmu, "")
      .replaceAll(/^export \{\};\n/gmu, "")
      .replaceAll(/^export /gmu, ""),
  );
  return `"use strict";\n(() => {\n${modules.join("\n")}\n})();\n`;
}
