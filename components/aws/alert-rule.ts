import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** Who hears of an alert, and in which words. */
export interface AlertTarget {
  /** Part of logical names and the target's id: `mail`, `chat`. */
  readonly key: string;
  /** The topic or the API destination, by ARN. */
  readonly arn: pulumi.Input<string>;
  /** The role under which EventBridge reaches it. @default none: a topic's own policy lets rules publish, and AWS wants no role beside it */
  readonly role?: pulumi.Input<string>;
  /** The message, with `<name>` for each of the rule's fields. */
  readonly template: string;
}

/** What an alert needs. */
export interface AlertRuleArgs {
  readonly region: string;
  /** The rule's physical name. */
  readonly ruleName: string;
  readonly description: string;
  /** The bus on which it listens. @default the account's own */
  readonly busName?: pulumi.Input<string>;
  /** What matches, JSON. */
  readonly pattern: string;
  /** The fields of a message by name: where in the event they stand, as JSON paths. */
  readonly fields: Readonly<Record<string, string>>;
  /** At most five. */
  readonly targets: readonly AlertTarget[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Tells people, in words, of events that match a pattern.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export class AlertRule extends pulumi.ComponentResource {
  constructor(name: string, args: AlertRuleArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:AlertRule", name, {}, opts);
    const { region, ruleName, description, pattern, fields, tags } = args;
    const bus = args.busName === undefined ? {} : { eventBusName: args.busName };
    const unique = { parent: this, deleteBeforeReplace: true };
    const rule = new cloudwatch.EventRule(
      `${name}-rule`,
      { region, name: ruleName, description, eventPattern: pattern, state: "ENABLED", tags, ...bus },
      unique,
    );
    for (const { key, arn, role, template } of args.targets) {
      new cloudwatch.EventTarget(
        `${name}-${key}`,
        {
          region,
          rule: rule.name,
          targetId: key,
          arn,
          inputTransformer: { inputPaths: { ...fields }, inputTemplate: template },
          ...bus,
          ...(role === undefined ? {} : { roleArn: role }),
        },
        unique,
      );
    }
    this.registerOutputs({});
  }
}
