import * as aws from "@pulumi/aws";
import { AlertBus } from "fleet-patching/components/aws";

const central = new aws.Provider("central", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

const bus = new AlertBus(
  "alerts",
  {
    region: "eu-west-1",
    busName: "patching",
    busArn: "arn:aws:events:eu-west-1:222222222222:event-bus/patching",
    organization: "o-a1b2c3d4e5",
    tags: { owner: "platform-team" },
  },
  { providers: [central] },
);

export const busName = bus.busName;
