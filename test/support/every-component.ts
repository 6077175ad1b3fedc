import type * as pulumi from "@pulumi/pulumi";
import {
  AlertBus,
  AlertKey,
  AlertRule,
  AlertTopic,
  ChatDestination,
  CommandLog,
  EventForwarding,
  EventRole,
  FreezeCalendar,
  GuardedRestart,
  GuardedRunbook,
  HistoryAlarms,
  HostManagement,
  HybridActivation,
  HybridTier,
  InstallWindow,
  Inventory,
  ManifestBucket,
  NodeIdentity,
  OrganizationShare,
  PatchBaselines,
  PatchFindings,
  PatchInsights,
  PublishedParameters,
  RestartDocument,
  RunIdentity,
  Scan,
  SharedBaseline,
  UpdatersOff,
  WindowNotices,
} from "../../components/aws";
import { definitionOf } from "../../fleet/definition";
import { manifestOf } from "../../fleet/manifest";
import { parameterArn, partitionOf } from "../../fleet/partition";
import { baseline } from "../../fleet/schema/baseline";
import { TAGS } from "./component-run";
import { everyEvidenceComponent } from "./every-evidence-component";
import { RESTART_ARGS, RUNBOOK_ARGS } from "./runbook-args";

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
  const asked = { region, releases, proved: definitionArn(region), role, home: region, tags: TAGS };
  const { runbookName } = new GuardedRunbook("web", { ...RUNBOOK_ARGS, ...asked, runbookName: "fleet-install-web" }, opts);
  new GuardedRestart("web", { ...RESTART_ARGS, ...asked, runbookName: "fleet-restart-web" }, opts);
  new RestartDocument("restart", { region, documentName: "fleet-restart", tags: TAGS }, opts);
  const { digest, text } = manifestOf([{ id: "KB5034441" }]);
  const manifests = [{ digest, key: `manifests/${digest}.yaml`, text }];
  const bucket = { region, partition: partitionOf(region), bucketName: "fleet-manifests", retentionDays: 400 };
  new ManifestBucket("manifests", { ...bucket, manifests, tags: TAGS }, opts);
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

/** What people hear of: the bus, its roles, its key, whom it tells and in which words. */
function alerts(place: { account: string; partition: string }, region: string, opts: pulumi.ComponentResourceOptions) {
  const arn = (service: string, rest: string) => `arn:${place.partition}:${service}:${region}:${account}:${rest}`;
  const role = `arn:${place.partition}:iam::${account}:role/fleet-forward`;
  const busArn = arn("events", "event-bus/fleet");
  const topicArn = arn("sns", "fleet-alerts");
  const keyArn = arn("kms", "key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0");
  new AlertBus("alerts", { region, busName: "fleet", busArn, organization: "o-a1b2c3d4e5", tags: TAGS }, opts);
  new AlertKey("alerts", { ...place, region, keyName: "fleet-alerts", topics: [topicArn], tags: TAGS }, opts);
  const mail = { topicName: "fleet-alerts", topicArn, keyArn, mail: ["ana@example.com"] };
  new AlertTopic("mail", { ...place, region, ...mail, tags: TAGS }, opts);
  const does = { description: "x", service: "events", action: "events:PutEvents", resources: [busArn] } as const;
  new EventRole("forward", { account, roleName: "fleet-forward", ...does, tags: TAGS }, opts);
  const chat = { destinationName: "fleet-chat", url: "https://chat.example.com/post", header: "Authorization", secret: "x" };
  new ChatDestination("chat", { region, ...chat }, opts);
  const rule = { ruleName: "fleet-run-failed", description: "x", pattern: '{"source":["aws.ssm"]}', fields: {} };
  const targets = [{ key: "mail", arn: topicArn, template: '"x"' }];
  new AlertRule("run-failed", { region, ...rule, targets, tags: TAGS }, opts);
  const events = [{ key: "runs", name: "fleet-forward-runs", about: "x", pattern: rule.pattern }];
  new EventForwarding("forward", { region, events, busArn, role, tags: TAGS }, opts);
  const event = { source: "fleet.patching", type: "Window ahead", detail: "{}" };
  const notice = {
    key: "prod",
    name: "fleet-notice-prod",
    description: "x",
    expression: "cron(0 2 ? * SAT *)",
    zone: "UTC",
    ...event,
  };
  new WindowNotices("notices", { region, notices: [notice], busArn, role }, opts);
  const alarms = { silentName: "fleet-history-silent", failedName: "fleet-history-failed", topicArn };
  const stateMachine = arn("states", "stateMachine:fleet-evidence-history");
  new HistoryAlarms("watch", { region, stateMachine, ...alarms, tags: TAGS }, opts);
  new PatchFindings("findings", { region, partition: place.partition }, opts);
  new PatchInsights("insights", { region, tagKey: "PatchGroup", insights: [{ key: "web", name: "web", tag: "web" }] }, opts);
}

/** Makes one of every AWS component in a region, as a program without a fleet file would. */
export function everyComponent(region: string, opts: pulumi.ComponentResourceOptions): void {
  const place = { account, partition: partitionOf(region) };
  identities(place, opts);
  baselines(region, opts);
  published(region, opts);
  runs(region, opts);
  alerts(place, region, opts);
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
