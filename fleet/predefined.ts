import type { System } from "./systems";

/**
 * AWS's predefined baselines by name, with their system. Their ids differ in each region, so a stack looks them up.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/patch-manager-predefined-and-custom-patch-baselines.html
 */
export const PREDEFINED: Readonly<Record<string, System>> = {
  "AWS-AlmaLinuxDefaultPatchBaseline": "ALMA_LINUX",
  "AWS-AmazonLinuxDefaultPatchBaseline": "AMAZON_LINUX",
  "AWS-AmazonLinux2DefaultPatchBaseline": "AMAZON_LINUX_2",
  "AWS-AmazonLinux2022DefaultPatchBaseline": "AMAZON_LINUX_2022",
  "AWS-AmazonLinux2023DefaultPatchBaseline": "AMAZON_LINUX_2023",
  "AWS-CentOSDefaultPatchBaseline": "CENTOS",
  "AWS-DebianDefaultPatchBaseline": "DEBIAN",
  "AWS-MacOSDefaultPatchBaseline": "MACOS",
  "AWS-OracleLinuxDefaultPatchBaseline": "ORACLE_LINUX",
  "AWS-DefaultRaspbianPatchBaseline": "RASPBIAN",
  "AWS-RedHatDefaultPatchBaseline": "REDHAT_ENTERPRISE_LINUX",
  "AWS-RockyLinuxDefaultPatchBaseline": "ROCKY_LINUX",
  "AWS-SuseDefaultPatchBaseline": "SUSE",
  "AWS-UbuntuDefaultPatchBaseline": "UBUNTU",
  "AWS-DefaultPatchBaseline": "WINDOWS",
  "AWS-WindowsPredefinedPatchBaseline-OS": "WINDOWS",
  "AWS-WindowsPredefinedPatchBaseline-OS-Applications": "WINDOWS",
};

/** Whether a baseline's name is one of AWS's own (they all begin with `AWS-`; ours never do). */
export function isPredefined(name: string): boolean {
  return Object.hasOwn(PREDEFINED, name);
}
