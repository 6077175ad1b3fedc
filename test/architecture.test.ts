import { expect } from "chai";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { ROOT, type Source, found, sources } from "./support/sources";

const below = (folder: string) => (file: string) => file.startsWith(`${folder}/`);
const inside = (folder: string): Source[] => sources().filter(({ file }) => below(folder)(file));
const isOurs = (target: string) => sources().some(({ file }) => file === `${target}.ts`) || target.startsWith("..");
const shipped = (): Source[] => sources().filter(({ file }) => !below("test")(file) && !below("docs")(file));

/** Which folders each folder may import from, itself included: data flows one way. */
const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  "fleet/schedule": ["fleet/schedule"],
  fleet: ["fleet"],
  components: ["fleet", "components"],
  // What the lake is made of and asked for is declared with the evidence: stacks read these pure parts of it.
  stacks: ["fleet", "components", "stacks", "evidence/record", "evidence/sql", "evidence/expected"],
  preview: ["fleet", "components", "stacks", "preview", "evidence/record", "evidence/sql"],
  simulator: ["fleet", "components", "stacks", "evidence/sql", "simulator"],
  "evidence/record": ["evidence/record"],
  "evidence/sql": ["evidence/record", "evidence/sql"],
  evidence: ["fleet", "evidence"],
  review: ["fleet", "evidence", "review"],
  run: ["fleet", "evidence/aws", "run"],
  cli: ["fleet", "components", "stacks", "preview", "evidence", "review", "run", "simulator", "cli"],
  policy: ["policy"],
};

/** The packages that a pure folder may use: none of them reaches outside the process; of node:crypto only what hashes. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  fleet: ["ical-generator", "node:crypto", "temporal-polyfill", "yaml", "zod"],
  "components/aws/runbooks": [],
  "components/aws/state-machines": [],
  "evidence/record": [],
  "evidence/sql": [],
  simulator: ["temporal-polyfill"],
};

describe("imports", () => {
  for (const [folder, allowed] of Object.entries(DIRECTIONS)) {
    it(`of ${folder}/ go to ${allowed.join(", ")} and nowhere else`, () => {
      const astray = inside(folder).flatMap(({ file, imports }) =>
        imports
          .filter((target) => isOurs(target) && !allowed.some((to) => target === to || below(to)(target)))
          .map((target) => `${file} imports ${target}`),
      );
      expect(astray).to.deep.equal([]);
    });
  }

  it("never go between components/aws and components/azure", () => {
    const across = inside("components").filter(
      ({ file, imports }) =>
        (below("components/aws")(file) && imports.some(below("components/azure"))) ||
        (below("components/azure")(file) && imports.some(below("components/aws"))),
    );
    expect(across.map(({ file }) => file)).to.deep.equal([]);
  });

  it("of policy/ are its own files, the policy SDK and nothing else", () => {
    const packages = new Set(inside("policy").flatMap(({ imports }) => imports.filter((target) => !isOurs(target))));
    const foreign = [...packages].filter((name) => !name.startsWith("@pulumi/policy"));
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(ROOT, "policy/package.json"), "utf8"));
    expect(
      foreign.filter((name) => !Object.keys(dependencies).some((known) => name === known || name.startsWith(`${known}/`))),
    ).to.deep.equal([]);
  });

  it("never go to a test, but for tools that write documents from tests", () => {
    const astray = shipped().filter(({ imports }) => imports.some(below("test")));
    expect(astray.map(({ file }) => file).filter((file) => !below("tools")(file))).to.deep.equal([]);
  });

  it("of Pulumi's runtime internals stand in one file", () => {
    const internals = sources().filter(({ imports }) => imports.some((target) => target.startsWith("@pulumi/pulumi/runtime")));
    expect(internals.map(({ file }) => file)).to.deep.equal(["preview/engine/sdk.ts"]);
  });
});

describe("pure folders", () => {
  for (const [folder, packages] of Object.entries(PURE_PACKAGES)) {
    it(`${folder}/ uses no Pulumi, no cloud, no file system, and no package but ${packages.join(", ") || "none"}`, () => {
      const used = new Set(inside(folder).flatMap(({ imports }) => imports.filter((target) => !isOurs(target))));
      expect([...used].toSorted()).to.deep.equal([...packages]);
    });

    it(`${folder}/ knows neither the time nor chance nor the process`, () => {
      const impure = (node: ts.Node) =>
        (ts.isPropertyAccessExpression(node) &&
          /^(Date\.now|Math\.random|performance\.now|Temporal\.Now|globalThis)$/u.test(node.getText())) ||
        (ts.isNewExpression(node) && node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0) ||
        (ts.isIdentifier(node) && /^(random|getRandom)/u.test(node.text)) ||
        (ts.isIdentifier(node) &&
          node.text === "process" &&
          !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node));
      expect(inside(folder).flatMap((source) => found(source, impure))).to.deep.equal([]);
    });
  }
});

/** What tries several files together, or a thing of the repository that is no source. */
const TOGETHER = [
  "architecture",
  "browser/",
  "clients/",
  "docs/",
  "engine/",
  "evidence/oracle",
  "examples",
  "one-path/",
  "package/",
  "policy/corrections",
  "policy/restarts",
  "policy/tokens",
  "preview/engine/invokes",
  "preview/engine/process",
  "trino/",
];

