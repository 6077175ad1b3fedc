import type * as pulumi from "@pulumi/pulumi";
import { buildForwarding } from "./forwarding";
import {
  CommandLog,
  DataSync,
  FreezeCalendar,
  GuardedRunbook,
  HostManagement,
  HybridTier,
  InstallWindow,
  Inventory,
  PatchBaselines,
  PatchFindings,
  Scan,
  UpdatersOff,
} from "../components/aws";
import { NAMES } from "../fleet/names";
import { PREDEFINED } from "../fleet/predefined";
import type { GroupRunPlan } from "../fleet/plan/group-run";
import type { MemberPlan } from "../fleet/plan/member";
import type { RegionPlan, WindowPlan } from "../fleet/plan/region";
import type { AccountPlan } from "../fleet/plan/stack";

/** What the regions of an account share. */
export interface AccountContext {
  readonly account: AccountPlan;
  readonly member: MemberPlan;
  readonly tags: Readonly<Record<string, string>>;
  readonly hostManagementRole: pulumi.Input<string>;
  /** The roles of runs: a window waits for them, because it knows them by ARN only. */
  readonly runRoles: readonly pulumi.Resource[];
  /** The role under which events go to central, by ARN; null where nobody is told of anything. */
  readonly forwardRole: pulumi.Input<string> | null;
  /** What holds the evidence, where this stack makes it: a data sync is refused by a bucket that is not ready. */
  readonly evidence: readonly pulumi.Resource[];
  readonly opts: pulumi.ComponentResourceOptions;
}

/** Where a run of this account, region and ring leaves its record. */
function recordOf({ account, member: { evidence } }: AccountContext, region: string, ring: string) {
  if (evidence === null) return {};
  const { bucket, owner: bucketOwner, region: bucketRegion } = evidence;
  return { record: { bucket, bucketOwner, bucketRegion, account: account.id, region, ring } };
}

function buildRunbook(context: AccountContext, region: string, run: GroupRunPlan): GuardedRunbook {
  const { member, tags, opts } = context;
  return new GuardedRunbook(
    `${region}-${run.group}`,
    {
      region,
      runbookName: run.runbook,
      group: run.tag,
      tagKey: member.tagKey,
      reboot: run.reboot,
      concurrency: run.concurrency,
      errors: run.errors,
      servers: run.servers ?? 0,
      calendars: [run.calendar],
      releases: [run.declared, ...(run.proved === null ? [] : [run.proved])],
      home: member.home.region,
      role: member.identity.runbookRole,
      logGroup: NAMES.logGroup,
      timeoutSeconds: run.capacity.timeoutSeconds,
      stepTimeoutSeconds: run.capacity.stepTimeoutSeconds,
      ...recordOf(context, region, run.ring),
      tags,
    },
    opts,
  );
}

function buildWindow(context: AccountContext, region: string, window: WindowPlan, calendars: readonly pulumi.Resource[]) {
  const runs = window.runs.map((run) => ({ key: run.group, runbook: buildRunbook(context, region, run).runbookName }));
  return new InstallWindow(
    `${region}-${window.key}`,
    {
      region,
      windowName: window.name,
      description: window.description,
      schedule: window.expression,
      ...(window.offsetDays > 0 ? { offsetDays: window.offsetDays } : {}),
      ...(window.zone === null ? {} : { zone: window.zone }),
      durationHours: window.durationHours,
      cutoffHours: window.cutoffHours,
      runs,
      windowRole: context.member.identity.windowRole,
      tags: context.tags,
    },
    { ...context.opts, dependsOn: [...context.runRoles, ...calendars] },
  );
}

function buildDataSync({ member: { evidence }, evidence: holder, opts }: AccountContext, region: string): void {
  if (evidence === null) return;
  new DataSync(
    `${region}-evidence`,
    {
      region,
      syncName: NAMES.evidenceSync,
      bucketName: evidence.bucket,
      bucketRegion: evidence.region,
      sharedByOrganization: evidence.organization !== null,
    },
    { ...opts, dependsOn: [...holder] },
  );
}

/** What an execution account holds in one region. */
export function buildRegion(context: AccountContext, plan: RegionPlan): void {
  const { account, member, tags, opts } = context;
  const { region } = plan;
  const place = { region, account: account.id, partition: account.partition };
  new CommandLog(`${region}-log`, { region, logGroupName: NAMES.logGroup, tags }, opts);
  new PatchBaselines(
    `${region}-patch`,
    {
      region,
      baselines: plan.baselines,
      predefined: plan.predefined.flatMap((name) => {
        const system = PREDEFINED[name];
        return system ? [{ name, system }] : [];
      }),
      registrations: plan.registrations,
      defaults: plan.defaults,
      tags,
    },
    opts,
  );
  new Scan(`${region}-scan`, { region, associationName: NAMES.scan, schedule: member.scan.expression, tags }, opts);
  new UpdatersOff(`${region}-updaters-off`, { region, documentName: NAMES.updatersOff, tags }, opts);
  new Inventory(`${region}-inventory`, { region, associationName: NAMES.inventory, tags }, opts);
  buildDataSync(context, region);
  new HostManagement(`${region}-host-management`, { ...place, roleName: context.hostManagementRole }, opts);
  if (plan.tier) new HybridTier(`${region}-hybrid-tier`, place, opts);
  const calendars = plan.calendars.map(
    ({ key, name, text }) => new FreezeCalendar(`${region}-${key}`, { region, calendarName: name, text, tags }, opts),
  );
  // What an approval installs has a runbook of its own kind.
  const standing = plan.windows.filter(({ endsAt }) => endsAt === null);
  const windows = standing.map((window) => buildWindow(context, region, window, calendars).windowId);
  buildForwarding(context, region, windows);
  if (member.findings) new PatchFindings(`${region}-findings`, place, opts);
}
