import type { AccountSelector } from "./schema/account";
import type { Fleet } from "./schema/fleet-file";
import type { Group } from "./schema/group";

/** One account and region in which servers run. */
export interface Place {
  readonly account: string;
  readonly region: string;
}

/** The names of a record in one order for all, so that the order of keys in the file decides nothing. */
export function sortedKeys(record: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(record).toSorted();
}

function selects(selector: AccountSelector, name: string, labels: Readonly<Record<string, string>>): boolean {
  if (Array.isArray(selector)) return selector.includes(name);
  return Object.entries(selector).every(([label, value]) => labels[label] === value);
}

/** The accounts that a selection names, sorted. Without one: all but the account that is only central. */
export function selectedAccounts(fleet: Fleet, selector: AccountSelector | undefined): string[] {
  const central = fleet.organization ? fleet.central?.account : undefined;
  return sortedKeys(fleet.accounts).filter((name) =>
    selector ? selects(selector, name, fleet.accounts[name]?.labels ?? {}) : name !== central,
  );
}

/** The accounts of a group: its own selection, else its ring's, else all. */
export function accountsOf(fleet: Fleet, group: Group): string[] {
  const ring = fleet.rings.find((candidate) => candidate.name === group.ring);
  return selectedAccounts(fleet, group.accounts ?? ring?.accounts);
}

/** Every place in which a group's servers run, sorted by account and region. */
export function placesOf(fleet: Fleet, group: Group): Place[] {
  return accountsOf(fleet, group).flatMap((account) =>
    (fleet.accounts[account]?.regions ?? [])
      .filter((region) => !group.regions || group.regions.includes(region))
      .toSorted()
      .map((region) => ({ account, region })),
  );
}

type GroupsByPlace = ReadonlyMap<string, readonly (readonly [name: string, group: Group])[]>;

/** Found once for a fleet: asked for each place anew, a thousand accounts would take a thousand times a thousand looks. */
const groupsByPlace = new WeakMap<Fleet, GroupsByPlace>();

function findGroups(fleet: Fleet): GroupsByPlace {
  const found = new Map<string, (readonly [string, Group])[]>();
  for (const name of sortedKeys(fleet.groups)) {
    const group = fleet.groups[name];
    for (const { account, region } of group ? placesOf(fleet, group) : []) {
      const here = found.get(`${account} ${region}`) ?? [];
      if (group) here.push([name, group]);
      found.set(`${account} ${region}`, here);
    }
  }
  groupsByPlace.set(fleet, found);
  return found;
}

/** The groups that have servers in a place, sorted by name. */
export function groupsIn(fleet: Fleet, { account, region }: Place): readonly (readonly [name: string, group: Group])[] {
  return (groupsByPlace.get(fleet) ?? findGroups(fleet)).get(`${account} ${region}`) ?? [];
}

/** Whether a group is production: all its accounts carry `env: prod`. */
export function isProduction(fleet: Fleet, group: Group): boolean {
  const accounts = accountsOf(fleet, group);
  return accounts.length > 0 && accounts.every((name) => fleet.accounts[name]?.labels["env"] === "prod");
}

/** Whether a group is sensitive: its review is required. */
export function isSensitive(group: Group): boolean {
  return group.review === "required";
}

/** How many servers of a group are expected in a place; null when the file does not say. A count for all is taken for each place. */
export function serversIn(group: Group, place: Place): number | null {
  if (group.servers === undefined || typeof group.servers === "number") return group.servers ?? null;
  const inAccount = group.servers[place.account];
  if (inAccount === undefined || typeof inAccount === "number") return inAccount ?? null;
  return inAccount[place.region] ?? null;
}
