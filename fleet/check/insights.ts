import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

/** Security Hub takes this many insights in an account and region. @see quotas of Security Hub */
const MOST_INSIGHTS = 100;

/** More groups than Security Hub can show. */
export function insights(fleet: Fleet): Finding[] {
  const groups = Object.keys(fleet.groups).length;
  if (!fleet.securityHub.findings || groups <= MOST_INSIGHTS) return [];
  const want = `at most ${MOST_INSIGHTS} groups, as Security Hub takes ${MOST_INSIGHTS} insights`;
  return [{ path: ["securityHub", "findings"], got: `${groups} groups`, want, fix: "Write `findings: false`." }];
}
