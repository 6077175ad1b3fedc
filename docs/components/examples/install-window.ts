import * as aws from "@pulumi/aws";
import { InstallWindow } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

// The runbook and the role are there already: GuardedRunbook and RunIdentity make them.
const window = new InstallWindow(
  "sundays",
  {
    region: "eu-west-1",
    windowName: "patching-sundays",
    description: "Web servers, Sundays at 02:00",
    schedule: "cron(0 2 ? * SUN *)",
    zone: "Europe/Paris",
    durationHours: 4,
    cutoffHours: 1,
    runs: [{ key: "web", runbook: "patching-install-web" }],
    windowRole: "arn:aws:iam::444444444444:role/patching-window",
    tags: { owner: "platform-team" },
  },
  { providers: [prod] },
);

export const windowId = window.windowId;
