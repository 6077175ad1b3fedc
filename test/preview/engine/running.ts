import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { ProgramFailure } from "../../../preview/engine/program-failure";
import type { RecordedResource } from "../../../preview/engine/recorded-resource";
import { type ProgramRun, type RunResult, runProgram } from "../../../preview/engine/run-program";
import type { Properties } from "../../../preview/engine/value";

/** Previews a program as the stack `prod`, in which no function of a provider has an answer. */
export const run = (program: ProgramRun["program"], more: Partial<ProgramRun> = {}): Promise<RunResult> =>
  runProgram({
    project: "fleet-patching",
    stack: "prod",
    config: {},
    dryRun: true,
    invoke: (token) => {
      throw new Error(`no answer for ${token}`);
    },
    program,
    ...more,
  });

/** The resource with a logical name. */
export const find = (result: RunResult, name: string): RecordedResource => {
  const resource = result.resources.find((r) => r.name === name);
  if (resource === undefined) {
    throw new Error(`no resource ${name} in ${result.resources.map((r) => r.name).join(", ")}`);
  }
  return resource;
};

/** The outputs of a run that must have succeeded. */
export const outputsOf = (result: RunResult): Properties => {
  if (!result.ok) {
    throw new Error(JSON.stringify(result.failure));
  }
  return result.outputs;
};

/** The failure of a run that must have failed. */
export const failureOf = (result: RunResult): ProgramFailure => {
  if (result.ok) {
    throw new Error("the run succeeded");
  }
  return result.failure;
};

/** A component that holds one maintenance window. */
export class Member extends pulumi.ComponentResource {
  readonly windowId: pulumi.Output<string>;
  constructor(name: string, opts?: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:Member", name, {}, opts);
    const window = new ssm.MaintenanceWindow(
      `${name}-window`,
      { name: "fleet-prod", schedule: "cron(0 3 ? * SUN *)", duration: 4, cutoff: 1 },
      { parent: this, deleteBeforeReplace: true },
    );
    this.windowId = window.id;
    this.registerOutputs({ windowId: this.windowId });
  }
}

/** Throws an error with the message `boom`. */
export function boom(): never {
  throw new Error("boom");
}
