import type { Plan } from "../../fleet/plan";
import type { StackPlan } from "../../fleet/plan/stack";
import { PREDEFINED } from "../../fleet/predefined";
import type { ProgramFailure } from "../../preview/engine/program-failure";
import type { RecordedResource } from "../../preview/engine/recorded-resource";
import { type ProgramRun, type RunResult, runProgram } from "../../preview/engine/run-program";
import type { Properties } from "../../preview/engine/value";
import { buildStack } from "../../stacks/build";

/** What Pulumi.yaml asks of every stack: nothing may be made, read or called through a provider that nobody wrote down. */
export const PROJECT_CONFIG = { "pulumi:disable-default-providers": '["*"]' };

/** Answers for the functions of clouds that the fleet's programs call. */
export interface Cloud {
  /** The text of the parameter with this ARN; throws what AWS would say when there is none. */
  readonly parameter: (arn: string) => string;
  /** The patch mode of an Azure machine; null when its profile has none. */
  readonly patchMode: (machine: string) => string | null;
}

const notThere = (arn: string): never => {
  throw new Error(`reading SSM Parameter (${arn}): couldn't find resource`);
};

/** A cloud in which nothing is published and Azure patches nothing by itself. */
export const EMPTY_CLOUD: Cloud = { parameter: notThere, patchMode: () => null };

/** A cloud in which central has been applied. */
export function cloudOf(plan: Plan): Cloud {
  const published = plan.stacks.flatMap((stack) => (stack.kind === "hybrid" ? [] : (stack.central?.definitions ?? [])));
  const texts = new Map(published.map(({ arn, value }) => [arn, value]));
  return { ...EMPTY_CLOUD, parameter: (arn) => texts.get(arn) ?? notThere(arn) };
}

function text(args: Properties, key: string): string {
  const value = args[key];
  return typeof value === "string" ? value : "";
}

/** All of AWS's own baselines: more than was asked for, as a filter by the beginning of a name gives. */
function baselinesOfAws(region: string): Properties[] {
  return Object.entries(PREDEFINED)
    .toReversed()
    .map(([baselineName, operatingSystem]) => ({ baselineName, operatingSystem, baselineId: `${baselineName} of ${region}` }));
}

function answers(cloud: Cloud): ProgramRun["invoke"] {
  return (token, args) => {
    switch (token) {
      case "aws:ssm/getParameter:getParameter":
        return { ...args, insecureValue: cloud.parameter(text(args, "name")) };
      case "aws:ssm/getPatchBaselines:getPatchBaselines":
        return { ...args, baselineIdentities: baselinesOfAws(text(args, "region")) };
      case "azure-native:compute:getVirtualMachine":
        return {
          name: args["vmName"] ?? "",
          osProfile: { linuxConfiguration: { patchSettings: { patchMode: cloud.patchMode(text(args, "vmName")) } } },
        };
      default:
        throw new Error(`no answer for ${token}`);
    }
  };
}

/** Runs a program as Pulumi would, in process. A preview unless told otherwise. */
export function run(
  program: ProgramRun["program"],
  more: Partial<ProgramRun> & { readonly cloud?: Cloud } = {},
): Promise<RunResult> {
  const { cloud = EMPTY_CLOUD, ...rest } = more;
  return runProgram({
    project: "fleet-patching",
    stack: "prod",
    config: PROJECT_CONFIG,
    dryRun: true,
    program,
    invoke: answers(cloud),
    ...rest,
  });
}

/** Runs one stack of a plan in a cloud in which central has been applied. */
export function runStack(plan: Plan, stack: StackPlan, more: Parameters<typeof run>[1] = {}): Promise<RunResult> {
  return run(() => buildStack(plan, stack), { cloud: cloudOf(plan), stack: stack.name, ...more });
}

/** A run that must have succeeded. */
export function succeeded(result: RunResult): RunResult & { readonly ok: true; readonly outputs: Properties } {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result;
}

/** Why a run failed that must have failed. */
export function failureOf(result: RunResult): ProgramFailure {
  if (result.ok) throw new Error("the run succeeded");
  return result.failure;
}

/** The resources of a run that are neither the stack nor a provider. */
export function made(result: RunResult): RecordedResource[] {
  return succeeded(result).resources.filter(({ type }) => !type.startsWith("pulumi:"));
}

/** The one resource of a run with a logical name and, where several share it, a type. */
export function named(result: RunResult, name: string, type = ""): RecordedResource {
  const found = result.resources.filter((resource) => resource.name === name && resource.type.includes(type));
  const [resource, other] = found;
  if (resource && !other) return resource;
  const all = result.resources.map((each) => `${each.type} ${each.name}`).join("\n");
  throw new Error(`${found.length} resources ${name} among\n${all}`);
}
