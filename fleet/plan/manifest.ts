import type { Manifest } from "../manifest";
import { NAMES } from "../names";
import type { Place } from "../places";
import type { Fleet } from "../schema/fleet-file";

/** A manifest as an object of one place: its key is its digest, so that it is written once and never anything else. */
export interface ManifestPlan {
  readonly digest: string;
  readonly text: string;
  readonly key: string;
  readonly bucket: string;
  /** What an InstallOverrideList takes: at most 256 characters. */
  readonly address: string;
}

/** The name of the bucket that holds a place's manifests. Patch Manager reads them in the servers' own region. */
export function manifestBucketOf(fleet: Fleet, { account, region }: Place): string {
  return NAMES.manifestBucket(`${fleet.accounts[account]?.id ?? ""}-${region}`);
}

/** A manifest as an object of one place. */
export function manifestIn(fleet: Fleet, place: Place, { digest, text }: Manifest): ManifestPlan {
  const bucket = manifestBucketOf(fleet, place);
  const key = `manifests/${digest}.yaml`;
  return { digest, text, key, bucket, address: `s3://${bucket}/${key}` };
}
