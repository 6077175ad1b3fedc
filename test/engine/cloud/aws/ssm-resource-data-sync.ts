import { providerOwn } from "../../api/mapping";
import { text, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { bucketLets } from "./s3-bucket-parts";

const token = "aws:ssm/resourceDataSync:ResourceDataSync";

/** What every node of an account and region reports, as files in a bucket. */
export const resourceDataSync: Kind = {
  token,
  scope: "regional",
  requests: [
    {
      service: "ssm",
      operation: "CreateResourceDataSync",
      mapping: {
        ...providerOwn,
        name: "SyncName",
        s3Destination: {
          to: "S3Destination",
          fields: {
            bucketName: "BucketName",
            destinationDataSharing: {
              to: "DestinationDataSharing",
              fields: { destinationDataSharingType: "DestinationDataSharingType" },
            },
            kmsKeyArn: "AWSKMSKeyARN",
            prefix: "Prefix",
            region: "Region",
            syncFormat: "SyncFormat",
          },
        },
      },
    },
  ],
  namedBy: "name",
  replaceOn: ["name", "s3Destination", "region"],
  computed: [],
  existsCode: "ResourceDataSyncAlreadyExistsException",
  create(call) {
    if (call.store.list(call.place, token).length >= 5)
      throw new Refusal("ResourceDataSyncCountExceededException", "You have 5 resource data syncs");
    const name = text(Object(call.inputs["s3Destination"]), "bucketName");
    const lets = (action: string) => bucketLets(call, name, "ssm.amazonaws.com", action) === true;
    if (!lets("s3:GetBucketAcl") || !lets("s3:PutObject"))
      throw new Refusal("ResourceDataSyncInvalidConfigurationException", `S3 write failed for bucket: ${name}`);
    return { id: text(call.inputs, "name"), outputs: {} };
  },
};
