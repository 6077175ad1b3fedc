import { expect } from "chai";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LoadedPack, loadPack } from "../../../preview/pack/load-pack";
import { fixture, fixtureFolder } from "./fixture-pack";

const inFolder = (files: Readonly<Record<string, string>>, check: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), "pack-"));
  try {
    mkdirSync(join(folder, "dist"));
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    check(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const refusal = (loaded: LoadedPack): [missing: boolean, message: string] => {
  if (loaded.ok) {
    throw new Error("the pack was loaded");
  }
  return [loaded.missing, loaded.message];
};

const MANIFEST = '{ "name": "mine", "version": "1.2.3" }';

describe("loadPack", () => {
  it("loads the rules of a built pack from its folder, under the name that the pack gives itself", () => {
    const loaded = loadPack(fixtureFolder(), __dirname);
    expect(loaded.ok && [loaded.pack.name, loaded.pack.version, loaded.pack.policies]).to.deep.equal([
      "spike",
      "0.0.1",
      fixture.policies,
    ]);
  });

  it("takes the package's name for a pack that names itself no other", () => {
    inFolder({ "package.json": MANIFEST, "dist/policies.js": "exports.policies = [];" }, (folder) => {
      expect(loadPack(folder, __dirname)).to.deep.equal({ ok: true, pack: { name: "mine", version: "1.2.3", policies: [] } });
    });
  });

  it("rejects a pack that is not there, or not built, as missing", () => {
    expect(refusal(loadPack("no-such-policy-pack", __dirname))).to.deep.equal([
      true,
      "there is no built policy pack no-such-policy-pack; build it: npm run build",
    ]);
    inFolder({ "package.json": MANIFEST }, (folder) => expect(refusal(loadPack(folder, __dirname))[0]).to.equal(true));
  });

  it("rejects a pack that throws when it is loaded, or that exports no rules", () => {
    inFolder({ "package.json": MANIFEST, "dist/policies.js": 'throw new Error("boom");' }, (folder) => {
      expect(refusal(loadPack(folder, __dirname))).to.deep.equal([false, `the policy pack ${folder} cannot be loaded: boom`]);
    });
    inFolder({ "package.json": MANIFEST, "dist/policies.js": "exports.policies = [1];" }, (folder) => {
      expect(refusal(loadPack(folder, __dirname))[1]).to.match(/exports no array of policies/);
    });
  });
});
