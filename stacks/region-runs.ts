import type * as pulumi from "@pulumi/pulumi";
import {
  GuardedRestart,
  GuardedRunbook,
  InstallWindow,
  ManifestBucket,
  RestartDocument,
  type InstallWindowRun,
} from "../components/aws";
import { NAMES } from "../fleet/names";
import type { GroupRunPlan } from "../fleet/plan/group-run";
import type { RegionPlan, WindowPlan } from "../fleet/plan/region";
import type { RestartPlan } from "../fleet/plan/restart";
import type { AccountContext } from "./region";
import { installArgsOf, restartArgsOf } from "./runbook-args";

/** What was approved is kept as long as evidence is kept where nobody says otherwise. */
const MANIFEST_DAYS = 400;

/** Whether servers of a region may restart by a run of its own: by a standing window, or by an approval that may come. */
export function mayRestart({ restarts, manifestBucket }: RegionPlan): boolean {
  return restarts.length > 0 || manifestBucket !== null;
}

/** The bucket of a region's manifests with all of them; nothing where none can come. */
export function buildManifests({ account, tags, opts }: AccountContext, plan: RegionPlan): pulumi.Resource[] {
  const { region, manifestBucket: bucketName, manifests } = plan;
  if (bucketName === null) return [];
  const { partition } = account;
  const objects = manifests.map(({ digest, key, text }) => ({ digest, key, text }));
  const args = { region, partition, bucketName, retentionDays: MANIFEST_DAYS, manifests: objects, tags };
  return [new ManifestBucket(`${region}-manifests`, args, opts)];
}

/** The document by which servers of a region restart; nothing where none does by a run of its own. */
export function buildRestartDocument({ tags, opts }: AccountContext, plan: RegionPlan): pulumi.Resource[] {
  const { region } = plan;
  if (!mayRestart(plan)) return [];
  return [new RestartDocument(`${region}-restart`, { region, documentName: NAMES.restartDocument, tags }, opts)];
}

/**
 * A run's runbook. One of an approval is named by it, with a slash, which no group's name can hold: the group's own runbook, or
 * another approval's, may stand beside it.
 */
function buildRunbook(context: AccountContext, region: string, run: GroupRunPlan): InstallWindowRun {
  const { account, member, tags, opts } = context;
  const { group, operation, runbook: runbookName, approval } = run;
  const name = approval === null ? `${region}-${group}` : `${region}-approval/${approval.key}`;
  const common = { region, runbookName, tags };
  const { runbookName: runbook } =
    operation === "restart"
      ? new GuardedRestart(name, { ...restartArgsOf(member, account, region, run), ...common }, opts)
      : new GuardedRunbook(name, { ...installArgsOf(member, account, region, run), ...common }, opts);
  return { key: group, runbook, operation };
}

function buildWindow(
  context: AccountContext,
  region: string,
  name: string,
  window: Omit<WindowPlan, "runs">,
  runs: readonly InstallWindowRun[],
  before: readonly pulumi.Resource[],
) {
  return new InstallWindow(
    name,
    {
      region,
      windowName: window.name,
      description: window.description,
      schedule: window.expression,
      ...(window.offsetDays > 0 ? { offsetDays: window.offsetDays } : {}),
      ...(window.zone === null ? {} : { zone: window.zone }),
      ...(window.endsAt === null ? {} : { endDate: window.endsAt }),
      durationHours: window.durationHours,
      cutoffHours: window.cutoffHours,
      runs,
      windowRole: context.member.identity.windowRole,
      tags: context.tags,
    },
    { ...context.opts, dependsOn: [...context.runRoles, ...before] },
  ).windowId;
}

function buildRestart(context: AccountContext, region: string, run: RestartPlan): InstallWindowRun {
  const { account, member, tags, opts } = context;
  const args = { ...restartArgsOf(member, account, region, run), region, runbookName: run.runbook, tags };
  const { runbookName: runbook } = new GuardedRestart(`${region}-restart/${run.group}`, args, opts);
  return { key: run.group, runbook, operation: "restart" };
}

/**
 * The windows of a region with their runbooks: standing ones, those of live approvals, those for restarts.
 * @param before what must be there before a window may open
 */
export function buildWindows(
  context: AccountContext,
  { region, windows, restarts }: RegionPlan,
  before: readonly pulumi.Resource[],
): pulumi.Output<string>[] {
  const built = (name: string, window: Omit<WindowPlan, "runs">, runs: readonly InstallWindowRun[]) =>
    buildWindow(context, region, name, window, runs, before);
  return [
    ...windows.map((window) => {
      const runs = window.runs.map((run) => buildRunbook(context, region, run));
      return built(window.endsAt === null ? `${region}-${window.key}` : `${region}-approval/${window.key}`, window, runs);
    }),
    ...restarts.map((run) => built(`${region}-restart/${run.group}`, run.window, [buildRestart(context, region, run)])),
  ];
}
