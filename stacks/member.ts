import type * as pulumi from "@pulumi/pulumi";
import { buildCentral } from "./central";
import { requirePublished } from "./published";
import { buildForwardRole } from "./forwarding";
import { buildRegion } from "./region";
import type { Expected } from "../evidence/sql/inputs";
import { NodeIdentity, RunIdentity } from "../components/aws";
import { NAMES } from "../fleet/names";
import type { GroupRunPlan } from "../fleet/plan/group-run";
import type { MemberStack } from "../fleet/plan/stack";

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}

/** The roles of an account's runs; none where no group installs by schedule. */
function buildRunIdentity(
  { account, member, tags }: MemberStack,
  runs: readonly GroupRunPlan[],
  opts: pulumi.ComponentResourceOptions,
) {
  if (runs.length === 0) return [];
  const identity = new RunIdentity(
    "runs",
    {
      account: account.id,
      partition: account.partition,
      windowRoleName: NAMES.windowRole,
      runbookRoleName: NAMES.runbookRole,
      // All of the fleet's own, by their beginning: named one by one, those of sixty groups no longer fit a role.
      runbooks: [NAMES.runbook("*")],
      calendars: unique(runs.map((run) => run.calendar)),
      releases: unique(runs.flatMap((run) => [run.declared, ...(run.proved === null ? [] : [run.proved])])),
      tagKey: member.tagKey,
      groups: unique(runs.map((run) => run.tag)),
      ...(member.evidence === null ? {} : { records: { ...member.evidence, bucketName: member.evidence.bucket } }),
      tags,
    },
    opts,
  );
  return [identity];
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
      tags,
    },
    opts,
  );
  const runs = member.regions.flatMap((region) => region.windows.flatMap((window) => window.runs));
  const runRoles = buildRunIdentity(stack, runs, opts);
  const forwardRole = buildForwardRole(stack, opts);
  const hostManagementRole = nodes.hostManagementRoleName;
  const context = { account, member, tags, forwardRole, hostManagementRole, runRoles, evidence, opts };
  for (const region of member.regions) buildRegion(context, region);
}
