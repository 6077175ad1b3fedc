import type { HealthQuestion } from "../evidence/sql/health";
import type { EvidenceRuns, SchedulePlace } from "../fleet/plan/evidence-runs";
import { rfc3339 } from "../fleet/schedule/rfc3339";

/** What a run left behind, as far as health asks for it. Instants in milliseconds since 1970. */
export interface RunRecord {
  readonly accountid: string;
  readonly region: string;
  readonly patchgroup: string;
  readonly runbook: string;
  readonly started: number;
  readonly outcome: string | null;
  /** Null where they could not be counted. */
  readonly expected: number | null;
  readonly finished: number | null;
}

/** Everything that the question reads. */
export interface Evidence {
  readonly runs: EvidenceRuns;
  readonly records: readonly RunRecord[];
  /** How many servers are known of a group in a place, or are missed there. */
  known(place: Pick<SchedulePlace, "accountid" | "region" | "patchgroup">): number;
  /** How many servers of a group are missed nobody knows where, by the group's tag. */
  missed(patchgroup: string): number;
}

const HOUR = 3_600_000;
const EARLY = 300_000;

/** The starts of each schedule, in milliseconds: read once for each evidence. */
const READ = new WeakMap<EvidenceRuns, ReadonlyMap<string, readonly number[]>>();
function startsOf(runs: EvidenceRuns): ReadonlyMap<string, readonly number[]> {
  const known = READ.get(runs);
  if (known) return known;
  const read = new Map(runs.starts.map(({ schedule, starts }) => [schedule, starts.map((start) => Date.parse(start))]));
  READ.set(runs, read);
  return read;
}

/** The last of sorted numbers that is not above a limit. */
function lastUpTo(numbers: readonly number[], limit: number): number | undefined {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return numbers[low - 1];
}

/** The windows of a ring that begin soon: the first start and the last end. */
function coming({ ring, aheadHours }: HealthQuestion, { runs }: Evidence, asked: number) {
  const near = runs.places.flatMap((place) => {
    const starts = place.ring === ring ? (startsOf(runs).get(place.schedule) ?? []) : [];
    const start = lastUpTo(starts, asked + aheadHours * HOUR);
    // Two starts of one schedule within hours cannot be: a window starts once a day.
    return start !== undefined && start > asked ? [{ start, ends: start + Number(place.hours) * HOUR }] : [];
  });
  if (near.length === 0) return null;
  return { starts: Math.min(...near.map(({ start }) => start)), closes: Math.max(...near.map(({ ends }) => ends)) };
}

function whyNot(due: number | undefined, record: RunRecord | undefined): string | null {
  if (due === undefined) return "no run of it was due so long ago";
  const run = `its run of ${rfc3339(due)}`;
  if (!record) return `no record of ${run}`;
  if (record.outcome === "held") return `${run} was held`;
  if (record.outcome !== "succeeded" && record.outcome !== "failed") return `${run} has no outcome`;
  if (record.expected === null || record.finished === null) return `${run} counted no servers`;
  return record.outcome === "failed" && record.finished === 0 ? `${run} failed as a whole` : null;
}

interface Judged {
  readonly patchgroup: string;
  readonly where: string;
  readonly why: string | null;
  readonly finished: number;
  readonly known: number;
  readonly most: number;
}

function judge(question: HealthQuestion, evidence: Evidence, soaked: number): Judged[] {
  const placed = evidence.runs.places.filter(({ schedule }) => question.schedules.includes(schedule));
  return placed.map((place) => {
    const starts = startsOf(evidence.runs).get(place.schedule) ?? [];
    const due = lastUpTo(starts, soaked - Number(place.hours) * HOUR);
    const record = evidence.records
      .filter(
        (each) =>
          each.accountid === place.accountid &&
          each.region === place.region &&
          each.patchgroup === place.patchgroup &&
          each.runbook.startsWith("fleet-install-") &&
          due !== undefined &&
          each.started >= due - EARLY &&
          each.started <= soaked,
      )
      .reduce<RunRecord | undefined>(
        (last, each) => (last === undefined || each.started > last.started ? each : last),
        undefined,
      );
    const known = evidence.known(place);
    return {
      patchgroup: place.patchgroup,
      where: `${place.patchgroup} in ${place.accountid} ${place.region}`,
      why: whyNot(due, record),
      finished: record?.finished ?? 0,
      known,
      most: Math.max(record?.expected ?? 0, known),
    };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** How many servers a group has by whoever knows of most. */
function serversOf(judged: readonly Judged[], evidence: Evidence): number {
  const groups = [...new Set(judged.map(({ patchgroup }) => patchgroup))];
  return sum(
    groups.map((group) => {
      const own = judged.filter(({ patchgroup }) => patchgroup === group);
      return Math.max(sum(own.map(({ most }) => most)), sum(own.map(({ known }) => known)) + evidence.missed(group));
    }),
  );
}

/** The question of `evidence/sql/health` once more, in TypeScript: tests compare both. Groups are told by their tag here. */
export function health(question: HealthQuestion, evidence: Evidence, asked: number): string {
  const { ring, before, soakHours, patched, aheadHours } = question;
  const next = coming(question, evidence, asked);
  if (next === null) return `none: no window of ring ${ring} begins within ${aheadHours} hours`;
  const judged = judge(question, evidence, next.starts - soakHours * HOUR);
  const window = `(window of ${rfc3339(next.starts)})`;
  if (judged.length === 0) return `held: ring ${before} has no automatic group whose runs could prove it ${window}`;
  const unproved = judged.filter(({ why }) => why !== null);
  const [first] = unproved.map(({ where, why }) => `${where}: ${why}`).toSorted();
  if (first !== undefined)
    return `held: ${unproved.length} of ${judged.length} runs of ring ${before} prove nothing: ${first.slice(0, 500)} ${window}`;
  const servers = serversOf(judged, evidence);
  if (servers === 0) return `held: ring ${before} has no server that could prove it ${window}`;
  const finished = sum(judged.map((each) => each.finished));
  if (finished * 1000 >= servers * Math.round(patched * 10)) return `open until ${rfc3339(next.closes)}`;
  const share = Math.floor((finished * 100) / servers);
  return `held: ${finished} of ${servers} servers of ring ${before} finished, ${share} %, wanted ${patched} % ${window}`;
}
