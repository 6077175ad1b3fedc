import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** What a chat needs. */
export interface ChatDestinationArgs {
  readonly region: string;
  /** The physical name of the connection and of the API destination, at most 64 letters, digits, `_`, `-` or `.`. */
  readonly destinationName: string;
  /** Where messages are posted to. No secret: whoever may look at the destination sees it. */
  readonly url: string;
  /** The header that carries the secret, such as `Authorization`. */
  readonly header: string;
  /** The header's value, such as `Bearer …`. EventBridge keeps it in Secrets Manager; it is secret in state and previews. */
  readonly secret: pulumi.Input<string>;
}

/** A chat posts at most this many messages a second. */
const MESSAGES_A_SECOND = 1;

/**
 * A chat that messages are posted to, by its webhook.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
 */
export class ChatDestination extends pulumi.ComponentResource {
  readonly destinationArn: pulumi.Output<string>;

  constructor(name: string, args: ChatDestinationArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:ChatDestination", name, {}, opts);
    const { region, destinationName, url, header, secret } = args;
    const unique = { parent: this, deleteBeforeReplace: true };
    const connection = new cloudwatch.EventConnection(
      `${name}-connection`,
      {
        region,
        name: destinationName,
        description: "How the fleet signs in to a chat",
        authorizationType: "API_KEY",
        authParameters: { apiKey: { key: header, value: pulumi.secret(secret) } },
      },
      unique,
    );
    const destination = new cloudwatch.EventApiDestination(
      `${name}-destination`,
      {
        region,
        name: destinationName,
        description: "Where the fleet's messages go",
        connectionArn: connection.arn,
        httpMethod: "POST",
        invocationEndpoint: url,
        invocationRateLimitPerSecond: MESSAGES_A_SECOND,
      },
      unique,
    );
    this.destinationArn = destination.arn;
    this.registerOutputs({ destinationArn: this.destinationArn });
  }
}
