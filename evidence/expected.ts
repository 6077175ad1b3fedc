import type { Plan } from "../fleet/plan";
import { endedSystems } from "./ended-systems";
import type { Expected } from "./sql/inputs";

/** Without a fleet file the expected servers are those in the data; which systems have ended is known all the same. */
export const NOTHING_EXPECTED: Expected = {
  tagKey: null,
  groups: [],
  counts: [],
  machines: [],
  rings: [],
  ended: endedSystems(),
};

/** What a plan expects to be there: the groups' servers by count, Azure's machines by name. */
export function expectedOf(plan: Plan): Expected {
  const ids = new Map(plan.stacks.map(({ account }) => [account.key, account.id]));
  // A count for several places of one account is that account's.
  const onlyOne = (accounts: readonly string[]) => (new Set(accounts).size === 1 ? (accounts[0] ?? null) : null);
  const idOf = (account: string | null) => (account === null ? null : (ids.get(account) ?? account));
  return {
    tagKey: plan.tagKey,
    groups: plan.groups.flatMap(({ name, tag, ring, places, pendingReboot }) =>
      places.map(({ account, region }) => ({ account: idOf(account) ?? account, region, group: name, tag, ring, pendingReboot })),
    ),
    counts: plan.groups.flatMap(({ name, tag, places, counts }) =>
      counts.map(({ account, region, servers }) => ({
        account: idOf(account ?? onlyOne(places.map((place) => place.account))),
        region,
        group: name,
        tag,
        servers,
      })),
    ),
    machines: plan.stacks.flatMap((stack) =>
      stack.kind === "hybrid"
        ? (stack.hybrid.azure?.machines ?? []).map(({ name }) => ({
            account: stack.account.id,
            region: stack.hybrid.region,
            tag: stack.hybrid.tag,
            name,
          }))
        : [],
    ),
    rings: plan.rings.map(({ name, after }) => ({ ring: name, before: after })),
    ended: endedSystems(),
  };
}
