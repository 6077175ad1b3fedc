import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { System } from "../../fleet/systems";

/** One of AWS's own baselines, in one region. */
export interface PredefinedBaseline {
  /** Its whole name, such as `AWS-UbuntuDefaultPatchBaseline`. */
  readonly name: string;
  readonly system: System;
  readonly region: string;
}

/**
 * The id of a baseline that AWS owns: another one in each region, so it is looked up there.
 *
 * By the list and not by `getPatchBaseline`: that one finds by the beginning of a name, and refuses
 * `AWS-WindowsPredefinedPatchBaseline-OS`, with which another name begins too.
 * @see https://github.com/hashicorp/terraform-provider-aws/issues/17239
 */
export function predefinedBaselineId(
  { name, system, region }: PredefinedBaseline,
  opts: pulumi.InvokeOutputOptions,
): pulumi.Output<string> {
  const filters = [
    { key: "OWNER", values: ["AWS"] },
    { key: "OPERATING_SYSTEM", values: [system] },
    { key: "NAME_PREFIX", values: [name] },
  ];
  return ssm.getPatchBaselinesOutput({ filters, region }, opts).baselineIdentities.apply((found) => {
    const id = found.find((baseline) => baseline.baselineName === name)?.baselineId;
    if (id !== undefined) return id;
    throw new pulumi.RunError(`AWS has no baseline ${name} for ${system} in ${region}`);
  });
}
