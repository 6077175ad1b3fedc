import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { HybridActivation, linuxRegistration } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

const activation = new HybridActivation(
  "warehouse",
  {
    region: "eu-west-1",
    account: "444444444444",
    partition: "aws",
    roleName: "patching-warehouse",
    nodePolicyArn: "arn:aws:iam::444444444444:policy/patching-node",
    tagKey: "PatchGroup",
    group: "web",
    expires: "2026-12-14T00:00:00Z",
    limit: 12,
    tags: { owner: "platform-team" },
  },
  { providers: [prod] },
);

// What an administrator runs on each machine: pulumi stack output script --show-secrets
export const script = pulumi.secret(
  pulumi
    .all([activation.activationId, activation.activationCode])
    .apply(([activationId, activationCode]) => linuxRegistration({ region: "eu-west-1", activationId, activationCode })),
);
