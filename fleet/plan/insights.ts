import { sortedKeys } from "../places";
import type { Fleet } from "../schema/fleet-file";

/** What Security Hub in central shows: the servers of each group that lack patches. */
export interface InsightsPlan {
  readonly tagKey: string;
  readonly insights: readonly { readonly key: string; readonly name: string; readonly tag: string }[];
}

/** Decides the insights; null where Security Hub is not wished. */
export function planInsights(fleet: Fleet): InsightsPlan | null {
  if (!fleet.securityHub.findings) return null;
  return {
    tagKey: fleet.tagKey,
    insights: sortedKeys(fleet.groups).map((group) => ({
      key: group,
      name: `Fleet: servers of ${group} that lack patches`,
      tag: fleet.groups[group]?.tag ?? group,
    })),
  };
}
