import type { Evidence } from "../evidence/engine/evidence";
import { RequestError } from "../evidence/report/request";
import { listed } from "../fleet/closest";
import type { Plan } from "../fleet/plan";
import type { GroupPlan } from "../fleet/plan/group";
import { isTold, type ReviewedServer } from "./reviewed-server";

/** Each account's name in the fleet file, by its number. */
export function accountNames(plan: Plan): ReadonlyMap<string, string> {
  return new Map(plan.stacks.map(({ account }) => [account.id, account.key]));
}

/** Says why there is nothing of a group in the evidence: it may be that of another fleet. Always throws. */
export async function refuseAbsent(evidence: Evidence, plan: Plan, group: GroupPlan, data: string): Promise<never> {
  const rows = await evidence.ask("coverage", { asOf: plan.asOf });
  const there = rows.filter((row) => row["class"] !== "unmanaged");
  const accounts = [...new Set(there.map((row) => String(row["account"])))].toSorted();
  const names = accountNames(plan);
  if (there.length === 0)
    throw new RequestError(`${data} tells of no server at all: sync the evidence again, or name another folder`);
  if (!accounts.some((account) => names.has(account)))
    throw new RequestError(
      `${data} is the evidence of another fleet: it tells of ${listed(accounts, 5)}, and no account of this one`,
    );
  const tags = [...new Set(there.flatMap((row) => row["group"] ?? []))].map(String).toSorted();
  throw new RequestError(
    `${data} tells of no server of ${group.name} (tag ${plan.tagKey}=${group.tag}) where this fleet has it; it tells of ${listed(tags, 8) || "servers without a tag"}`,
  );
}

const FUTURE = "a time that has not come yet";

/** Refuses evidence in which no server of a group can be trusted to tell what it lacks. */
export function refuseUntold(servers: readonly ReviewedServer[], group: string, asOf: string): void {
  if (servers.some(isTold)) return;
  const counts = new Map<string, number>();
  for (const server of servers) {
    const why = server.class === "unknown" ? `unknown (${server.why ?? ""})` : server.class;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const list = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([why, count]) => `${count} ${why}`);
  const isFuture = servers.some(({ why }) => why === FUTURE);
  const fix = isFuture
    ? "the evidence is younger than that instant: name a later one with --as-of, or look at the clocks"
    : "scan the group (fleet run scan), sync the evidence, and repeat the command";
  throw new RequestError(`no server of ${group} has a whole and fresh scan as of ${asOf}: ${listed(list, 6)}; ${fix}`);
}
