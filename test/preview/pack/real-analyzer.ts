import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { RecordedResource } from "../../../preview/engine/recorded-resource";
import { STACK_TYPE, providerUrnOf } from "../../../preview/engine/urn";
import type { Properties } from "../../../preview/engine/value";
import { decodeProperties } from "../../../preview/engine/wire";
import { aliasUrns, judgedProperties, providerProperties, secondsIn } from "../../../preview/pack/analyzer-request";
import type { RuleConfig } from "../../../preview/pack/pack-config";
import type { Violation } from "../../../preview/pack/violation";

const LEVELS = ["advisory", "mandatory", "disabled", "remediate"] as const;

/**
 * Judges a stack by a real pack as the engine does: its process, its server, the Analyzer protocol over gRPC.
 *
 * The slow and true way, to hold the fast one to.
 */
export async function judgeByServer(
  folder: string,
  rules: ReadonlyMap<string, RuleConfig>,
  resources: readonly RecordedResource[],
): Promise<{ violations: Violation[]; resources: RecordedResource[] }> {
  const { child, port } = await start(folder);
  const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
  try {
    await ask((done) => client.configureStack(new proto.AnalyzerStackConfigureRequest(), done));
    await ask((done) => client.configure(configuration(rules), done));
    return await judgeAll(client, resources);
  } finally {
    client.close();
    child.kill();
  }
}

async function start(folder: string): Promise<{ child: ChildProcess; port: string }> {
  const run = createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const child = spawn(process.execPath, [run, "127.0.0.1:1", folder], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (text) => (errors += String(text)));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (text) => resolve(String(text).trim()));
    child.on("exit", (code) => reject(new Error(`the pack ended with ${code}: ${errors}`)));
  });
  return { child, port };
}

function ask<T>(call: (done: (error: grpc.ServiceError | null, response: T) => void) => unknown): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error ? reject(error) : resolve(response)));
  });
}

function configuration(rules: ReadonlyMap<string, RuleConfig>): proto.ConfigureAnalyzerRequest {
  const request = new proto.ConfigureAnalyzerRequest();
  for (const [rule, { level, properties }] of rules) {
    const config = new proto.PolicyConfig();
    config.setEnforcementlevel(NUMBERS[level]);
    config.setProperties(Struct.fromJavaScript(JSON.parse(JSON.stringify(properties))));
    request.getPolicyconfigMap().set(rule, config);
  }
  return request;
}

const NUMBERS = {
  advisory: proto.EnforcementLevel.ADVISORY,
  mandatory: proto.EnforcementLevel.MANDATORY,
  remediate: proto.EnforcementLevel.REMEDIATE,
  disabled: proto.EnforcementLevel.DISABLED,
};

async function judgeAll(client: AnalyzerClient, given: readonly RecordedResource[]) {
  const violations: Violation[] = [];
  const resources: RecordedResource[] = [];
  for (const resource of given) {
    let { inputs, outputs } = resource;
    const remedies = await ask<proto.RemediateResponse>((done) => client.remediate(about(given, resource, inputs), done));
    for (const remedy of remedies.getRemediationsList()) {
      const found = { rule: remedy.getPolicyname(), urn: resource.urn };
      if (remedy.getDiagnostic() === "") {
        inputs = decodeProperties(remedy.getProperties()?.toJavaScript());
        outputs = inputs;
        violations.push({ ...found, level: "remediate", message: remedy.getDescription() });
      } else {
        violations.push({ ...found, level: "advisory", message: remedy.getDiagnostic() });
      }
    }
    const analyzed = await ask<proto.AnalyzeResponse>((done) => client.analyze(about(given, resource, inputs), done));
    violations.push(...analyzed.getDiagnosticsList().map((found) => violation(found, found.getUrn() || resource.urn)));
    resources.push({ ...resource, inputs, outputs });
  }
  const request = new proto.AnalyzeStackRequest();
  request.setResourcesList(resources.map((resource) => inStack(given, resource)));
  const analyzed = await ask<proto.AnalyzeResponse>((done) => client.analyzeStack(request, done));
  const root = given.find(({ type }) => type === STACK_TYPE)!.urn;
  const urns = new Set(given.map(({ urn }) => urn));
  violations.push(
    ...analyzed.getDiagnosticsList().map((found) => violation(found, urns.has(found.getUrn()) ? found.getUrn() : root)),
  );
  return { violations, resources };
}

function violation(found: proto.AnalyzeDiagnostic, urn: string): Violation {
  const level = LEVELS[found.getEnforcementlevel()];
  return { rule: found.getPolicyname(), level: level === "advisory" ? level : "mandatory", urn, message: found.getMessage() };
}

function about(resources: readonly RecordedResource[], resource: RecordedResource, properties: Properties): proto.AnalyzeRequest {
  return fill(new proto.AnalyzeRequest(), resources, resource, properties);
}

function inStack(resources: readonly RecordedResource[], resource: RecordedResource): proto.AnalyzerResource {
  const message = fill(new proto.AnalyzerResource(), resources, resource, resource.outputs);
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...resource.dependencies]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
    if (urns.length > 0) {
      const dependencies = new proto.AnalyzerPropertyDependencies();
      dependencies.setUrnsList([...urns]);
      message.getPropertydependenciesMap().set(property, dependencies);
    }
  }
  return message;
}

function fill<M extends proto.AnalyzeRequest | proto.AnalyzerResource>(
  message: M,
  resources: readonly RecordedResource[],
  resource: RecordedResource,
  properties: Properties,
): M {
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setOptions(optionsOf(resource));
  message.setProperties(structOf(judgedProperties(properties)));
  const urn = resource.provider && providerUrnOf(resource.provider);
  const provider = resources.find((candidate) => candidate.urn === urn);
  if (provider !== undefined) {
    const about = new proto.AnalyzerProviderResource();
    about.setType(provider.type);
    about.setUrn(provider.urn);
    about.setName(provider.name);
    about.setProperties(structOf(judgedProperties(providerProperties(provider))));
    message.setProvider(about);
  }
  return message;
}

function structOf(wire: object): Struct {
  return Struct.fromJavaScript(JSON.parse(JSON.stringify(wire)));
}

function optionsOf(resource: RecordedResource): proto.AnalyzerResourceOptions {
  const { protect, deleteBeforeReplace, ignoreChanges, additionalSecretOutputs, customTimeouts } = resource.options;
  const options = new proto.AnalyzerResourceOptions();
  options.setProtect(protect === true);
  options.setIgnorechangesList([...ignoreChanges]);
  options.setAliasesList(aliasUrns(resource));
  options.setAdditionalsecretoutputsList([...additionalSecretOutputs]);
  options.setDeletebeforereplace(deleteBeforeReplace === true);
  options.setDeletebeforereplacedefined(deleteBeforeReplace !== undefined);
  options.setParent(resource.parent ?? "");
  const timeouts = new proto.AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(secondsIn(customTimeouts?.create));
  timeouts.setUpdate(secondsIn(customTimeouts?.update));
  timeouts.setDelete(secondsIn(customTimeouts?.delete));
  options.setCustomtimeouts(timeouts);
  return options;
}
