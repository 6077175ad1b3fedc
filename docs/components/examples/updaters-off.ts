import * as aws from "@pulumi/aws";
import { UpdatersOff } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

new UpdatersOff(
  "updaters-off",
  { region: "eu-west-1", documentName: "patching-updaters-off", tags: { owner: "platform-team" } },
  { providers: [prod] },
);
