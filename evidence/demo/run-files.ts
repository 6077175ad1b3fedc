import { Temporal } from "temporal-polyfill";
import type { Plan } from "../../fleet/plan";
import { ringRuns } from "../../fleet/schedule/ring-runs";
import type { DemoFile } from "./files";
import { DAY, iso, PAST } from "./instant";
import type { DemoPlace } from "./place";
import { startedAt } from "./run";
import type { Demo } from "./server";

function lines(records: readonly Readonly<Record<string, string>>[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** One file a run that happened, as a runbook's last step writes it. */
function recordFiles(place: DemoPlace): DemoFile[] {
  const { account, region, group } = place;
  return place.runs
    .filter(({ outcome }) => outcome !== "missed")
    .map((run) => ({
      path: `runs/records/accountid=${account}/region=${region}/${run.execution}.json`,
      text: lines([
        {
          execution: run.execution,
          accountid: account,
          region,
          patchgroup: group.tag,
          ring: group.ring,
          runbook: `fleet-install-${group.name}`,
          started: startedAt(run),
          ended: iso(run.ended),
          outcome: run.outcome,
          why: run.why,
          expected: String(place.servers),
          finished: String(run.outcome === "held" ? 0 : place.servers - run.failed),
          failed: String(run.failed),
          approved: "",
          leftout: "",
          unapproved: "",
        },
      ]),
    }));
}

/** The key of the window in which a group installs. */
function windowOf(plan: Plan, group: string): { readonly key: string; readonly durationHours: number } | undefined {
  return plan.rings.flatMap(({ windows }) => windows).find(({ groups }) => groups.includes(group));
}

/** The starts of the windows around the demo's instant, where they install, and what became of those that are past. */
export function runFiles(demo: Demo, plan: Plan): DemoFile[] {
  const from = Temporal.Instant.fromEpochMilliseconds(demo.asOf - PAST);
  const until = Temporal.Instant.fromEpochMilliseconds(demo.asOf + 60 * DAY);
  const rings = plan.rings.map(({ order }) => order);
  const starts = ringRuns(rings, from, until).map(({ window, start }) => ({ schedule: window, starts: start.toString() }));
  const places = demo.places.flatMap(({ account, region, group }) => {
    const window = windowOf(plan, group.name);
    if (window === undefined) return [];
    const hours = String(window.durationHours);
    return [{ schedule: window.key, accountid: account, region, patchgroup: group.tag, ring: group.ring, hours }];
  });
  return [
    ...demo.places.flatMap(recordFiles),
    { path: "runs/starts/starts.json", text: lines(starts) },
    { path: "runs/places/places.json", text: lines(places) },
  ];
}
