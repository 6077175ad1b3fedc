import * as aws from "@pulumi/aws";
import { GuardedRestart, RestartDocument } from "fleet-patching/components/aws";

const account = "444444444444";
const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: [account] });

const document = "patching-restart";
const tags = { owner: "platform-team" };
const restarts = new RestartDocument("restart", { region: "eu-west-1", documentName: document, tags }, { providers: [prod] });

// The role, the change calendar, the release and the log are there already. A window starts it: InstallWindow.
const runbook = new GuardedRestart(
  "database",
  {
    region: "eu-west-1",
    runbookName: "patching-restart-database",
    document,
    group: "database",
    tagKey: "PatchGroup",
    // Replicas first, then the primary, one server at a time.
    waves: [
      { tag: "ClusterRole", value: "replica" },
      { tag: "ClusterRole", value: "primary" },
    ],
    concurrency: "1",
    servers: 3,
    calendars: ["patching-calendar"],
    releases: ["arn:aws:ssm:eu-west-1:222222222222:parameter/patching/rings/prod"],
    home: "eu-west-1",
    role: `arn:aws:iam::${account}:role/patching-runbook`,
    logGroup: "/patching/commands",
    timeoutSeconds: 5400,
    stepTimeoutSeconds: 1800,
    tags,
  },
  { providers: [prod], dependsOn: [restarts] },
);

export const runbookName = runbook.runbookName;
