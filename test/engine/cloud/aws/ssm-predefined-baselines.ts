import { createHash } from "node:crypto";
import type { Call } from "../kind";

/**
 * The baselines that AWS owns, by operating system; the first one is its default.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-predefined-and-custom-patch-baselines.html
 */
export const predefinedNames: Readonly<Record<string, readonly string[]>> = {
  AMAZON_LINUX: ["AWS-AmazonLinuxDefaultPatchBaseline"],
  AMAZON_LINUX_2: ["AWS-AmazonLinux2DefaultPatchBaseline"],
  AMAZON_LINUX_2023: ["AWS-AmazonLinux2023DefaultPatchBaseline"],
  ALMA_LINUX: ["AWS-AlmaLinuxDefaultPatchBaseline"],
  CENTOS: ["AWS-CentOSDefaultPatchBaseline"],
  DEBIAN: ["AWS-DebianDefaultPatchBaseline"],
  MACOS: ["AWS-MacOSDefaultPatchBaseline"],
  ORACLE_LINUX: ["AWS-OracleLinuxDefaultPatchBaseline"],
  RASPBIAN: ["AWS-DefaultRaspbianPatchBaseline"],
  REDHAT_ENTERPRISE_LINUX: ["AWS-RedHatDefaultPatchBaseline"],
  ROCKY_LINUX: ["AWS-RockyLinuxDefaultPatchBaseline"],
  SUSE: ["AWS-SuseDefaultPatchBaseline"],
  UBUNTU: ["AWS-UbuntuDefaultPatchBaseline"],
  WINDOWS: [
    "AWS-DefaultPatchBaseline",
    "AWS-WindowsPredefinedPatchBaseline-OS",
    "AWS-WindowsPredefinedPatchBaseline-OS-Applications",
  ],
};

/** The ARN under which AWS's baseline is known in a region; owner and id differ from region to region. */
export function predefinedArn(call: Call, name: string): string {
  const region = call.place.region;
  const digits = createHash("sha256").update(`${region} ${name}`).digest("hex");
  const owner = String(BigInt(`0x${digits.slice(20, 30)}`))
    .padStart(12, "0")
    .slice(-12);
  return `arn:${call.partition}:ssm:${region}:${owner}:patchbaseline/pb-${digits.slice(0, 17)}`;
}

/** AWS's baseline behind an ARN or id of this region, with its operating system. */
export function predefinedBaseline(
  call: Call,
  id: string,
): { readonly name: string; readonly system: string; readonly arn: string } | undefined {
  for (const [system, names] of Object.entries(predefinedNames)) {
    for (const name of names) {
      const arn = predefinedArn(call, name);
      if (arn === id || arn.endsWith(`/${id}`)) return { name, system, arn };
    }
  }
  return undefined;
}
