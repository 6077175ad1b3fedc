import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Store } from "../store";

/** The organization that the accounts of this cloud belong to. */
export interface Organization {
  /** o-…; empty when there is none. */
  readonly id: string;
  /** Its accounts, each with the ids of the organizational units above it. */
  readonly accounts: Readonly<Record<string, readonly string[]>>;
  /** Whether sharing with the organization is enabled in RAM. */
  readonly sharing: boolean;
}

/** Founds the organization of this cloud. */
export function found(store: Store, organization: Organization): void {
  writeFileSync(join(store.directory, "organization.json"), JSON.stringify(organization));
}

/** The organization of this cloud, or an empty one. */
export function organization(store: Store): Organization {
  const file = join(store.directory, "organization.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { id: "", accounts: {}, sharing: false };
}

/** The accounts of the organization that a principal of a share stands for. */
export function accountsOf(store: Store, principal: string): string[] {
  const { id, accounts } = organization(store);
  const [, whole] = /:organization\/(o-[a-z0-9]+)$/u.exec(principal) ?? [];
  const [, unit] = /:ou\/o-[a-z0-9]+\/(ou-[a-z0-9-]+)$/u.exec(principal) ?? [];
  return Object.entries(accounts).flatMap(([account, units]) =>
    account === principal || (whole !== undefined && whole === id) || (unit !== undefined && units.includes(unit))
      ? [account]
      : [],
  );
}
