/* oxlint-disable typescript/no-unsafe-type-assertion, no-underscore-dangle -- this speaks to the SDK's untyped inside */
import type { Policies } from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import type { Rule } from "fleet-patching-policy/define-rule";
import { isStackRule } from "fleet-patching-policy/define-rule";
import { policiesOf } from "fleet-patching-policy/policies";
import type { SdkResource } from "fleet-patching-policy/resource";
import { createRequire } from "node:module";

// The same copy of protobuf as @pulumi/pulumi's, or its messages refuse each other.
const { Struct } = createRequire(require.resolve("@pulumi/pulumi"))("google-protobuf/google/protobuf/struct_pb") as {
  Struct: { fromJavaScript(value: unknown): never };
};

/** The SDK's own functions behind its gRPC service; exported, but left out of its typings. */
type Rpc<R> = (call: { request: unknown }, callback: (error: Error | undefined, response: R) => void) => void;
type MakeRpc<R> = (pack: string, version: string, level: string, policies: Policies) => Rpc<R>;
const { makeAnalyzeRpcFun, makeAnalyzeStackRpcFun, makeRemediateRpcFun } = createRequire(__filename)("@pulumi/policy/server") as {
  makeAnalyzeRpcFun: MakeRpc<analyzer.AnalyzeResponse>;
  makeAnalyzeStackRpcFun: MakeRpc<analyzer.AnalyzeResponse>;
  makeRemediateRpcFun: MakeRpc<analyzer.RemediateResponse>;
};

/** What the SDK reports to the engine. */
export interface Diagnostic {
  readonly policy: string;
  readonly message: string;
  readonly urn: string;
  /** 0 advisory, 1 mandatory. */
  readonly level: number;
}

/** Judges resources through the SDK's own functions, with its proxies for what is unknown. */
export async function judgeThroughSdk(
  rule: Rule,
  resources: readonly SdkResource[],
  settings: object,
  now: number,
): Promise<readonly Diagnostic[]> {
  const policies = withSettings(
    policiesOf([rule], () => now),
    settings,
  );
  if (isStackRule(rule)) {
    const request = new analyzer.AnalyzeStackRequest();
    request.setResourcesList(resources.map(stackResource));
    return call(makeAnalyzeStackRpcFun("pack", "0.0.0", "advisory", policies), request);
  }
  const analyze = makeAnalyzeRpcFun("pack", "0.0.0", "advisory", policies);
  const found: Diagnostic[] = [];
  // oxlint-disable-next-line no-await-in-loop -- the engine asks one after the other, too
  for (const resource of resources) found.push(...(await call(analyze, fill(new analyzer.AnalyzeRequest(), resource))));
  return found;
}

/** What the SDK sends back as remediated properties of a resource, as the engine gets them. */
export async function remediateThroughSdk(rule: Rule, resource: SdkResource, settings: object, now: number): Promise<unknown> {
  const [policy, ...rest] = withSettings(
    policiesOf([rule], () => now),
    settings,
  );
  const raised = [{ ...policy, enforcementLevel: "remediate" }, ...rest] as Policies;
  const remediate = makeRemediateRpcFun("pack", "0.0.0", "remediate", raised);
  const response = await new Promise<analyzer.RemediateResponse>((resolve, reject) => {
    remediate({ request: fill(new analyzer.AnalyzeRequest(), resource) }, (error, value) =>
      error === undefined ? resolve(value) : reject(error),
    );
  });
  return response.getRemediationsList()[0]?.getProperties()?.toJavaScript();
}

/** The SDK takes settings only over gRPC; here they are put where it would have put them. */
function withSettings(policies: Policies, settings: object): Policies {
  type Judge = (args: object, report: never) => unknown;
  const give = (judge: Judge): Judge =>
    Object.assign((args: object, report: never) => judge({ ...args, getConfig: () => settings }, report), {
      __pulumiType: (judge as { __pulumiType?: string }).__pulumiType,
    });
  return policies.map((policy) =>
    Object.fromEntries(
      Object.entries(policy).map(([key, value]) => [key, typeof value === "function" ? give(value as Judge) : value]),
    ),
  ) as unknown as Policies;
}

function call(rpc: Rpc<analyzer.AnalyzeResponse>, request: unknown): Promise<readonly Diagnostic[]> {
  return new Promise((resolve, reject) => {
    rpc({ request }, (error, response) => {
      if (error !== undefined) return reject(error);
      return resolve(
        response.getDiagnosticsList().map((diagnostic) => ({
          policy: diagnostic.getPolicyname(),
          message: diagnostic.getMessage(),
          urn: diagnostic.getUrn(),
          level: diagnostic.getEnforcementlevel(),
        })),
      );
    });
  });
}

function fill<R extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(request: R, resource: SdkResource): R {
  const options = new analyzer.AnalyzerResourceOptions();
  options.setAdditionalsecretoutputsList([...(resource.opts?.additionalSecretOutputs ?? [])]);
  if (resource.opts?.deleteBeforeReplace !== undefined) {
    options.setDeletebeforereplace(resource.opts.deleteBeforeReplace);
    options.setDeletebeforereplacedefined(true);
  }
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setOptions(options);
  request.setProperties(Struct.fromJavaScript(resource.props));
  if (resource.provider !== undefined) {
    const provider = new analyzer.AnalyzerProviderResource();
    provider.setType("pulumi:providers:aws");
    provider.setUrn(resource.provider.urn);
    provider.setName(resource.provider.name);
    provider.setProperties(Struct.fromJavaScript(resource.provider.props));
    request.setProvider(provider);
  }
  return request;
}

function stackResource(resource: SdkResource): analyzer.AnalyzerResource {
  const filled = fill(new analyzer.AnalyzerResource(), resource);
  for (const [property, sources] of Object.entries(resource.propertyDependencies ?? {})) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList(sources.map(({ urn }) => urn));
    filled.getPropertydependenciesMap().set(property, dependencies);
  }
  return filled;
}
