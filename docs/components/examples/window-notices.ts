import * as aws from "@pulumi/aws";
import { WindowNotices } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

// The role and the bus are there already: EventRole and AlertBus make them.
new WindowNotices(
  "notices",
  {
    region: "eu-west-1",
    notices: [
      {
        key: "sundays",
        name: "patching-notice-sundays",
        description: "Tells of the window on Sundays",
        expression: "cron(0 2 ? * SAT *)",
        zone: "Europe/Paris",
        source: "patching",
        type: "Window ahead",
        detail: JSON.stringify({ who: "web servers", when: "Sunday at 02:00" }),
      },
    ],
    busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/patching",
    role: "arn:aws:iam::222222222222:role/patching-notice",
  },
  { providers: [central] },
);
