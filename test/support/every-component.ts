import type * as pulumi from "@pulumi/pulumi";
import {
  CommandLog,
  FreezeCalendar,
  GuardedRunbook,
  HostManagement,
  HybridActivation,
  HybridTier,
  InstallWindow,
  Inventory,
  NodeIdentity,
  OrganizationShare,
  PatchBaselines,
  PublishedParameters,
  RunIdentity,
  Scan,
  SharedBaseline,
  UpdatersOff,
} from "../../components/aws";
import { definitionOf } from "../../fleet/definition";
import { parameterArn, partitionOf } from "../../fleet/partition";
import { baseline } from "../../fleet/schema/baseline";
import { TAGS } from "./component-run";
import { everyEvidenceComponent } from "./every-evidence-component";
import { RUNBOOK_ARGS } from "./runbook-args";

const account = "222222222222";

/** The baseline that every component here means. */
export const DEFINITION = definitionOf("ubuntu", baseline.parse({ system: "UBUNTU", rules: [{ priority: ["Required"] }] }));

/** The ARN of the parameter in which `everyComponent` finds a definition. */
export function definitionArn(region: string): string {
  return parameterArn({ account, region }, "/fleet/baselines/ubuntu");
}

function identities(place: { account: string; partition: string }, opts: pulumi.ComponentResourceOptions) {
  const nodes = { nodePolicyName: "fleet-node", instanceRoleName: "fleet-instance", logGroupName: "/fleet/commands" };
  new NodeIdentity("nodes", { ...place, ...nodes, hostManagementRoleName: "fleet-host-management", tags: TAGS }, opts);
  const runs = { windowRoleName: "fleet-window", runbookRoleName: "fleet-runbook", runbooks: ["fleet-install-web"] };
  const asks = { calendars: ["fleet-calendar-prod"], releases: [], tagKey: "PatchGroup", groups: ["web"] };
  new RunIdentity("runs", { ...place, ...runs, ...asks, tags: TAGS }, opts);
}

function baselines(region: string, opts: pulumi.ComponentResourceOptions) {
  const made = {
    baselines: [{ key: "ubuntu", name: "fleet-ubuntu", definition: DEFINITION }],
    predefined: [{ name: "AWS-SuseDefaultPatchBaseline", system: "SUSE" as const }],
    registrations: [{ tag: "web", system: "UBUNTU" as const, baseline: "ubuntu" }],
    defaults: [{ system: "SUSE" as const, baseline: "AWS-SuseDefaultPatchBaseline" }],
  };
  new PatchBaselines("patch", { region, ...made, tags: TAGS }, opts);
  const shared = { region, baselineName: "fleet-ubuntu", definitionArn: definitionArn(region), tags: TAGS };
  new SharedBaseline("shared", shared, opts);
}

function published(region: string, opts: pulumi.ComponentResourceOptions) {
  const parameters = [{ key: "a", name: "/fleet/a", arn: definitionArn(region), value: "open", description: "a" }];
  const { published: shared } = new PublishedParameters("own", { region, parameters, tier: "Advanced", tags: TAGS }, opts);
  const principals = [`arn:${partitionOf(region)}:organizations::111111111111:organization/o-a1b2c3d4e5`];
  new OrganizationShare("share", { region, shareName: "fleet", principals, shared, tags: TAGS }, opts);
}

function runs(region: string, opts: pulumi.ComponentResourceOptions) {
  const releases = RUNBOOK_ARGS.releases.map(() => definitionArn(region));
  const role = `arn:${partitionOf(region)}:iam::${account}:role/fleet-runbook`;
  const runbook = { ...RUNBOOK_ARGS, region, releases, role, home: region, runbookName: "fleet-install-web", tags: TAGS };
  const { runbookName } = new GuardedRunbook("web", runbook, opts);
  const window = {
    windowName: "fleet-prod",
    description: "x",
    schedule: "cron(0 2 ? * SUN *)",
    durationHours: 4,
    cutoffHours: 1,
  };
  new InstallWindow(
    "prod",
    { region, ...window, runs: [{ key: "web", runbook: runbookName }], windowRole: role, tags: TAGS },
    opts,
  );
  new FreezeCalendar("prod", { region, calendarName: "fleet-calendar-prod", text: "BEGIN:VCALENDAR", tags: TAGS }, opts);
}

/** Makes one of every AWS component in a region, as a program without a fleet file would. */
export function everyComponent(region: string, opts: pulumi.ComponentResourceOptions): void {
  const place = { account, partition: partitionOf(region) };
  identities(place, opts);
  baselines(region, opts);
  published(region, opts);
  runs(region, opts);
  everyEvidenceComponent(place, region, opts);
  new CommandLog("commands", { region, logGroupName: "/fleet/commands", tags: TAGS }, opts);
  new Scan("scan", { region, associationName: "fleet-scan", schedule: "rate(7 days)", tags: TAGS }, opts);
  new UpdatersOff("off", { region, documentName: "fleet-updaters-off", tags: TAGS }, opts);
  new Inventory("inventory", { region, associationName: "fleet-inventory", tags: TAGS }, opts);
  new HostManagement("hosts", { ...place, region, roleName: "fleet-host-management" }, opts);
  new HybridTier("tier", { ...place, region }, opts);
  const joins = { roleName: "fleet-hybrid-azure", nodePolicyArn: `arn:${place.partition}:iam::${account}:policy/fleet-node` };
  const lapses = { expires: "2026-12-14T00:00:00Z", limit: 1, tagKey: "PatchGroup", group: "web" };
  new HybridActivation("azure", { ...place, region, ...joins, ...lapses, tags: TAGS }, opts);
}
