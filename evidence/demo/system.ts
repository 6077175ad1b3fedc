import type { System } from "../../fleet/systems";
import { amazonLinux2023Updates, amazonLinux2Updates, ubuntuUpdates } from "./linux-updates";
import { weighted, type Random } from "./random";
import type { Catalogue } from "./update";
import { windowsUpdates } from "./windows-updates";

/** A system as its agent tells it, with what its vendor publishes. */
export interface DemoSystem {
  readonly family: "apt" | "rpm" | "windows";
  readonly platform: string;
  readonly version: string;
  /** The last day of its vendor's general support: told here on its own, so that a wrong day elsewhere is found. */
  readonly lastDay: string | null;
  readonly updates: Catalogue;
}

const ubuntu = (version: string, lastDay: string): DemoSystem => ({
  family: "apt",
  platform: "Ubuntu",
  version,
  lastDay,
  updates: ubuntuUpdates,
});
const windows = (year: string, version: string, lastDay: string | null): DemoSystem => ({
  family: "windows",
  platform: `Microsoft Windows Server ${year} Datacenter`,
  version,
  lastDay,
  updates: windowsUpdates(year),
});
const amazon = (version: string, lastDay: string | null, updates: Catalogue): DemoSystem => ({
  family: "rpm",
  platform: "Amazon Linux",
  version,
  lastDay,
  updates,
});

type Choice = readonly [readonly [DemoSystem, number], ...(readonly [DemoSystem, number])[]];

const UBUNTU: Choice = [
  [ubuntu("22.04", "2027-04-01"), 55],
  [ubuntu("24.04", "2029-05-31"), 38],
  [ubuntu("20.04", "2025-05-31"), 7],
];
const WINDOWS: Choice = [
  [windows("2022", "10.0.20348", null), 75],
  [windows("2016", "10.0.14393", "2027-01-12"), 25],
];
const AMAZON_LINUX_2: Choice = [[amazon("2", "2026-06-30", amazonLinux2Updates), 1]];
const AMAZON_LINUX_2023: Choice = [[amazon("2023", null, amazonLinux2023Updates), 1]];

/** How common a system is among the servers of a group that may have it. */
const SHARES: Partial<Readonly<Record<System, readonly [Choice, number]>>> = {
  UBUNTU: [UBUNTU, 50],
  AMAZON_LINUX_2023: [AMAZON_LINUX_2023, 35],
  AMAZON_LINUX_2: [AMAZON_LINUX_2, 4],
  WINDOWS: [WINDOWS, 20],
};

/** The system of a server, of those that its group has baselines for. What the demo does not know becomes Ubuntu. */
export function systemOf(random: Random, systems: readonly System[]): DemoSystem {
  const [first, ...rest] = systems.flatMap((system) => {
    const share = SHARES[system];
    return share ? [share] : [];
  });
  return weighted(random, first ? weighted(random, [first, ...rest]) : UBUNTU);
}

/** The system of a hybrid machine: Linux machines are Ubuntu. */
export function machineSystem(random: Random, kind: "linux" | "windows"): DemoSystem {
  return weighted(random, kind === "linux" ? UBUNTU : WINDOWS);
}
