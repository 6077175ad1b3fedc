import * as aws from "@pulumi/aws";
import { GuardedRunbook, InstallWindow, RunIdentity } from "fleet-patching/components/aws";
import { capacity } from "fleet-patching/fleet/schedule/capacity";

const account = "444444444444";
const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: [account] });

// These are there already: the change calendar (FreezeCalendar), the release (PublishedParameters), the log (CommandLog).
const calendar = "patching-calendar";
const release = "arn:aws:ssm:eu-west-1:222222222222:parameter/patching/rings/prod";
const logGroup = "/patching/commands";

const identity = new RunIdentity(
  "runs",
  {
    account,
    partition: "aws",
    windowRoleName: "patching-window",
    runbookRoleName: "patching-runbook",
    runbooks: ["patching-install-web"],
    calendars: [calendar],
    releases: [release],
    tagKey: "PatchGroup",
    groups: ["web"],
    tags: {},
  },
  { providers: [prod] },
);

// 40 servers, 10 at once, 10 minutes each, in a window of 4 hours: how long may the install command wait?
const { timeoutSeconds, stepTimeoutSeconds } = capacity({
  durationHours: 4,
  cutoffHours: 1,
  servers: 40,
  concurrency: { count: 10 },
  perServerMinutes: 10,
});

const runbook = new GuardedRunbook(
  "web",
  {
    region: "eu-west-1",
    runbookName: "patching-install-web",
    group: "web",
    tagKey: "PatchGroup",
    reboot: "RebootIfNeeded",
    concurrency: "10",
    errors: "10%",
    servers: 40,
    calendars: [calendar],
    releases: [release],
    home: "eu-west-1",
    role: `arn:aws:iam::${account}:role/patching-runbook`,
    logGroup,
    timeoutSeconds,
    stepTimeoutSeconds,
    tags: {},
  },
  { providers: [prod], dependsOn: [identity] },
);

new InstallWindow(
  "sundays",
  {
    region: "eu-west-1",
    windowName: "patching-sundays",
    description: "Web servers, Sundays at 02:00",
    schedule: "cron(0 2 ? * SUN *)",
    zone: "Europe/Paris",
    durationHours: 4,
    cutoffHours: 1,
    runs: [{ key: "web", runbook: runbook.runbookName }],
    windowRole: identity.windowRoleArn,
    tags: {},
  },
  { providers: [prod] },
);
