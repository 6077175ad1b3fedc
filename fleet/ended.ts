import type { System } from "./systems";

/** A system, or products of one, that no vendor mends any more without a contract of its own. */
export interface Ended {
  /** What people call it: a product by Patch Manager's spelling, or a whole system by its name. */
  readonly name: string;
  readonly system: System;
  /** The products that it means; null when the whole system has ended. */
  readonly products: RegExp | null;
  /** The last day of the vendor's general support. */
  readonly on: string;
  /** Where to look it up. */
  readonly source: string;
}

const PAGES = "https://endoflife.date";

function product(system: System, page: string, name: string, on: string, products: RegExp): Ended {
  return { name, system, products, on, source: `${PAGES}/${page}` };
}

function ubuntu(version: string, on: string): Ended {
  return product("UBUNTU", "ubuntu", `Ubuntu${version}`, on, new RegExp(`^Ubuntu${version.replace(".", "\\.")}$`, "iu"));
}

/**
 * What had ended by 2026-11-20. A file checks the same on any day, so a day's passing never adds to this: a release of the
 * project does. A server of an ended system may look compliant because no patches exist.
 *
 * @see https://endoflife.date
 */
export const ENDED: readonly Ended[] = [
  { name: "AMAZON_LINUX", system: "AMAZON_LINUX", products: null, on: "2023-12-31", source: `${PAGES}/amazon-linux` },
  { name: "AMAZON_LINUX_2", system: "AMAZON_LINUX_2", products: null, on: "2026-06-30", source: `${PAGES}/amazon-linux` },
  ubuntu("14.04", "2019-04-02"),
  ubuntu("16.04", "2021-04-02"),
  ubuntu("18.04", "2023-05-31"),
  ubuntu("20.04", "2025-05-31"),
  ubuntu("22.10", "2023-07-20"),
  ubuntu("23.04", "2024-01-20"),
  ubuntu("23.10", "2024-07-12"),
  ubuntu("24.10", "2025-07-10"),
  ubuntu("25.04", "2026-01-17"),
  ubuntu("25.10", "2026-07-01"),
  product("DEBIAN", "debian", "Debian8", "2020-06-30", /^Debian8(\.|$)/iu),
  product("DEBIAN", "debian", "Debian9", "2022-07-01", /^Debian9(\.|$)/iu),
  product("DEBIAN", "debian", "Debian10", "2024-06-30", /^Debian10(\.|$)/iu),
  product("DEBIAN", "debian", "Debian11", "2026-08-31", /^Debian11(\.|$)/iu),
  product("REDHAT_ENTERPRISE_LINUX", "rhel", "RedhatEnterpriseLinux6", "2020-11-30", /^RedhatEnterpriseLinux6(\.|$)/iu),
  product("REDHAT_ENTERPRISE_LINUX", "rhel", "RedhatEnterpriseLinux7", "2024-06-30", /^RedhatEnterpriseLinux7(\.|$)/iu),
  product("CENTOS", "centos", "CentOS6", "2020-11-30", /^CentOS6(\.|$)/iu),
  product("CENTOS", "centos", "CentOS7", "2024-06-30", /^CentOS7(\.|$)/iu),
  product("CENTOS", "centos-stream", "CentOS8", "2024-05-31", /^CentOS8(\.|$)/iu),
  product("ORACLE_LINUX", "oracle-linux", "OracleLinux6", "2021-03-01", /^OracleLinux6(\.|$)/iu),
  product("ORACLE_LINUX", "oracle-linux", "OracleLinux7", "2024-12-01", /^OracleLinux7(\.|$)/iu),
  product("SUSE", "sles", "Suse12", "2024-10-31", /^Suse12(\.|$)/iu),
  product("MACOS", "macos", "macOS 10", "2022-09-12", /^mac ?os ?x? ?10(\.|$)/iu),
  product("MACOS", "macos", "macOS 11", "2023-09-26", /^mac ?os ?x? ?11(\.|$)/iu),
  product("MACOS", "macos", "macOS 12", "2024-09-16", /^mac ?os ?x? ?12(\.|$)/iu),
  product("MACOS", "macos", "macOS 13", "2025-09-15", /^mac ?os ?x? ?13(\.|$)/iu),
  product("WINDOWS", "windows-server", "WindowsServer2008", "2020-01-14", /^WindowsServer2008$/iu),
  product("WINDOWS", "windows-server", "WindowsServer2008R2", "2020-01-14", /^WindowsServer2008R2$/iu),
  product("WINDOWS", "windows-server", "WindowsServer2012", "2026-10-13", /^WindowsServer2012$/iu),
  product("WINDOWS", "windows-server", "WindowsServer2012R2", "2026-10-13", /^WindowsServer2012R2$/iu),
];

/**
 * What has a known end still to come. It may be acknowledged early; until its day it is told half a year ahead, and after
 * its day for as long as it is used. Neither changes a resource.
 */
export const ENDING: readonly Ended[] = [
  product("WINDOWS", "windows-server", "WindowsServer2016", "2027-01-12", /^WindowsServer2016$/iu),
  ubuntu("22.04", "2027-04-01"),
  product("DEBIAN", "debian", "Debian12", "2028-06-30", /^Debian12(\.|$)/iu),
  product("WINDOWS", "windows-server", "WindowsServer2019", "2029-01-09", /^WindowsServer2019$/iu),
  product("REDHAT_ENTERPRISE_LINUX", "rhel", "RedhatEnterpriseLinux8", "2029-05-31", /^RedhatEnterpriseLinux8(\.|$)/iu),
  ubuntu("24.04", "2029-05-31"),
];

/** The ended entries of a system that a product by Patch Manager's spelling falls under. */
export function endedProduct(system: System, name: string): Ended | undefined {
  return ENDED.find((entry) => entry.system === system && entry.products?.test(name) === true);
}

/** The entry of a system that has ended as a whole. */
export function endedSystem(system: System): Ended | undefined {
  return ENDED.find((entry) => entry.system === system && entry.products === null);
}
