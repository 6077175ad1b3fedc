import * as pulumi from "@pulumi/pulumi";
import { expectedOf } from "../evidence/expected";
import type { Plan } from "../fleet/plan";
import type { StackPlan } from "../fleet/plan/stack";
import { buildCentral } from "./central";
import { buildMember } from "./member";
import { accountProvider } from "./provider";

/** What a stack puts out. */
export type StackOutputs = Record<string, pulumi.Output<string>>;

/** The stack that members read from. */
export function centralStackOf(plan: Plan): string {
  return plan.stacks.find((stack) => stack.kind !== "hybrid" && stack.account.id === plan.home.account)?.name ?? "";
}

/** Declares one stack of a plan: the program that a preview, an `up` and the offline preview all run. */
export async function buildStack(plan: Plan, stack: StackPlan): Promise<StackOutputs> {
  const provider = accountProvider(stack.account, plan.home.region);
  if (stack.kind === "hybrid") {
    // Only here: who has no machines in Azure needs no SDK of Azure.
    const { buildHybrid } = await import("./hybrid.js");
    return buildHybrid(stack, provider);
  }
  if (stack.kind === "member") await buildMember(stack, centralStackOf(plan), expectedOf(plan), provider);
  else buildCentral(stack.central, expectedOf(plan), stack.tags, { providers: [provider] });
  return {};
}

/** The stack of that name, or a clear refusal that names those there are. */
export function stackNamed(plan: Plan, name: string): StackPlan {
  const stack = plan.stacks.find((candidate) => candidate.name === name);
  if (stack) return stack;
  const names = plan.stacks.map((candidate) => candidate.name).join(", ");
  throw new pulumi.RunError(`the fleet file has no stack ${name}; it has ${names}`);
}
