import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NOTHING_EXPECTED } from "../../evidence/expected";
import type { HealthQuestion } from "../../evidence/sql/health";
import type { Expected, Inputs } from "../../evidence/sql/inputs";
import type { EvidenceRuns } from "../../fleet/plan/evidence-runs";
import { ACCOUNT, COMPLIANT, REGION, writeSync, type SyncServer } from "./sync";

const US = "us-east-1";
const EU_PLACE = { accountid: ACCOUNT, region: REGION, patchgroup: "web-dev", ring: "dev" };
const US_PLACE = { ...EU_PLACE, region: US };

/** Two hours before the ring's window; five days before that lies the window of the ring before. */
export const ASKED = "2026-11-29T00:00:00Z";
export const OPEN = "open until 2026-11-29T06:00:00Z";

/** The ring before is dev, whose automatic group installs in two places. */
export const HEALTH: HealthQuestion = {
  ring: "prod",
  before: "dev",
  soakHours: 120,
  patched: 90,
  schedules: ["dev"],
  aheadHours: 3,
};

const EXPECTED: Expected = {
  ...NOTHING_EXPECTED,
  tagKey: "PatchGroup",
  groups: [REGION, US].flatMap((region) => [
    { account: ACCOUNT, region, group: "web", tag: "web-dev", ring: "dev", pendingReboot: 24 },
    { account: ACCOUNT, region, group: "vault", tag: "vault", ring: "dev", pendingReboot: 24 },
  ]),
};

const record = (at: { readonly region: string }, given: object = {}) => ({
  ...EU_PLACE,
  region: at.region,
  execution: `e-${at.region}`,
  runbook: "fleet-install-web",
  started: "2026-11-22T01:00:20Z",
  ended: "2026-11-22T02:00:00Z",
  outcome: "succeeded",
  expected: "5",
  finished: "5",
  failed: "0",
  ...given,
});
const EU = record({ region: REGION });
const USA = record({ region: US });

const server = (id: string, region = REGION, group = "web-dev"): SyncServer => ({
  id,
  region,
  files: {
    ...COMPLIANT,
    "AWS:Tag": [{ Key: "PatchGroup", Value: group }],
  },
});
const servers = (count: number, region = REGION, group = "web-dev"): SyncServer[] =>
  Array.from({ length: count }, (_, place) => server(`i-${group}-${region}-${place}`, region, group));

const count = (number: number, account: string | null, region: string | null, group = "web", tag = "web-dev") => ({
  counts: [{ account, region, group, tag, servers: number }],
});

/** What stands in the evidence, and what the ring's release is then. */
export interface HealthCase {
  readonly name: string;
  readonly want: string;
  readonly records?: readonly object[];
  readonly servers?: readonly SyncServer[];
  readonly counts?: Pick<Expected, "counts">;
  readonly question?: Partial<HealthQuestion>;
  readonly asked?: string;
}

const WINDOW = " (window of 2026-11-29T02:00:00Z)";
const prove = (runs: string) => `held: ${runs} runs of ring dev prove nothing: web in ${ACCOUNT} ${REGION}: `;
const DUE = "its run of 2026-11-22T01:00:00Z";
const wanted = (finished: number, of: number, share: number) =>
  `held: ${finished} of ${of} servers of ring dev finished, ${share} %, wanted 90 %${WINDOW}`;

