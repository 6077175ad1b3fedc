import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(__dirname, "..", "..", "..");

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

describe("a fresh clone", () => {
  it("has a lock file that names every package for every platform: without one of them npm ci refuses on all", () => {
    const lock: Lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
    const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !(`${place}/node_modules/${name}` in lock.packages) && !(`node_modules/${name}` in lock.packages),
      ),
    );
    expect(missing).to.deep.equal([]);
  });

  it("has a lock file that names no registry: each takes its own", () => {
    expect(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")).to.not.match(/"resolved": "https?:/u);
  });
});
