import { expect } from "chai";
import { DataSync, type DataSyncArgs } from "../../../components/aws";
import { componentShape, previewed, shapes } from "../../support/component-run";

const ARGS: DataSyncArgs = {
  region: "us-east-1",
  syncName: "fleet-evidence",
  bucketName: "fleet-evidence-2-eu-west-1",
  bucketRegion: "eu-west-1",
  sharedByOrganization: true,
};
const made = async (args = ARGS) =>
  shapes(
    await previewed((opts) => {
      new DataSync("sync", args, opts);
    }),
  );
const destination = { bucketName: "fleet-evidence-2-eu-west-1", region: "eu-west-1", syncFormat: "JsonSerDe" };

describe("DataSync", () => {
  it("writes to the organization's bucket in the bucket's region, and is made anew when anything changes", async () => {
    expect(await made()).to.deep.equal([
      componentShape("DataSync", "sync"),
      {
        type: "aws.ssm.ResourceDataSync",
        name: "sync-sync",
        parent: "sync",
        inputs: {
          region: "us-east-1",
          name: "fleet-evidence",
          s3Destination: { ...destination, destinationDataSharing: { destinationDataSharingType: "Organization" } },
        },
        options: { deleteBeforeReplace: true },
      },
    ]);
  });

  it("shares nothing where the bucket is the account's own", async () => {
    const [, sync] = await made({ ...ARGS, sharedByOrganization: false });
    expect(sync?.inputs["s3Destination"]).to.deep.equal(destination);
  });
});
