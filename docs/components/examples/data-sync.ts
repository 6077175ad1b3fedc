import * as aws from "@pulumi/aws";
import { DataSync } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "us-east-1", allowedAccountIds: ["444444444444"] });

new DataSync(
  "evidence",
  {
    region: "us-east-1",
    syncName: "patching-evidence",
    bucketName: "patching-evidence-222222222222",
    bucketRegion: "eu-west-1",
    sharedByOrganization: true,
  },
  { providers: [prod] },
);
