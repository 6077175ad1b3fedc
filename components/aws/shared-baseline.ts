import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { Definition } from "../../fleet/definition";
import { baselineInputs, type BaselineInputs } from "./baseline-inputs";

/** What a baseline that follows a shared definition needs. */
export interface SharedBaselineArgs {
  /** The region in which the baseline is made. */
  readonly region: string;
  /** The baseline's physical name: 3 to 128 letters, digits, `_`, `-` or `.`. */
  readonly baselineName: string;
  /** The full ARN of the parameter that central shares; it is read in the region that the ARN names. */
  readonly definitionArn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * A patch baseline that equals what central published, for programs that have no fleet file.
 *
 * AWS cannot share a baseline. It shares an advanced parameter that holds the definition, and each account makes its own.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html
 */
export class SharedBaseline extends pulumi.ComponentResource {
  readonly baselineId: pulumi.Output<string>;

  constructor(name: string, args: SharedBaselineArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:SharedBaseline", name, {}, opts);
    const [, , , home] = args.definitionArn.split(":");
    const query = { name: args.definitionArn, ...(home === undefined ? {} : { region: home }) };
    const text = ssm.getParameterOutput(query, { parent: this }).insecureValue;
    const inputs = text.apply((definition) => readDefinition(definition, args.definitionArn));
    const baseline = new ssm.PatchBaseline(
      `${name}-baseline`,
      {
        region: args.region,
        name: args.baselineName,
        tags: args.tags,
        description: inputs.description,
        operatingSystem: inputs.operatingSystem,
        approvalRules: inputs.approvalRules,
        approvedPatches: inputs.apply((definition) => definition.approvedPatches),
        approvedPatchesComplianceLevel: inputs.approvedPatchesComplianceLevel,
        approvedPatchesEnableNonSecurity: inputs.apply((definition) => definition.approvedPatchesEnableNonSecurity),
        rejectedPatches: inputs.apply((definition) => definition.rejectedPatches),
        rejectedPatchesAction: inputs.rejectedPatchesAction,
        sources: inputs.apply((definition) => definition.sources),
        availableSecurityUpdatesComplianceStatus: inputs.apply(
          (definition) => definition.availableSecurityUpdatesComplianceStatus,
        ),
      },
      { parent: this },
    );
    this.baselineId = baseline.id;
    this.registerOutputs({ baselineId: this.baselineId });
  }
}

function readDefinition(text: string, arn: string): BaselineInputs {
  try {
    const definition: Definition = JSON.parse(text);
    return baselineInputs(definition);
  } catch {
    throw new pulumi.RunError(`${arn} holds no baseline definition; apply the central stack first`);
  }
}
