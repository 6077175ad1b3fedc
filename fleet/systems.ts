/**
 * The operating systems that Patch Manager knows, by its own names, in families: how a system gets its updates decides
 * what a baseline may filter by.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreatePatchBaseline.html OperatingSystem
 */
export const FAMILIES = {
  apt: ["UBUNTU", "DEBIAN", "RASPBIAN"],
  rpm: [
    "AMAZON_LINUX",
    "AMAZON_LINUX_2",
    "AMAZON_LINUX_2022",
    "AMAZON_LINUX_2023",
    "REDHAT_ENTERPRISE_LINUX",
    "CENTOS",
    "ORACLE_LINUX",
    "ROCKY_LINUX",
    "ALMA_LINUX",
  ],
  zypper: ["SUSE"],
  macos: ["MACOS"],
  windows: ["WINDOWS"],
} as const;

/** How a system gets its updates. */
export type Family = keyof typeof FAMILIES;
/** An operating system by Patch Manager's own name. */
export type System = (typeof FAMILIES)[Family][number];

/** All operating systems, in a fixed order. */
export const SYSTEMS: readonly System[] = [
  ...FAMILIES.apt,
  ...FAMILIES.rpm,
  ...FAMILIES.zypper,
  ...FAMILIES.macos,
  ...FAMILIES.windows,
];

const NAMES_OF_FAMILIES = ["apt", "rpm", "zypper", "macos", "windows"] as const satisfies readonly Family[];

/** The family a system belongs to. */
export function familyOf(system: System): Family {
  const holds = (family: Family) => (FAMILIES[family] as readonly System[]).includes(system);
  return NAMES_OF_FAMILIES.find(holds) ?? "rpm";
}

/** A system's name for logical, physical and file names: `AMAZON_LINUX_2023` becomes `amazon-linux-2023`. */
export function systemSlug(system: System): string {
  return system.toLowerCase().replaceAll("_", "-");
}
