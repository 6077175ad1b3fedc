import * as aws from "@pulumi/aws";
import { RestartDocument } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

new RestartDocument(
  "restart",
  { region: "eu-west-1", documentName: "patching-restart", tags: { owner: "platform-team" } },
  { providers: [prod] },
);
