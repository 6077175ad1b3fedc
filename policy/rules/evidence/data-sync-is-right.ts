import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { bucketsOf, partsOf } from "../../evidence-buckets";
import { about, type Finding } from "../../finding";
import { grouped } from "../../grouped";
import { at, flag, show, text } from "../../read";
import { place } from "../../resource";
import { DATA_SYNC } from "../../vocabulary";

export default defineRule({
  name: "data-sync-is-right",
  concern: "evidence",
  description: "A resource data sync writes JSON to a bucket that takes it, once for each account and region.",
  why: "The sync refuses a bucket with Object Lock, knows one format, and a second one in a region is refused. Each shows only when the update runs, or as an empty report.",
  remediation: "Use one sync per account and region, the format JsonSerDe, and a bucket without Object Lock.",
  severity: "medium",
  enforcement: "mandatory",
  controls: [CONTROLS.auditRecords],
  source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/inventory-create-resource-data-sync.html",
  unless: "Never: AWS refuses what this rule refuses.",
  resources: [DATA_SYNC],
  check: (stack) => {
    const findings = stack.of(DATA_SYNC).flatMap((sync): readonly Finding[] => {
      const destination = sync.props["s3Destination"];
      const format = at(destination, "syncFormat");
      const sharing = at(destination, "destinationDataSharing.destinationDataSharingType");
      const buckets = bucketsOf(stack, sync, "s3Destination", at(destination, "bucketName"));
      const locked = buckets.filter(
        (bucket) => flag(bucket.props["objectLockEnabled"]) === true || partsOf(stack, bucket, LOCK).length > 0,
      );
      return [
        ...(format === undefined || format === "JsonSerDe"
          ? []
          : [about(sync, "s3Destination.syncFormat", show(format), "JsonSerDe")]),
        ...(sharing === undefined || text(sharing) === "Organization"
          ? []
          : [about(sync, "s3Destination.destinationDataSharing", show(sharing), "Organization")]),
        ...locked.map((bucket) =>
          about(sync, "s3Destination.bucketName", `${bucket.name}, which has Object Lock`, "a bucket without Object Lock"),
        ),
      ];
    });
    const repeated = [...grouped(stack.of(DATA_SYNC), place).values()].flatMap(([first, ...more]) =>
      more.map((sync) => about(sync, "its region", `a second sync beside ${first?.name ?? ""}`, "one per account and region")),
    );
    return [...findings, ...repeated];
  },
});

const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
