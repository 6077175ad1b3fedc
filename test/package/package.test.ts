import { expect } from "chai";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { ForeignProject, ROOT } from "./foreign-project";

/** Previews one program by the engine that came with the package, over the foreign project's own Pulumi. */
const PREVIEW = `
const { runProgram } = require("./node_modules/fleet-patching/dist/preview/engine/run-program.js");
const { offlineCloud } = require("./node_modules/fleet-patching/dist/preview/cloud/offline-cloud.js");
(async () => {
  const cloud = offlineCloud();
  for (const name of process.argv.slice(2)) {
    const result = await runProgram({
      project: "foreign",
      stack: name,
      config: { "pulumi:disable-default-providers": '["*"]' },
      dryRun: true,
      program: () => ({ ...require("./programs/" + name + ".js") }),
      invoke: cloud.invoke,
    });
    cloud.publish(result.resources);
    console.log(JSON.stringify({ name, ok: result.ok, failure: result.failure, types: result.resources.map((r) => r.type) }));
  }
})();
`;

const MANIFEST: { devDependencies: Record<string, string> } = require(path.join(ROOT, "package.json"));
const pinned = (name: string) => ({ [name]: MANIFEST.devDependencies[name] ?? "" });

describe("the packed package in somebody else's project", () => {
  let project: ForeignProject;
  before(() => {
    project = new ForeignProject({ ...pinned("@pulumi/pulumi"), ...pinned("@pulumi/aws") });
  });
  after(() => project.dispose());

  it("holds the build and what starts it, no sources and no tests", () => {
    const files = project.packed.files.map((file) => file.path);
    const stray = files.filter(
      (file) => (file.endsWith(".ts") && !file.endsWith(".d.ts")) || /(^|\/)(test|node_modules)\//u.test(file),
    );
    expect(stray).to.deep.equal([]);
    const needed = ["cli/main.js", "stacks/main.js", "tools/build-stamp.js", "package.json"];
    expect(files).to.include.members([...needed, "dist/components/aws/index.js", "dist/components/aws/index.d.ts"]);
  });

  it("shares the project's own copy of Pulumi, and brings no cloud that is not asked for", () => {
    const lock: { packages: Record<string, unknown> } = JSON.parse(project.read("package-lock.json"));
    const copies = (name: string) => Object.keys(lock.packages).filter((place) => place.endsWith(`node_modules/${name}`));
    expect(copies("@pulumi/pulumi")).to.deep.equal(["node_modules/@pulumi/pulumi"]);
    expect(copies("@pulumi/aws")).to.deep.equal(["node_modules/@pulumi/aws"]);
    expect(copies("@pulumi/azure-native")).to.deep.equal([]);
  });

  it("compiles and previews programs that use its components", () => {
    const names = project.takeExamples("@pulumi/azure-native");
    expect(names).to.include.members(["install-window", "patch-baselines", "scan", "shared-baseline"]);
    const compiler = path.join(ROOT, "node_modules", "typescript", "bin", "tsc");
    const files = names.map((name) => path.join("programs", `${name}.ts`));
    project.run(process.execPath, [compiler, "--strict", "--module", "node20", "--target", "es2023", "--skipLibCheck", ...files]);
    project.write("preview.js", PREVIEW);
    const lines = project
      .run(process.execPath, ["preview.js", ...names])
      .trim()
      .split("\n");
    const results: { name: string; ok: boolean; types: string[] }[] = lines.map((line) => JSON.parse(line));
    expect(results.filter(({ ok }) => !ok)).to.deep.equal([]);
    expect(results.map(({ name }) => name)).to.deep.equal(names);
    const scan = results.find(({ name }) => name === "scan");
    expect(scan?.types).to.include.members(["fleet-patching:aws:Scan", "aws:ssm/association:Association"]);
  });

  it("keeps what is not its public face to itself", () => {
    expect(() => project.run(process.execPath, ["-e", 'require("fleet-patching/stacks/build")'])).to.throw(
      /ERR_PACKAGE_PATH_NOT_EXPORTED/u,
    );
  });

  it("brings the fleet command and its rules, which need no sources", () => {
    expect(project.run("npx", ["--no-install", "fleet", "--help"])).to.match(/Usage: fleet .*\bpreview\b/su);
    project.run("npx", ["--no-install", "fleet", "init"]);
    expect(existsSync(path.join(project.directory, "fleet.yaml"))).to.equal(true);
    expect(project.run("npx", ["--no-install", "fleet", "check"])).to.match(/^fleet\.yaml is right: 1 stack$/mu);
    const preview: { stacks: { violations: { rule: string }[] }[] } = JSON.parse(
      project.run("npx", ["--no-install", "fleet", "preview", "--json"]),
    );
    expect(preview.stacks).to.have.length(1);
    expect(preview.stacks[0]!.violations.map(({ rule }) => rule)).to.include("data-sync-is-present");
  });

  it("says first of all when there are no rules, so that a preview that nobody judged is not taken for a green one", () => {
    rmSync(path.join(project.directory, "node_modules", "fleet-patching", "policy"), { recursive: true });
    expect(project.run("npx", ["--no-install", "fleet", "preview"])).to.match(
      /^note {2}policy: there is no policy pack beside this program: no rule has judged this preview$/mu,
    );
  });
});
