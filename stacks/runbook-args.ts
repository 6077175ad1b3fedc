import type { InstallRunbookArgs } from "../components/aws/runbooks/install";
import type { RestartRunbookArgs } from "../components/aws/runbooks/restart";
import type { ManifestArgs, RecordArgs, RunArgs } from "../components/aws/runbooks/steps";
import { NAMES } from "../fleet/names";
import type { GroupRunPlan } from "../fleet/plan/group-run";
import type { MemberPlan } from "../fleet/plan/member";
import type { RestartPlan } from "../fleet/plan/restart";
import type { AccountPlan } from "../fleet/plan/stack";

/** Where a run of this account, region and ring leaves its record; nothing where no evidence is kept. */
function recordOf({ evidence }: MemberPlan, account: AccountPlan, region: string, ring: string): { record?: RecordArgs } {
  if (evidence === null) return {};
  const { bucket, owner: bucketOwner, region: bucketRegion } = evidence;
  return { record: { bucket, bucketOwner, bucketRegion, account: account.id, region, ring } };
}

function runArgsOf(member: MemberPlan, account: AccountPlan, region: string, run: GroupRunPlan | RestartPlan): RunArgs {
  return {
    group: run.tag,
    tagKey: member.tagKey,
    concurrency: run.concurrency,
    servers: run.servers ?? 0,
    calendars: [run.calendar],
    releases: [run.declared],
    ...(run.proved === null ? {} : { proved: run.proved }),
    ...("approval" in run && run.approval ? { expires: run.approval.expires } : {}),
    home: member.home.region,
    role: member.identity.runbookRole,
    logGroup: NAMES.logGroup,
    timeoutSeconds: run.capacity.timeoutSeconds,
    stepTimeoutSeconds: run.capacity.stepTimeoutSeconds,
    ...recordOf(member, account, region, run.ring),
  };
}

function manifestOf({ manifest }: GroupRunPlan, account: AccountPlan): { manifest?: ManifestArgs } {
  if (manifest === null) return {};
  const { bucket, key, digest, address } = manifest;
  return { manifest: { bucket, bucketOwner: account.id, key, digest, address } };
}

/** What the runbook by which a group installs in one place is made of: plain data, the same for the same plan. */
export function installArgsOf(member: MemberPlan, account: AccountPlan, region: string, run: GroupRunPlan): InstallRunbookArgs {
  const { reboot, errors } = run;
  return { ...runArgsOf(member, account, region, run), reboot, errors, ...manifestOf(run, account) };
}

/** What the runbook by which a group's servers restart in one place is made of, by an approval or by a standing window. */
export function restartArgsOf(
  member: MemberPlan,
  account: AccountPlan,
  region: string,
  run: GroupRunPlan | RestartPlan,
): RestartRunbookArgs {
  return { ...runArgsOf(member, account, region, run), document: NAMES.restartDocument, waves: run.waves };
}
