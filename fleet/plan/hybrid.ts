import { NAMES } from "../names";
import { rfc3339 } from "../schedule/rfc3339";
import type { Fleet } from "../schema/fleet-file";
import type { AzureMachine, Hybrid } from "../schema/hybrid";
import { machinesOf } from "./region";

/** How one set of hybrid machines joins an account, region and patch group. */
export interface HybridPlan {
  readonly region: string;
  readonly group: string;
  readonly tag: string;
  /** The service role that the machines run under, by name. */
  readonly role: string;
  /** When the activation lapses, as RFC 3339 in UTC without fractions. Machines that registered stay. */
  readonly expires: string;
  /** How many machines may register, 1 to 1,000. */
  readonly limit: number;
  readonly azure: { readonly subscription: string; readonly machines: readonly AzureMachine[] } | null;
  /** The systems for which a registration script is put out. */
  readonly scripts: readonly ("linux" | "windows")[];
}

/** An activation lives at most 30 days from its making; a day less leaves room for the hour of the first `up`. @see CreateActivation */
const ACTIVATION_DAYS = 29;

function expiryOf(entry: Hybrid): string {
  const renewed = Date.parse(`${entry.renewed}T00:00:00Z`);
  return rfc3339(renewed + ACTIVATION_DAYS * 86_400_000);
}

/** Decides how a set of hybrid machines joins the fleet. */
export function planHybrid(fleet: Fleet, key: string, entry: Hybrid): HybridPlan {
  const { linux = 0, windows = 0 } = entry.onPremises ?? {};
  return {
    region: entry.region,
    group: entry.group,
    tag: fleet.groups[entry.group]?.tag ?? entry.group,
    role: NAMES.hybridRole(key),
    expires: expiryOf(entry),
    limit: Math.max(1, machinesOf(entry)),
    azure: entry.azure
      ? {
          subscription: entry.azure.subscription,
          machines: entry.azure.machines.toSorted((a, b) =>
            `${a.resourceGroup}/${a.name}` < `${b.resourceGroup}/${b.name}` ? -1 : 1,
          ),
        }
      : null,
    scripts: [...(linux > 0 ? (["linux"] as const) : []), ...(windows > 0 ? (["windows"] as const) : [])],
  };
}
