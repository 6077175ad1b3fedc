import * as aws from "@pulumi/aws";
import { ManifestBucket } from "fleet-patching/components/aws";
import { manifestOf } from "fleet-patching/fleet/manifest";

const account = "444444444444";
const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: [account] });

// What may be installed, exactly. It lies under its own digest: another list is another object.
const { digest, text } = manifestOf([{ id: "openssl.amd64", title: "openssl.amd64:3.0.2-0ubuntu1.18" }]);

const manifests = new ManifestBucket(
  "manifests",
  {
    region: "eu-west-1",
    partition: "aws",
    bucketName: `patching-manifests-${account}-eu-west-1`,
    retentionDays: 400,
    manifests: [{ digest, key: `manifests/${digest}.yaml`, text }],
    tags: { owner: "platform-team" },
  },
  { providers: [prod] },
);

export const bucketName = manifests.bucketName;
