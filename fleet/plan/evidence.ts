import { NAMES } from "../names";
import { partitionOf, roleArn, type Partition } from "../partition";
import { keepsEvidence } from "../proof";
import { evidence, type EvidenceSettings } from "../schema/evidence";
import type { Fleet } from "../schema/fleet-file";
import type { ApprovalPlan } from "./approval";
import { homeOf } from "./central";
import { planRuns, type EvidenceRuns } from "./evidence-runs";
import type { RingPlan } from "./ring";

/** Where evidence goes: all that a member needs to know of it. */
export interface EvidencePlace {
  /** The bucket's name. */
  readonly bucket: string;
  /** The account that owns it, 12 digits. */
  readonly owner: string;
  /** The bucket's region. */
  readonly region: string;
  /** The organization's id; null for a single account, which shares with nobody. */
  readonly organization: string | null;
}

/** The job that appends to the history once a day. */
export interface HistoryPlan {
  /** The state machine's name. */
  readonly name: string;
  readonly arn: string;
  readonly role: string;
  readonly logGroup: string;
  readonly schedule: string;
  readonly scheduleRole: string;
  /** In the grammar of EventBridge Scheduler, UTC. */
  readonly expression: string;
}

/** What central holds for evidence: the lake. */
export interface EvidencePlan extends EvidencePlace {
  readonly partition: Partition;
  readonly logBucket: string;
  /** The key's alias, without `alias/`. */
  readonly key: string;
  readonly database: string;
  readonly workgroup: string;
  readonly auditorRole: string;
  /** Who may take on the auditor's role, by ARN. */
  readonly auditors: readonly string[];
  /** Days. */
  readonly retention: number;
  /** Days. */
  readonly departed: number;
  /** The most that one query may read, in bytes. */
  readonly scanLimit: number;
  /** Where files come from: the ids and regions of every account, sorted. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** The name of the role that runbooks run under, in every account. */
  readonly runbookRole: string;
  readonly history: HistoryPlan;
  readonly runs: EvidenceRuns;
}

/** Daily, after the night's windows of most zones and before people read. */
const HISTORY_TIME = "cron(0 5 * * ? *)";
const BYTES_A_GIGABYTE = 1_000_000_000;

/** What the file says about evidence, or the defaults where there is an organization; null where none is kept. */
export function evidenceSettings(fleet: Fleet): EvidenceSettings | null {
  return fleet.evidence ?? (keepsEvidence(fleet) ? evidence.parse({}) : null);
}

/** Where evidence goes; null where none is kept. */
export function evidencePlace(fleet: Fleet): EvidencePlace | null {
  if (evidenceSettings(fleet) === null) return null;
  const { account, region } = homeOf(fleet);
  return {
    bucket: NAMES.evidenceBucket(`${account}-${region}`),
    owner: account,
    region,
    organization: fleet.organization?.id ?? null,
  };
}

function historyOf(partition: Partition, account: string, region: string): HistoryPlan {
  return {
    name: NAMES.history,
    arn: `arn:${partition}:states:${region}:${account}:stateMachine:${NAMES.history}`,
    role: NAMES.historyRole,
    logGroup: NAMES.historyLogGroup,
    schedule: NAMES.historySchedule,
    scheduleRole: NAMES.historyScheduleRole,
    expression: HISTORY_TIME,
  };
}

/** An account stands for whoever it lets; a role for itself. Nobody named: the central account. */
function auditorsOf(settings: EvidenceSettings, partition: Partition, account: string): string[] {
  const named = settings.auditors.length > 0 ? settings.auditors : [account];
  return named.map((auditor) => (auditor.startsWith("arn:") ? auditor : `arn:${partition}:iam::${auditor}:root`)).toSorted();
}

/** Decides what central holds for evidence; null where none is kept. */
export function planEvidence(
  fleet: Fleet,
  rings: readonly RingPlan[],
  approvals: readonly ApprovalPlan[] = [],
): EvidencePlan | null {
  const settings = evidenceSettings(fleet);
  const place = evidencePlace(fleet);
  if (settings === null || place === null) return null;
  const { owner: account, region } = place;
  const partition = partitionOf(region);
  const accounts = Object.values(fleet.accounts);
  return {
    ...place,
    partition,
    logBucket: NAMES.evidenceLogBucket(`${account}-${region}`),
    key: NAMES.evidenceKey,
    database: NAMES.evidenceDatabase,
    workgroup: NAMES.evidenceWorkgroup,
    auditorRole: NAMES.auditorRole,
    auditors: auditorsOf(settings, partition, account),
    retention: settings.retention,
    departed: settings.departed,
    scanLimit: settings.scanLimit * BYTES_A_GIGABYTE,
    accounts: accounts.map(({ id }) => id).toSorted(),
    regions: [...new Set(accounts.flatMap(({ regions }) => regions))].toSorted(),
    runbookRole: NAMES.runbookRole,
    history: historyOf(partition, account, region),
    runs: planRuns(fleet, rings, approvals),
  };
}

/** The ARN of the auditor's role. */
export function auditorRoleArn({ partition, owner, auditorRole }: EvidencePlan): string {
  return roleArn(partition, owner, auditorRole);
}
