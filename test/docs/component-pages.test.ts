import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import * as awsComponents from "../../components/aws";
import * as azureComponents from "../../components/azure";
import { offlineCloud } from "../../preview/cloud/offline-cloud";
import type { RecordedResource } from "../../preview/engine/recorded-resource";
import { runProgram, type RunResult } from "../../preview/engine/run-program";
import { componentPages } from "../../tools/component-docs";

const ROOT = path.resolve(__dirname, "..", "..", "..");
const PAGES = path.join(ROOT, "docs", "components");

/** One cloud for all examples, in the order of their names: `shared-baseline` reads what `published-parameters` publishes. */
const cloud = offlineCloud();

/** Runs an example as its own program. A program's top level runs once in a process, so each is run once. */
async function previewExample(name: string): Promise<RunResult> {
  const result = await runProgram({
    project: "foreign",
    stack: name,
    config: { "pulumi:disable-default-providers": '["*"]' },
    dryRun: true,
    program: () => ({ ...require(path.join(__dirname, "..", "..", "docs", "components", "examples", name)) }),
    invoke: cloud.invoke,
  });
  cloud.publish(result.resources);
  return result;
}

/** `aws:ssm/patchGroup:PatchGroup` becomes `aws.ssm.PatchGroup`, the class that a program writes. */
function className(type: string): string {
  const [pkg = "", module = "", name = ""] = type.split(":");
  return [pkg, module.split("/")[0], name].join(".");
}

function isIn(resource: RecordedResource, component: string, all: readonly RecordedResource[]): boolean {
  const parent = all.find(({ urn }) => urn === resource.parent);
  return parent !== undefined && (parent.type.endsWith(`:${component}`) || isIn(parent, component, all));
}

/** What a page says under "What it makes": classes in backticks. */
function promised(page: string): string[] {
  const [, section = ""] = /^## What it makes$([\s\S]*?)^## /mu.exec(page) ?? [];
  return [...section.matchAll(/`((?:aws|azure-native)\.[\w.]+)`/gu)].map(([, name = ""]) => name);
}

describe("the pages of components", () => {
  it("hold the arguments of the sources and the example of its file; to write them anew: node dist/tools/component-docs.js", () => {
    for (const { file, is, wanted } of componentPages(ROOT)) expect(is, file).to.equal(wanted);
  });

  it("are there for every component, each with an example, and the list of them names each", () => {
    const isComponent = ([, value]: [string, unknown]) =>
      typeof value === "function" && value.prototype instanceof pulumi.ComponentResource;
    const components = [...Object.entries(awsComponents), ...Object.entries(azureComponents)].filter(isComponent);
    const titles = readdirSync(PAGES)
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .map((name) => /^# (\w+)$/mu.exec(readFileSync(path.join(PAGES, name), "utf8"))?.[1]);
    expect(titles).to.have.members(components.map(([name]) => name));
    const examples = readdirSync(path.join(PAGES, "examples")).map((name) => name.replace(/ts$/u, "md"));
    expect(readdirSync(PAGES)).to.have.members([...examples, "README.md", "examples"]);
    const list = readFileSync(path.join(PAGES, "README.md"), "utf8");
    for (const name of examples) expect(list).to.contain(`(${name})`);
  });

  for (const { file } of componentPages(ROOT)) {
    const name = path.basename(file, ".md");
    it(`${name}: its example previews, and makes what the page says`, async () => {
      const page = readFileSync(path.join(ROOT, file), "utf8");
      const component = /^# (\w+)$/mu.exec(page)?.[1] ?? "";
      const result = await previewExample(name);
      expect(result.ok, JSON.stringify("failure" in result ? result.failure : result.logs)).to.equal(true);
      const made = result.resources.filter((resource) => resource.custom && isIn(resource, component, result.resources));
      expect(promised(page)).to.have.members([...new Set(made.map(({ type }) => className(type)))]);
    });
  }
});
