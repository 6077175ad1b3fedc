import type * as pulumi from "@pulumi/pulumi";
import {
  CommandLog,
  DataSync,
  FreezeCalendar,
  HostManagement,
  HybridTier,
  Inventory,
  PatchBaselines,
  PatchFindings,
  Scan,
  UpdatersOff,
} from "../components/aws";
import { NAMES } from "../fleet/names";
import type { MemberPlan } from "../fleet/plan/member";
import type { RegionPlan } from "../fleet/plan/region";
import type { AccountPlan } from "../fleet/plan/stack";
import { PREDEFINED } from "../fleet/predefined";
import { buildForwarding } from "./forwarding";
import { buildManifests, buildRestartDocument, buildWindows } from "./region-runs";

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
  const manifests = buildManifests(context, plan);
  const before = [...calendars, ...manifests, ...buildRestartDocument(context, plan)];
  const windows = buildWindows(context, plan, before);
  buildForwarding(context, region, windows);
  if (member.findings) new PatchFindings(`${region}-findings`, place, opts);
}
