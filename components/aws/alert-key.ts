import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { policyText, type ResourceStatement } from "./policy-document";

/** What the key of alerts needs. */
export interface AlertKeyArgs {
  readonly region: string;
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** The key's alias, without `alias/`. */
  readonly keyName: string;
  /** The topics that are encrypted with it, by ARN. */
  readonly topics: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** The services that publish: rules, and alarms. */
const PUBLISHERS = { Rules: "events.amazonaws.com", Alarms: "cloudwatch.amazonaws.com" } as const;

/**
 * The key that encrypts topics, and that rules and alarms may use to publish to them.
 *
 * They are bound to these topics by the encryption context. Not by `aws:SourceArn` or `aws:SourceAccount`: SNS documents that
 * neither is there when EventBridge publishes to an encrypted topic, and with such a condition every alert would be lost without
 * a word.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export class AlertKey extends pulumi.ComponentResource {
  readonly keyArn: pulumi.Output<string>;

  constructor(name: string, args: AlertKeyArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:AlertKey", name, {}, opts);
    const { region, tags } = args;
    const key = new kms.Key(
      `${name}-key`,
      { region, description: "Encrypts alerts", enableKeyRotation: true, policy: policyText(statements(args)), tags },
      { parent: this, protect: true },
    );
    new kms.Alias(
      `${name}-alias`,
      { region, name: `alias/${args.keyName}`, targetKeyId: key.keyId },
      { parent: this, deleteBeforeReplace: true },
    );
    this.keyArn = key.arn;
    this.registerOutputs({ keyArn: this.keyArn });
  }
}

function statements({ partition, account, topics }: AlertKeyArgs): ResourceStatement[] {
  const owner: ResourceStatement = {
    Sid: "Owner",
    Effect: "Allow",
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: ["kms:*"],
    Resource: "*",
  };
  return [
    owner,
    ...Object.entries(PUBLISHERS).map(([who, service]): ResourceStatement => ({
      Sid: `${who}Publish`,
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
      Condition: { StringEquals: { "kms:EncryptionContext:aws:sns:topicArn": topics } },
    })),
  ];
}
