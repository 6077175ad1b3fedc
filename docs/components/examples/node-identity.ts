import * as aws from "@pulumi/aws";
import { NodeIdentity } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

const nodes = new NodeIdentity(
  "nodes",
  {
    account: "444444444444",
    partition: "aws",
    nodePolicyName: "patching-node",
    instanceRoleName: "patching-instance",
    hostManagementRoleName: "patching-host-management",
    logGroupName: "/patching/commands",
    tags: { owner: "platform-team" },
  },
  { providers: [prod] },
);

export const instanceProfile = nodes.instanceProfileName;
