import type { Plan } from "../fleet/plan";
import type { StackPlan } from "../fleet/plan/stack";
import { buildStack, centralStackOf } from "../stacks/build";
import { offlineCloud, type OfflineCloud } from "./cloud/offline-cloud";
import { runProgram, type RunResult } from "./engine/run-program";

/** A stack, and what its program registered. */
export interface StackPreview {
  readonly stack: StackPlan;
  readonly result: RunResult;
}

/** The project's name and configuration, as Pulumi.yaml has them. */
const PROJECT = {
  name: "fleet-patching",
  config: { "pulumi:disable-default-providers": '["*"]' },
} as const;

/** The secrets that a stack's configuration holds, by their full keys, each with something in its place: nobody posts in a preview. */
function secretsOf(stack: StackPlan): Record<string, string> {
  const contacts = stack.kind === "hybrid" ? [] : (stack.central?.alerts?.contacts ?? []);
  return Object.fromEntries(contacts.flatMap(({ chat }) => (chat ? [[`${PROJECT.name}:${chat.secret}`, "in its place"]] : [])));
}

function previewStack(plan: Plan, stack: StackPlan, cloud: OfflineCloud): Promise<RunResult> {
  const secrets = secretsOf(stack);
  return runProgram({
    project: PROJECT.name,
    stack: stack.name,
    config: { ...PROJECT.config, ...secrets },
    secretKeys: Object.keys(secrets),
    dryRun: true,
    program: () => buildStack(plan, stack),
    invoke: cloud.invoke,
  });
}

/**
 * Previews the stacks of a plan in the order in which they are applied, each in this process: what central publishes is
 * what members read. The programs are those that `pulumi up` runs.
 *
 * @param only the one stack to preview; central runs before it, because the others read from it
 * @param onStack hears the name of each stack as it begins
 */
export async function previewFleet(
  plan: Plan,
  only?: string,
  onStack: (name: string) => void = () => {},
): Promise<StackPreview[]> {
  const cloud = offlineCloud();
  const central = centralStackOf(plan);
  const wanted = plan.stacks.filter(({ name }) => only === undefined || name === only || name === central);
  const previews: StackPreview[] = [];
  for (const stack of wanted) {
    onStack(stack.name);
    const result = await previewStack(plan, stack, cloud);
    cloud.publish(result.resources);
    previews.push({ stack, result });
  }
  return previews.filter(({ stack }) => only === undefined || stack.name === only);
}
