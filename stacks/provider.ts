import { Provider } from "@pulumi/aws/provider";
import type * as pulumi from "@pulumi/pulumi";
import type { AccountPlan } from "../fleet/plan/stack";

/**
 * The one AWS provider of a stack. It works in its own account only: with another account's credentials nothing happens.
 * The region is only where it signs in, the fleet's home for all stacks: a region that an account gains later changes no
 * provider, and with it no resource. Every regional resource names its own.
 */
export function accountProvider(account: AccountPlan, region: string): Provider {
  // As plain inputs: the SDK's type of a region lists those of its own day, and AWS opens new ones.
  const inputs: pulumi.Inputs = { allowedAccountIds: [account.id], region };
  return new Provider("aws", inputs);
}
