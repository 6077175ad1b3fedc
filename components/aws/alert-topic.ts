import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { policyText, type ResourceStatement } from "./policy-document";

/** What a topic of alerts needs. */
export interface AlertTopicArgs {
  readonly region: string;
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** The topic's physical name. */
  readonly topicName: string;
  /** The topic's own ARN: its policy names it, and names are known before anything is made. */
  readonly topicArn: string;
  /** The key that encrypts it. It must let rules and alarms use it. */
  readonly keyArn: pulumi.Input<string>;
  /** Who gets it as mail. Each address is asked once whether it wants to. */
  readonly mail: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Brings alerts to people: a topic that this account's rules and alarms publish to, encrypted, and its mails.
 *
 * The statement for rules has no condition: AWS documents that EventBridge gives none to a topic's policy.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
 */
export class AlertTopic extends pulumi.ComponentResource {
  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: AlertTopicArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:AlertTopic", name, {}, opts);
    const { region, topicName, keyArn, tags } = args;
    const unique = { parent: this, deleteBeforeReplace: true };
    const topic = new sns.Topic(
      `${name}-topic`,
      { region, name: topicName, displayName: "Fleet patching", kmsMasterKeyId: keyArn, tags },
      unique,
    );
    new sns.TopicPolicy(`${name}-policy`, { region, arn: topic.arn, policy: policyText(statements(args)) }, unique);
    for (const address of args.mail) {
      new sns.TopicSubscription(`${name}-${address}`, { region, topic: topic.arn, protocol: "email", endpoint: address }, unique);
    }
    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

function statements({ partition, region, account, topicArn }: AlertTopicArgs): ResourceStatement[] {
  const publish = { Effect: "Allow", Action: ["sns:Publish"], Resource: topicArn } as const;
  const alarms = `arn:${partition}:cloudwatch:${region}:${account}:alarm:*`;
  return [
    { Sid: "RulesPublish", Principal: { Service: "events.amazonaws.com" }, ...publish },
    {
      Sid: "AlarmsPublish",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      ...publish,
      Condition: { StringEquals: { "aws:SourceAccount": account }, ArnLike: { "aws:SourceArn": alarms } },
    },
  ];
}
