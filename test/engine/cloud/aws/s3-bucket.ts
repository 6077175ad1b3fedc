import { providerOwn } from "../../api/mapping";
import { text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import type { Item, Place } from "../store";
import { bucketToken, objectToken } from "./s3-tokens";

/** A bucket: its name is one for all accounts of the world. */
export const bucket: Kind = {
  token: bucketToken,
  scope: "regional",
  requests: [
    {
      service: "s3",
      operation: "CreateBucket",
      mapping: {
        ...providerOwn,
        bucket: "Bucket",
        forceDestroy: { local: "how the provider deletes" },
        objectLockEnabled: "ObjectLockEnabledForBucket",
        tags: { local: "sent by PutBucketTagging" },
      },
    },
  ],
  namedBy: "bucket",
  replaceOn: ["bucket", "objectLockEnabled", "region"],
  defaults: { forceDestroy: false },
  rules(inputs) {
    const name = text(inputs, "bucket");
    const valid = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u.test(name) && !/\.\.|^xn--|-s3alias$/u.test(name);
    return valid ? [] : [{ at: "bucket", reason: `InvalidBucketName: ${name}` }];
  },
  computed: ["arn", "bucketDomainName", "bucketRegion", "bucketRegionalDomainName", "hostedZoneId"],
  create(call) {
    const name = text(call.inputs, "bucket");
    if (findBucket(call, name) !== undefined) throw new Refusal("BucketAlreadyExists", `${name} is not available`);
    const outputs = {
      arn: `arn:${call.partition}:s3:::${name}`,
      bucketDomainName: `${name}.s3.amazonaws.com`,
      bucketRegion: call.place.region,
      bucketRegionalDomainName: `${name}.s3.${call.place.region}.amazonaws.com`,
      hostedZoneId: "Z1BKCTXD74EZPE",
    };
    return { id: name, outputs };
  },
  remove(call, item) {
    const held = call.store.list(call.place, objectToken).find(({ inputs }) => inputs["bucket"] === item.id);
    if (held !== undefined && item.inputs["forceDestroy"] !== true)
      throw new Refusal("BucketNotEmpty", `The bucket you tried to delete is not empty: ${held.id}`);
  },
};

/** A bucket of any account, with where it lives. */
export function findBucket(call: Call, name: string): { readonly place: Place; readonly item: Item } | undefined {
  return call.store.all().find(({ item }) => item.type === bucketToken && item.id === name);
}

/** Refuses what refers to a bucket that is not there, or not in this account and region. */
export function requireBucket(call: Call): string {
  const name = text(call.inputs, "bucket");
  const found = findBucket(call, name);
  if (found === undefined) throw new Refusal("NoSuchBucket", `The specified bucket does not exist: ${name}`);
  if (found.place.account !== call.place.account) throw new Refusal("AccessDenied", `Access Denied: ${name}`);
  if (found.place.region !== call.place.region)
    throw new Refusal("PermanentRedirect", `${name} must be addressed in ${found.place.region}`);
  return name;
}
