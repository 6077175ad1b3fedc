import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { policyText } from "./policy-document";

/** What the bus of alerts needs. */
export interface AlertBusArgs {
  readonly region: string;
  /** The bus's physical name. */
  readonly busName: string;
  /** The bus's own ARN: its policy names it, and names are known before anything is made. */
  readonly busArn: string;
  /** The organization's id, whose accounts may put events. @default nobody but the account itself */
  readonly organization?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The bus on which everything about a fleet meets: the events of all its accounts, and what the fleet itself reports.
 *
 * Whoever of the organization may put events, and nobody else: EventBridge itself refuses events in AWS's name from anyone but AWS.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html
 */
export class AlertBus extends pulumi.ComponentResource {
  readonly busName: pulumi.Output<string>;

  constructor(name: string, args: AlertBusArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:AlertBus", name, {}, opts);
    const { region, busName, organization, tags } = args;
    const bus = new cloudwatch.EventBus(
      `${name}-bus`,
      { region, name: busName, description: "What happens in the fleet", tags },
      { parent: this, deleteBeforeReplace: true },
    );
    if (organization !== undefined) {
      const policy = policyText([
        {
          Sid: "OrganizationPutsEvents",
          Effect: "Allow",
          Principal: "*",
          Action: ["events:PutEvents"],
          Resource: args.busArn,
          Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
        },
      ]);
      const inputs = { region, eventBusName: bus.name, policy };
      new cloudwatch.EventBusPolicy(`${name}-policy`, inputs, { parent: this, deleteBeforeReplace: true });
    }
    this.busName = bus.name;
    this.registerOutputs({ busName: this.busName });
  }
}
