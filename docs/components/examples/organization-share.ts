import * as aws from "@pulumi/aws";
import { OrganizationShare, PublishedParameters } from "fleet-patching/components/aws";

const security = new aws.Provider("security", { region: "eu-west-1", allowedAccountIds: ["222222222222"] });

const releases = new PublishedParameters(
  "releases",
  {
    region: "eu-west-1",
    tier: "Advanced",
    parameters: [
      {
        key: "prod",
        name: "/patching/rings/prod",
        arn: "arn:aws:ssm:eu-west-1:222222222222:parameter/patching/rings/prod",
        value: "open",
        description: "May ring prod install?",
      },
    ],
    tags: {},
  },
  { providers: [security] },
);

const share = new OrganizationShare(
  "share",
  {
    region: "eu-west-1",
    shareName: "patching",
    principals: ["arn:aws:organizations::111111111111:ou/o-a1b2c3d4e5/ou-ab12-cdef3456"],
    shared: releases.published,
    tags: {},
  },
  { providers: [security] },
);

export const shareArn = share.shareArn;
