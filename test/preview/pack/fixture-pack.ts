import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PolicyPack } from "../../../preview/pack/policy-pack";
import { name, policies } from "./fixture/policies";

/** The rules of the fixture as a pack in this process. */
export const fixture: PolicyPack = { name, version: "0.0.1", policies };

/** Lays the fixture out as the folder of a real pack, beside the compiled tests, and returns its path. */
export function fixtureFolder(): string {
  const folder = join(__dirname, "fixture-folder");
  const compiled = JSON.stringify(join(__dirname, "fixture"));
  mkdirSync(join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "fixture", version: "0.0.1", main: "dist/index.js" }));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime:\n  name: nodejs\n  options:\n    typescript: false\n");
  writeFileSync(join(folder, "dist", "index.js"), `require(${compiled} + "/index.js");\n`);
  writeFileSync(join(folder, "dist", "policies.js"), `module.exports = require(${compiled} + "/policies.js");\n`);
  return folder;
}
