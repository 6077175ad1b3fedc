import type * as pulumi from "@pulumi/pulumi";
import { NodeIdentity, RunIdentity } from "../components/aws";
import type { Expected } from "../evidence/sql/inputs";
import { NAMES } from "../fleet/names";
import { parameterArn } from "../fleet/partition";
import type { GroupRunPlan } from "../fleet/plan/group-run";
import type { RestartPlan } from "../fleet/plan/restart";
import type { MemberStack } from "../fleet/plan/stack";
import { buildCentral } from "./central";
import { buildForwardRole } from "./forwarding";
import { requirePublished } from "./published";
import { buildRegion } from "./region";
import { mayRestart } from "./region-runs";

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}

/**
 * What the account's runbooks ask and reach. Where an approval may come it covers what any of them could need: an approval's window
 * ends by the clock, and no role may change with it.
 */
function reachOf({ account, member }: MemberStack, runs: readonly (GroupRunPlan | RestartPlan)[]) {
  if (!member.regions.some(({ manifestBucket }) => manifestBucket !== null))
    return {
      calendars: unique(runs.map((run) => run.calendar)),
      releases: unique(runs.flatMap((run) => [run.declared, ...(run.proved === null ? [] : [run.proved])])),
      groups: unique(runs.map((run) => run.tag)),
    };
  const home = { ...member.home, partition: account.partition };
  return {
    calendars: [NAMES.calendar("*")],
    releases: [parameterArn(home, NAMES.rings)],
    groups: unique(member.regions.flatMap(({ registrations }) => registrations.map(({ tag }) => tag))),
  };
}

/** The roles of an account's runs; none where nothing installs or restarts, by schedule or by approval. */
function buildRunIdentity(
  stack: MemberStack,
  runs: readonly (GroupRunPlan | RestartPlan)[],
  opts: pulumi.ComponentResourceOptions,
) {
  const { account, member, tags } = stack;
  const restarts = member.regions.some(mayRestart);
  if (runs.length === 0 && !restarts) return [];
  const identity = new RunIdentity(
    "runs",
    {
      account: account.id,
      partition: account.partition,
      windowRoleName: NAMES.windowRole,
      runbookRoleName: NAMES.runbookRole,
      // All of the fleet's own, by their beginning: named one by one, those of sixty groups no longer fit a role.
      runbooks: [NAMES.runbook("*"), ...(restarts ? [NAMES.restart("*")] : [])],
      ...reachOf(stack, runs),
      tagKey: member.tagKey,
      ...(restarts ? { restartDocument: NAMES.restartDocument } : {}),
      manifestBuckets: manifestBuckets(stack),
      ...(member.evidence === null ? {} : { records: { ...member.evidence, bucketName: member.evidence.bucket } }),
      tags,
    },
    opts,
  );
  return [identity];
}

/** By their beginning: a region that the account gains later changes no role. */
function manifestBuckets({ account, member }: MemberStack): string[] {
  const some = member.regions.some(({ manifestBucket }) => manifestBucket !== null);
  return some ? [NAMES.manifestBucket(`${account.id}-*`)] : [];
}

/** What an execution account holds: its roles once, and in each region what its servers need. */
export async function buildMember(
  stack: MemberStack,
  central: string,
  expected: Expected,
  provider: pulumi.ProviderResource,
): Promise<void> {
  const { account, member, tags } = stack;
  const opts = { providers: [provider] };
  await requirePublished(member.published, member.home, central, provider);
  const evidence = stack.central ? buildCentral(stack.central, expected, tags, opts) : [];
  const nodes = new NodeIdentity(
    "nodes",
    {
      account: account.id,
      partition: account.partition,
      nodePolicyName: NAMES.nodePolicy,
      instanceRoleName: NAMES.instanceRole,
      hostManagementRoleName: NAMES.hostManagementRole,
      logGroupName: NAMES.logGroup,
      manifestBuckets: manifestBuckets(stack),
      tags,
    },
    opts,
  );
  const runs = member.regions.flatMap((region) => [...region.windows.flatMap((window) => window.runs), ...region.restarts]);
  const runRoles = buildRunIdentity(stack, runs, opts);
  const forwardRole = buildForwardRole(stack, opts);
  const hostManagementRole = nodes.hostManagementRoleName;
  const context = { account, member, tags, forwardRole, hostManagementRole, runRoles, evidence, opts };
  for (const region of member.regions) buildRegion(context, region);
}
