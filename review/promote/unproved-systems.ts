import type { Row } from "../../evidence/record/question";
import { listed } from "../../fleet/closest";
import type { GroupPlan } from "../../fleet/plan/group";
import type { System } from "../../fleet/systems";

/** A system and architecture on servers of a ring. */
interface Machines {
  readonly ring: string;
  readonly group: string;
  /** As evidence names it, with its version. */
  readonly system: string;
  readonly architecture: string | null;
  readonly servers: number;
  readonly proving: number;
}

/** Systems as evidence begins to name them. */
const NAMES: Readonly<Record<System, RegExp>> = {
  UBUNTU: /^Ubuntu /u,
  DEBIAN: /^Debian /u,
  RASPBIAN: /^Raspbian /u,
  AMAZON_LINUX: /^AmazonLinuxAMI /u,
  AMAZON_LINUX_2: /^AmazonLinux 2$/u,
  AMAZON_LINUX_2022: /^AmazonLinux 2022/u,
  AMAZON_LINUX_2023: /^AmazonLinux 2023/u,
  REDHAT_ENTERPRISE_LINUX: /^RedhatEnterpriseLinux /u,
  CENTOS: /^CentOS /u,
  ORACLE_LINUX: /^OracleLinux /u,
  ROCKY_LINUX: /^Rocky /u,
  ALMA_LINUX: /^AlmaLinux /u,
  SUSE: /^Suse /u,
  MACOS: /^macOS /u,
  WINDOWS: /^WindowsServer /u,
};

function machinesOf(row: Row): Machines {
  const text = (name: string) => String(row[name] ?? "").replaceAll(/\s+/gu, " ");
  return {
    ring: text("ring"),
    group: text("group"),
    system: text("system"),
    architecture: row["architecture"] === null ? null : text("architecture"),
    servers: Number(row["servers"] ?? 0),
    proving: Number(row["proving"] ?? 0),
  };
}

const kindOf = ({ system, architecture }: Machines): string => (architecture === null ? system : `${system} ${architecture}`);

/** Whether one of these proves something for such machines: the same system, on the same architecture where it is told. */
function isProved({ system, architecture }: Machines, proving: readonly Machines[]): boolean {
  return proving.some((each) => each.system === system && (architecture === null || each.architecture === architecture));
}

function onServers(machines: readonly Machines[], proving: readonly Machines[]): string[] {
  const left = machines.filter((each) => !isProved(each, proving));
  return [...new Set(left.map(kindOf))].map((kind) => {
    const of = left.filter((each) => kindOf(each) === kind);
    const servers = of.reduce((sum, each) => sum + each.servers, 0);
    const groups = [...new Set(of.map(({ group }) => group))].toSorted();
    return `${kind}, ${servers} ${servers === 1 ? "server" : "servers"} of ${listed(groups)}`;
  });
}

/** Baselines of systems that neither ring has a server of in the evidence. */
function onBaselines(groups: readonly GroupPlan[], machines: readonly Machines[], proving: readonly Machines[]): string[] {
  const seen = [...machines, ...proving];
  const systems = [...new Set(groups.flatMap((group) => group.systems))];
  return systems
    .filter((system) => !seen.some((each) => NAMES[system].test(each.system)))
    .map((system) => {
      const having = groups.filter((group) => group.systems.includes(system)).map(({ name }) => name);
      return `${system}, for which ${listed(having.toSorted())} ${having.length === 1 ? "has" : "have"} a baseline`;
    });
}

/**
 * The systems of a ring that no server of the ring before proves anything for, each in a few words, sorted: the list has no
 * package made for them.
 *
 * @param rows the answer to `installed-systems`
 * @param groups the groups that install by the ring's list
 */
export function unprovedSystems(rows: readonly Row[], before: string, ring: string, groups: readonly GroupPlan[]): string[] {
  const all = rows.map(machinesOf);
  const proving = all.filter((each) => each.ring === before && each.proving > 0);
  const machines = all.filter((each) => each.ring === ring && groups.some(({ name }) => name === each.group));
  return [...onServers(machines, proving), ...onBaselines(groups, machines, proving)].toSorted();
}
