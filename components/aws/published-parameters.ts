import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";

/** A parameter that central owns. */
export interface PublishedParameter {
  /** Part of logical names. */
  readonly key: string;
  /** The parameter's name, with a leading slash. */
  readonly name: string;
  /** Its full ARN: what readers in other accounts know it by. */
  readonly arn: string;
  readonly value: string;
  readonly description: string;
  /** True where something else than this program writes the value after it was made. @default false */
  readonly writtenElsewhere?: boolean;
}

/** What a set of parameters needs. */
export interface PublishedParametersArgs {
  readonly region: string;
  readonly parameters: readonly PublishedParameter[];
  /** Advanced parameters can be shared and hold 8 KB; standard ones hold 4 KB and cost nothing. */
  readonly tier: "Advanced" | "Standard";
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Parameters that others read: baseline definitions and releases.
 *
 * Written as `insecureValue`: they are no secrets, and a secret would hide every change in previews. Protected: deleting a
 * parameter ends its share, and one made again is not shared.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html
 */
export class PublishedParameters extends pulumi.ComponentResource {
  /** What can be shared, each under its logical name. */
  readonly published: readonly { readonly key: string; readonly arn: string; readonly resource: pulumi.Resource }[];

  constructor(name: string, args: PublishedParametersArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:PublishedParameters", name, {}, opts);
    this.published = args.parameters.map((parameter) => {
      const key = `${name}-${parameter.key}`;
      return { key, arn: parameter.arn, resource: this.publish(key, parameter, args) };
    });
    this.registerOutputs({});
  }

  private publish(key: string, parameter: PublishedParameter, args: PublishedParametersArgs): pulumi.Resource {
    return new ssm.Parameter(
      key,
      {
        region: args.region,
        name: parameter.name,
        type: "String",
        tier: args.tier,
        insecureValue: parameter.value,
        description: parameter.description,
        tags: args.tags,
      },
      {
        parent: this,
        protect: true,
        deleteBeforeReplace: true,
        ...(parameter.writtenElsewhere ? { ignoreChanges: ["insecureValue"] } : {}),
      },
    );
  }
}
