import type { Plan } from "../fleet/plan";
import { describeHold } from "../fleet/schedule/describe-hold";
import { holdsOf } from "../fleet/schedule/hold";
import type { RunTarget } from "./run-target";

/** What the gate is going to ask, as far as the fleet file tells it. */
function gateLines(plan: Plan, ring: string, now: number): string[] {
  const found = plan.rings.find(({ name }) => name === ring);
  const hold = holdsOf(plan.rings.map(({ order }) => order)).at(ring, now);
  return [
    `  calendar   ${hold === null ? "open now, by the fleet file" : `closed now, by the fleet file: ${describeHold(hold)}`}`,
    `  release    ${found?.release.declared.value ?? "not known"}, by the fleet file${found?.release.proved ? "; and what evidence has proved, which only the gate knows" : ""}`,
    "  gate       decides when it runs: held means that nothing is installed or restarted",
  ];
}

/** What is about to be started, for a person to say yes to. `asOf` is the instant of asking, RFC 3339. */
export function confirmationText(plan: Plan, target: RunTarget, asOf: string): string {
  const { operation, group, account, region, runbook, servers, reboot, tagKey } = target;
  return [
    `${operation} ${group.name}, now`,
    `  account    ${account.key} (${account.id})`,
    `  region     ${region}`,
    `  servers    ${servers === null ? "as many as carry the tag; the fleet file does not say" : `${servers} expected`}, ${tagKey}=${group.tag}`,
    `  reboot     ${reboot}`,
    `  runs       ${runbook ?? "AWS-RunPatchBaseline, Operation Scan: it changes nothing on the servers"}`,
    ...(operation === "scan" ? [] : gateLines(plan, group.ring, Date.parse(asOf))),
  ].join("\n");
}
