import * as aws from "@pulumi/aws";
import { HostManagement, NodeIdentity } from "fleet-patching/components/aws";

const account = "444444444444";
const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: [account] });

const nodes = new NodeIdentity(
  "nodes",
  {
    account,
    partition: "aws",
    nodePolicyName: "patching-node",
    instanceRoleName: "patching-instance",
    hostManagementRoleName: "patching-host-management",
    logGroupName: "/patching/commands",
    tags: {},
  },
  { providers: [prod] },
);

for (const region of ["eu-west-1", "us-east-1"]) {
  new HostManagement(
    region,
    { region, account, partition: "aws", roleName: nodes.hostManagementRoleName },
    { providers: [prod] },
  );
}
