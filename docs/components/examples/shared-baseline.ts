import * as aws from "@pulumi/aws";
import { SharedBaseline } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "us-east-1", allowedAccountIds: ["444444444444"] });

const baseline = new SharedBaseline(
  "ubuntu",
  {
    region: "us-east-1",
    baselineName: "patching-ubuntu",
    definitionArn: "arn:aws:ssm:eu-west-1:222222222222:parameter/patching/baselines/ubuntu",
    tags: {},
  },
  { providers: [prod] },
);

new aws.ssm.PatchGroup(
  "web",
  { region: "us-east-1", patchGroup: "web", baselineId: baseline.baselineId },
  { provider: prod, deleteBeforeReplace: true },
);
