import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RecordedOptions } from "../../preview/engine/recorded-resource";
import type { RunResult } from "../../preview/engine/run-program";
import type { Properties } from "../../preview/engine/value";
import { run, succeeded } from "./program-run";

/** Tags that no component makes up. */
export const TAGS = { owner: "platform" } as const;

/** The name of the explicit provider that a foreign program passes. */
export const PROVIDER = "account";

/** Previews a component as a program without a fleet file uses it: with a provider of its own, default providers off. */
export function previewed(
  build: (opts: pulumi.ComponentResourceOptions) => pulumi.Inputs | void,
  more: Parameters<typeof run>[1] = {},
): Promise<RunResult> {
  return run(() => {
    const provider = new aws.Provider(PROVIDER, { region: "eu-west-1", allowedAccountIds: ["222222222222"] });
    return build({ providers: [provider] });
  }, more);
}

/** One resource as a test compares it. */
export interface Shape {
  /** The type as a program writes it: `aws.ssm.Document`; of a component its last word. */
  readonly type: string;
  readonly name: string;
  /** The name of the parent; empty below the stack. */
  readonly parent: string;
  readonly inputs: Properties;
  /** The options that were asked for. */
  readonly options: Partial<RecordedOptions>;
}

/** `aws:ssm/document:Document` becomes `aws.ssm.Document`. */
export function className(type: string): string {
  const [pkg = "", module = "", name = ""] = type.split(":");
  return pkg === "fleet-patching" ? name : [pkg, module.split("/")[0], name].join(".");
}

function asked(options: RecordedOptions): Partial<RecordedOptions> {
  const entries = Object.entries(options).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return Object.fromEntries(entries);
}

/** What a run made, components included, in the order of their names: all that a component decides. */
export function shapes(result: RunResult): Shape[] {
  const { resources } = succeeded(result);
  return resources
    .filter(({ type }) => !type.startsWith("pulumi:"))
    .map(({ type, name, parent, inputs, options }) => ({
      type: className(type),
      name,
      parent: resources.find(({ urn }) => urn === parent && !urn.includes("pulumi:pulumi:Stack"))?.name ?? "",
      inputs,
      options: asked(options),
    }))
    .toSorted((a, b) => (`${a.name} ${a.type}` < `${b.name} ${b.type}` ? -1 : 1));
}

/** The component of that name in a run, as `shapes` shows it: it has no inputs of its own. */
export function componentShape(type: string, name: string): Shape {
  return { type, name, parent: "", inputs: {}, options: {} };
}

/** The name of a resource's explicit provider; empty when it has none. */
export function providerOf(result: RunResult, name: string): string {
  const { resources } = result;
  const reference = resources.find((resource) => resource.custom && resource.name === name)?.provider ?? "";
  return resources.find(({ urn }) => reference.startsWith(`${urn}::`))?.name ?? "";
}
