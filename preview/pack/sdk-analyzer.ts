import type { Policies } from "@pulumi/policy";
import * as server from "@pulumi/policy/server";
import type { Properties } from "../engine/value";
import { decodeProperties } from "../engine/wire";
import type { AnalyzerRequest, AnalyzerStackResource } from "./analyzer-request";
import { type Diagnosis, rolledIntoOne } from "./ask-rules";
import type { PolicyPack } from "./policy-pack";

/** What a rule puts right: the properties as they should be, or why it cannot tell. */
export type Remedy = { readonly description: string; readonly properties: Properties } | { readonly diagnosis: Diagnosis };

/** Asks a pack's resource rules about one resource. */
export async function askAboutResource(pack: PolicyPack, policies: Policies, about: AnalyzerRequest): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  await ask(analyzer.makeAnalyzeRpcFun(...packArgs(pack), rolledIntoOne(pack, policies, found)), about);
  return found;
}

/** Asks a pack's stack rules about all resources of a stack. */
export async function askAboutStack(
  pack: PolicyPack,
  policies: Policies,
  resources: readonly AnalyzerStackResource[],
): Promise<Diagnosis[]> {
  const found: Diagnosis[] = [];
  const about = { getResourcesList: () => resources };
  await ask(analyzer.makeAnalyzeStackRpcFun(...packArgs(pack), rolledIntoOne(pack, policies, found)), about);
  return found;
}

/** Asks one rule to put a resource right; nothing when there is nothing to do. */
export async function askForRemedy(
  pack: PolicyPack,
  policy: Policies[number],
  about: AnalyzerRequest,
): Promise<Remedy | undefined> {
  const rule = policy.name;
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this call answers with this message
    const response = (await ask(analyzer.makeRemediateRpcFun(...packArgs(pack), [policy]), about)) as RemediateResponse;
    const [remedy] = response.getRemediationsList();
    const message = remedy?.getDiagnostic() ?? "";
    if (message !== "") {
      return { diagnosis: { rule, level: "advisory", message } };
    }
    return (
      remedy && { description: remedy.getDescription(), properties: decodeProperties(remedy.getProperties()?.toJavaScript()) }
    );
  } catch (error) {
    // The SDK's error carries the whole stack; people need its words.
    const [message = ""] = (error instanceof Error ? error.message : String(error)).split("\n    at ");
    return { diagnosis: { rule, level: "mandatory", message } };
  }
}

// What the SDK's analyzer exports and hides in its typings: the calls that its server answers.
interface Analyzer {
  makeAnalyzeRpcFun(...args: AnalyzerArgs): Rpc;
  makeAnalyzeStackRpcFun(...args: AnalyzerArgs): Rpc;
  makeRemediateRpcFun(...args: AnalyzerArgs): Rpc;
}

type AnalyzerArgs = [packName: string, packVersion: string, level: string, policies: Policies];

type Rpc = (call: { request: object }, reply: (error: Error | null | undefined, response: unknown) => void) => Promise<void>;

interface RemediateResponse {
  getRemediationsList(): readonly {
    getDescription(): string;
    getDiagnostic(): string;
    getProperties(): { toJavaScript(): unknown } | undefined;
  }[];
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const analyzer = server as unknown as Analyzer;

function packArgs({ name, version, enforcementLevel }: PolicyPack): [string, string, string] {
  return [name, version, enforcementLevel ?? "advisory"];
}

function ask(rpc: Rpc, request: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    rpc({ request }, (error, response) => (error ? reject(error) : resolve(response))).catch(reject);
  });
}
