import * as pulumi from "@pulumi/pulumi";
import { EventForwarding, EventRole } from "../components/aws";
import type { MemberStack } from "../fleet/plan/stack";
import type { AccountContext } from "./region";

/** The role under which an account's events go to central; null where nobody is told of anything. */
export function buildForwardRole(
  { account, member, tags }: MemberStack,
  opts: pulumi.ComponentResourceOptions,
): pulumi.Output<string> | null {
  const { forwarding } = member;
  if (!forwarding) return null;
  const role = new EventRole(
    "forward",
    {
      account: account.id,
      roleName: forwarding.role,
      description: "Sends the fleet's events to central",
      service: "events",
      action: "events:PutEvents",
      resources: [forwarding.busArn],
      tags,
    },
    opts,
  );
  return role.roleArn;
}

/** Sends what happens in one region to central. Windows are watched by the ids that AWS gave them: others' are none of ours. */
export function buildForwarding(context: AccountContext, region: string, windows: readonly pulumi.Output<string>[]): void {
  const { forwarding } = context.member;
  if (!forwarding || context.forwardRole === null) return;
  const { pattern, ...about } = forwarding.windows;
  const own = { ...about, pattern: pulumi.jsonStringify({ ...pattern, detail: { ...pattern.detail, "window-id": windows } }) };
  const { busArn, rules } = forwarding;
  const events = windows.length === 0 ? rules : [...rules, own];
  new EventForwarding(
    `${region}-forward`,
    { region, events, busArn, role: context.forwardRole, tags: context.tags },
    context.opts,
  );
}
