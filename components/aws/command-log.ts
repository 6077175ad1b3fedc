import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";

/** What a region's command log needs. */
export interface CommandLogArgs {
  readonly region: string;
  readonly logGroupName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Output is kept for a little more than a year, so that a yearly audit finds it. One of the periods that CloudWatch knows. */
const RETENTION_DAYS = 400;

/** Keeps what the commands of all runs put out. Protected: it is the record of what was done to the servers. */
export class CommandLog extends pulumi.ComponentResource {
  readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: CommandLogArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:CommandLog", name, {}, opts);
    const group = new cloudwatch.LogGroup(
      `${name}-group`,
      { region: args.region, name: args.logGroupName, retentionInDays: RETENTION_DAYS, tags: args.tags },
      { parent: this, deleteBeforeReplace: true, protect: true },
    );
    this.logGroupName = group.name;
    this.registerOutputs({ logGroupName: this.logGroupName });
  }
}