describe("files", () => {
  it("have at most 300 lines that are not blank, half of those that ship well under 100", () => {
    const lengths = sources().map(({ file, text }) => ({
      file,
      lines: text.split("\n").filter((line) => line.trim() !== "").length,
    }));
    expect(lengths.filter(({ lines }) => lines > 300).map(({ file, lines }) => `${file}: ${lines}`)).to.deep.equal([]);
    for (const folder of Object.keys(DIRECTIONS).filter((name) => !name.includes("/") && existsSync(path.join(ROOT, name)))) {
      const sorted = lengths
        .filter(({ file }) => below(folder)(file))
        .map(({ lines }) => lines)
        .toSorted((a, b) => a - b);
      expect(sorted[Math.floor(sorted.length / 2)], folder).to.be.lessThan(80);
    }
  });

  it("have kebab-case names, and none that says nothing", () => {
    const names = sources().map(({ file }) => ({ file, name: path.posix.basename(file).replace(/(\.test)?\.ts$/u, "") }));
    expect(names.filter(({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name)).map(({ file }) => file)).to.deep.equal([]);
    const empty = /^(utils?|helpers?|commons?|types?|misc|shared|constants|interfaces)$/u;
    expect(names.filter(({ name }) => empty.test(name)).map(({ file }) => file)).to.deep.equal([]);
  });

  it("of tests mirror what they test", () => {
    const tried = sources().map(({ file }) => file.replace(/\.ts$/u, ""));
    const scripts = readdirSync(path.join(ROOT, "tools")).map((name) => `tools/${name.replace(/\.js$/u, "")}`);
    const orphans = inside("test")
      .map(({ file }) => file)
      .filter((file) => file.endsWith(".test.ts") && !TOGETHER.some((each) => file.startsWith(`test/${each}`)))
      .filter((file) => {
        const source = file.replace(/\.test\.ts$/u, "");
        const mirrored = below("test/support")(file) ? source : source.replace(/^test\//u, "");
        // One source may have several tests, each named after it.
        return ![...tried, ...scripts].some((each) => mirrored === each || mirrored.startsWith(`${each}-`));
      });
    expect(orphans).to.deep.equal([]);
  });
});

describe("what ships", () => {
  it("has no any and claims of no value that it is there", () => {
    const loose = (node: ts.Node) => node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node);
    expect(shipped().flatMap((source) => found(source, loose))).to.deep.equal([]);
  });

  it("has no enums and no properties that parameters make", () => {
    const odd = (node: ts.Node) =>
      ts.isEnumDeclaration(node) || (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent));
    expect(shipped().flatMap((source) => found(source, odd))).to.deep.equal([]);
  });

  it("has a sentence on every export", () => {
    const silent = (node: ts.Node) => {
      const isDeclaration =
        ts.isFunctionDeclaration(node) ||
        ts.isClassDeclaration(node) ||
        ts.isInterfaceDeclaration(node) ||
        ts.isTypeAliasDeclaration(node) ||
        ts.isVariableStatement(node);
      if (!isDeclaration || !ts.isSourceFile(node.parent)) return false;
      const exported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
      return exported && ts.getJSDocCommentsAndTags(node).length === 0;
    };
    const told = shipped().filter(({ file }) => /^(fleet|components|stacks)\//u.test(file));
    expect(told.flatMap((source) => found(source, silent))).to.deep.equal([]);
  });

  it("makes a policy pack in one place", () => {
    const makes = (node: ts.Node) => ts.isNewExpression(node) && /(^|\.)PolicyPack$/u.test(node.expression.getText());
    expect(
      shipped()
        .flatMap((source) => found(source, makes))
        .map((hit) => hit.split(":")[0]),
    ).to.deep.equal(["policy/index.ts"]);
  });
});

describe("every component", () => {
  const classes = () =>
    inside("components").flatMap(({ file, tree }) =>
      tree.statements
        .filter(ts.isClassDeclaration)
        .filter((each) => each.heritageClauses?.some((clause) => clause.getText(tree).includes("ComponentResource")) ?? false)
        .map((each) => ({ file, tree, component: each })),
    );

  it("has a file of its own with its name", () => {
    const names = classes().map(({ file, component }) => [path.posix.basename(file, ".ts"), component.name?.text ?? ""]);
    expect(names.length).to.be.greaterThan(10);
    for (const [file, name = ""] of names) expect(file).to.equal(name.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, "-").toLowerCase());
  });

  it("says what it is and registers its outputs at the end of its constructor", () => {
    for (const { file, tree, component } of classes()) {
      expect(ts.getJSDocCommentsAndTags(component), file).not.to.deep.equal([]);
      const last = component.members.find(ts.isConstructorDeclaration)?.body?.statements.at(-1)?.getText(tree);
      expect(last, file).to.match(/^this\.registerOutputs\(/u);
    }
  });

  it("has a type token of its provider and its name", () => {
    for (const { file, tree, component } of classes()) {
      const cloud = file.split("/")[1];
      expect(component.getText(tree), file).to.include(
        `super("fleet-patching:${cloud}:${component.name?.text}", name, {}, opts)`,
      );
    }
  });
});

describe("the lock file", () => {
  it("names no registry: packages come from wherever npm is told to take them", () => {
    const { packages } = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8"));
    const hosts = Object.entries<{ resolved?: string }>(packages).filter(([, { resolved = "" }]) => /^\w+:\/\//u.test(resolved));
    expect(hosts.map(([name]) => name)).to.deep.equal([]);
  });
});
