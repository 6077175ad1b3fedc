import * as pulumi from "@pulumi/pulumi";
import { serviceRole } from "./service-role";

/** What a role for EventBridge needs. */
export interface EventRoleArgs {
  /** The account's id, 12 digits. */
  readonly account: string;
  /** The role's physical name. */
  readonly roleName: string;
  readonly description: string;
  /** Who takes it on: rules, or schedules. */
  readonly service: "events" | "scheduler";
  /** What it may do, such as `events:PutEvents`. */
  readonly action: string;
  /** On what, by ARN. */
  readonly resources: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** A role under which EventBridge does one thing, in this account's name only. */
export class EventRole extends pulumi.ComponentResource {
  readonly roleArn: pulumi.Output<string>;

  constructor(name: string, args: EventRoleArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EventRole", name, {}, opts);
    const { account, roleName, description, service, action, resources, tags } = args;
    const { role, policy } = serviceRole(this, name, {
      account,
      roleName,
      description,
      service: `${service}.amazonaws.com`,
      sid: "EventBridge",
      statements: [{ Sid: "Do", Effect: "Allow", Action: [action], Resource: resources }],
      tags,
    });
    // Whoever uses the role waits for its right, too: without it a rule would be made that cannot deliver.
    this.roleArn = pulumi.all([role.arn, policy.id]).apply(([arn]) => arn);
    this.registerOutputs({ roleArn: this.roleArn });
  }
}
