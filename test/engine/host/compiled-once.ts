import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";

// Node 20 compiles every module anew in every process, a third of what a short run costs: programs, providers and hosts start
// hundreds of times in these tests. Loaded before other modules, this keeps what V8 made of a text in the folder that
// FLEET_COMPILED names, by the text's digest; without that variable it does nothing.

const folder = process.env["FLEET_COMPILED"] ?? "";
const fresh: { readonly script: Script; readonly place: string }[] = [];

/** The part of Node's module loader that takes a module's text. */
const part = "_compile";
type Compile = (this: NodeModule, text: string, file: string, format?: string) => unknown;

/** The arguments of Node's runner that load this before a program, and keep its many stack traces short. */
export function quickArguments(): string[] {
  return folder === "" ? [] : ["--stack-trace-limit=1", "--require", __filename];
}

/** Keeps what was compiled here for the first time, functions included that ran meanwhile. */
export function keepCompiled(): void {
  for (const { script, place } of fresh.splice(0)) {
    mkdirSync(dirname(place), { recursive: true });
    const draft = `${place}.${process.pid}`;
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, place);
  }
}

function isLoader(value: unknown): value is Record<typeof part, Compile> {
  return typeof value === "object" && value !== null && part in value;
}

function compiled(text: string, file: string): Script {
  const digest = createHash("sha1").update(file).update("\0").update(text).digest("hex");
  const place = join(folder, digest.slice(0, 2), digest);
  const known = existsSync(place) ? { cachedData: readFileSync(place) } : {};
  const script = new Script(Module.wrap(text), { filename: file, ...known });
  if (script.cachedDataRejected !== false) fresh.push({ script, place });
  return script;
}

const loader: unknown = Module.prototype;
if (folder !== "" && isLoader(loader)) {
  const whole = loader[part];
  loader[part] = function compile(text, file, format) {
    // What V8 kept cannot import later on.
    if (format === "module" || text.startsWith("#!") || /\bimport\s*\(/u.test(text)) return whole.call(this, text, file, format);
    let script: Script;
    try {
      script = compiled(text, file);
    } catch {
      // Perhaps it is an ES module that does not say so: Node knows how to find out.
      return whole.call(this, text, file, format);
    }
    const run: unknown = script.runInThisContext();
    if (typeof run !== "function") throw new TypeError(`${file} is no module`);
    return run.call(this.exports, this.exports, createRequire(file), this, file, dirname(file));
  };
  process.on("exit", keepCompiled);
}