/** Every case, with its truth by hand. */
export const HEALTH_CASES: readonly HealthCase[] = [
  { name: "every run succeeded", want: OPEN },
  { name: "one of ten servers failed", records: [{ ...EU, outcome: "failed", finished: "4" }, USA], want: OPEN },
  { name: "two of ten failed", records: [{ ...EU, outcome: "failed", finished: "3" }, USA], want: wanted(8, 10, 80) },
  { name: "a run left no record", records: [USA], want: `${prove("1 of 2")}no record of ${DUE}${WINDOW}` },
  {
    name: "a run was held",
    records: [{ ...EU, outcome: "held", expected: "5", finished: "0" }, USA],
    want: `${prove("1 of 2")}${DUE} was held${WINDOW}`,
  },
  {
    name: "a run counted no servers",
    records: [{ ...EU, expected: "", finished: "" }, USA],
    want: `${prove("1 of 2")}${DUE} counted no servers${WINDOW}`,
  },
  {
    name: "a small place failed as a whole",
    records: [
      { ...EU, outcome: "failed", expected: "1", finished: "0" },
      { ...USA, expected: "99", finished: "99" },
    ],
    want: `${prove("1 of 2")}${DUE} failed as a whole${WINDOW}`,
  },
  {
    name: "a record is damaged",
    records: [{ ...EU, outcome: "fine" }, USA],
    want: `${prove("1 of 2")}${DUE} has no outcome${WINDOW}`,
  },
  { name: "both records are gone", records: [], want: `${prove("2 of 2")}no record of ${DUE}${WINDOW}` },
  {
    name: "only the run of the week before is there",
    records: [{ ...EU, started: "2026-11-15T01:00:20Z" }, USA],
    want: `${prove("1 of 2")}no record of ${DUE}${WINDOW}`,
  },
  {
    name: "it was installed again by hand, a soak ago",
    records: [{ ...EU, outcome: "failed", finished: "0" }, { ...EU, execution: "e-2", started: "2026-11-24T01:00:00Z" }, USA],
    want: OPEN,
  },
  {
    name: "it was installed again by hand, too late for the soak",
    records: [{ ...EU, outcome: "failed", finished: "0" }, { ...EU, execution: "e-2", started: "2026-11-24T02:00:01Z" }, USA],
    want: `${prove("1 of 2")}${DUE} failed as a whole${WINDOW}`,
  },
  {
    name: "a restart came after a failed install",
    records: [
      { ...EU, outcome: "failed", finished: "0" },
      { ...EU, execution: "e-2", runbook: "fleet-restart-web", started: "2026-11-22T03:00:00Z" },
      USA,
    ],
    want: `${prove("1 of 2")}${DUE} failed as a whole${WINDOW}`,
  },
  {
    name: "servers are known that did not answer",
    servers: [...servers(7), ...servers(5, US)],
    want: wanted(10, 12, 83),
  },
  { name: "servers of a review group are known", servers: servers(9, REGION, "vault"), want: OPEN },
  { name: "servers are expected in a place and not there", counts: count(7, ACCOUNT, REGION), want: wanted(10, 12, 83) },
  { name: "servers are expected somewhere and not there", counts: count(12, null, null), want: wanted(10, 12, 83) },
  { name: "servers of another group are expected", counts: count(12, null, null, "vault", "vault"), want: OPEN },
  {
    name: "the ring before has no server at all",
    records: [
      { ...EU, expected: "0", finished: "0" },
      { ...USA, expected: "0", finished: "0" },
    ],
    want: `held: ring dev has no server that could prove it${WINDOW}`,
  },
  {
    name: "the ring before has no automatic group",
    question: { schedules: [] },
    want: `held: ring dev has no automatic group whose runs could prove it${WINDOW}`,
  },
  {
    name: "the soak is longer than the ring before is old",
    question: { soakHours: 720 },
    want: `${prove("2 of 2")}no run of it was due so long ago${WINDOW}`,
  },
  { name: "a soak of exactly the time since then", question: { soakHours: 165 }, want: OPEN },
  {
    name: "a soak of an hour more",
    question: { soakHours: 166 },
    records: [
      { ...EU, started: "2026-11-15T01:00:20Z" },
      { ...USA, started: "2026-11-15T01:00:20Z" },
    ],
    want: OPEN,
  },
  {
    name: "the window is more than three hours away",
    asked: "2026-11-28T22:59:59Z",
    want: "none: no window of ring prod begins within 3 hours",
  },
  { name: "the window has begun", asked: "2026-11-29T02:00:00Z", want: "none: no window of ring prod begins within 3 hours" },
  {
    name: "a ring's name has a quote",
    question: { before: "d'ev", schedules: [] },
    want: `held: ring d'ev has no automatic group whose runs could prove it${WINDOW}`,
  },
];

const PLACES = [
  ...[EU_PLACE, US_PLACE].map((place) => ({ schedule: "dev", ...place, hours: "4" })),
  { schedule: "2026-11-20-vault", ...EU_PLACE, patchgroup: "vault", hours: "2" },
  { schedule: "prod", ...EU_PLACE, patchgroup: "web-prod", ring: "prod", hours: "4" },
];
const starts = (schedule: string, days: readonly string[], time: string) => ({
  schedule,
  starts: days.map((day) => `2026-11-${day}T${time}Z`),
});

/** The runs that are expected in every case. */
export const HEALTH_RUNS: EvidenceRuns = {
  places: PLACES,
  starts: [
    starts("dev", ["08", "15", "22", "29"], "01:00:00"),
    starts("2026-11-20-vault", ["20"], "01:00:00"),
    starts("prod", ["15", "22", "29"], "02:00:00"),
  ],
};

/** The records of a case. */
export function healthRecords({ records = [EU, USA] }: HealthCase): readonly object[] {
  return records;
}

/** Writes the evidence of a case below a folder. */
export function writeHealth(folder: string, which: HealthCase): void {
  const put = (name: string, rows: readonly object[]) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  };
  writeSync(folder, which.servers ?? servers(1, US, "other"));
  put("runs/places/a.json", HEALTH_RUNS.places);
  put(
    "runs/starts/a.json",
    HEALTH_RUNS.starts.flatMap(({ schedule, starts: all }) => all.map((start) => ({ schedule, starts: start }))),
  );
  put("runs/records/a.json", healthRecords(which));
}

/** What is asked in a case. */
export function healthInputs({ asked = ASKED, counts }: HealthCase): Inputs {
  return { asOf: asked, expected: { ...EXPECTED, ...counts } };
}
