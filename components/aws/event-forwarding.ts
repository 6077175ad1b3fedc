import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** Events that are forwarded. */
export interface ForwardedEvents {
  /** Part of logical names. */
  readonly key: string;
  /** The rule's physical name. */
  readonly name: string;
  /** What people read about it. */
  readonly about: string;
  /** What matches, JSON. */
  readonly pattern: pulumi.Input<string>;
}

/** What the forwarding of a region's events needs. */
export interface EventForwardingArgs {
  readonly region: string;
  /** What is forwarded. */
  readonly events: readonly ForwardedEvents[];
  /** The bus that they go to, by ARN: in any account and region. */
  readonly busArn: string;
  /** The role under which they go there, by ARN. */
  readonly role: pulumi.Input<string>;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Sends what happens in one region to the bus of the fleet.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export class EventForwarding extends pulumi.ComponentResource {
  constructor(name: string, args: EventForwardingArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:EventForwarding", name, {}, opts);
    const { region, tags } = args;
    const unique = { parent: this, deleteBeforeReplace: true };
    for (const { key, name: ruleName, about, pattern } of args.events) {
      const rule = new cloudwatch.EventRule(
        `${name}-${key}-rule`,
        { region, name: ruleName, description: about, eventPattern: pattern, state: "ENABLED", tags },
        unique,
      );
      new cloudwatch.EventTarget(
        `${name}-${key}-target`,
        { region, rule: rule.name, targetId: "fleet", arn: args.busArn, roleArn: args.role },
        unique,
      );
    }
    this.registerOutputs({});
  }
}
