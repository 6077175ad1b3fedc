import * as securityhub from "@pulumi/aws/securityhub";
import * as pulumi from "@pulumi/pulumi";

/** One group's insight. */
export interface PatchInsight {
  /** Part of logical names. */
  readonly key: string;
  /** What people read. */
  readonly name: string;
  /** The group's tag value. */
  readonly tag: string;
}

/** What the insights of a fleet need. */
export interface PatchInsightsArgs {
  readonly region: string;
  /** The tag that says which group a server is of. */
  readonly tagKey: string;
  /** At most 100, as Security Hub takes. */
  readonly insights: readonly PatchInsight[];
}

const is = (value: string) => [{ comparison: "EQUALS", value }];

/**
 * Shows in Security Hub which servers of a group lack patches, one insight a group.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-custom-insights.html
 */
export class PatchInsights extends pulumi.ComponentResource {
  constructor(name: string, args: PatchInsightsArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:PatchInsights", name, {}, opts);
    for (const { key, name: title, tag } of args.insights) {
      new securityhub.Insight(
        `${name}-${key}`,
        {
          region: args.region,
          name: title,
          groupByAttribute: "ResourceId",
          filters: {
            productNames: is("Systems Manager Patch Manager"),
            recordStates: is("ACTIVE"),
            workflowStatuses: is("NEW"),
            resourceTags: [{ comparison: "EQUALS", key: args.tagKey, value: tag }],
          },
        },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}
