import { readPolicy, trustedServices, allows, type Statement } from "./iam/document";
import { UNKNOWN, type Plain } from "./plain";
import { at } from "./read";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { BUCKET_POLICY, BUCKETS, DATA_SYNC } from "./vocabulary";

/** The buckets that hold evidence: those a data sync writes to, and those Systems Manager may write to by their policy. */
export function evidenceBuckets(stack: Stack): readonly Resource[] {
  const synced = stack
    .of(DATA_SYNC)
    .flatMap((sync) => bucketsOf(stack, sync, "s3Destination", at(sync.props, "s3Destination.bucketName")));
  const written = stack
    .of(BUCKET_POLICY)
    .filter((policy) => (statementsOf(policy) ?? []).some(isForSystemsManager))
    .flatMap((policy) => bucketsOf(stack, policy, "bucket", policy.props["bucket"]));
  return [...new Set([...synced, ...written])];
}

function isForSystemsManager(statement: Statement): boolean {
  return trustedServices(statement).includes("ssm.amazonaws.com") && allows(statement, "s3:PutObject");
}

/** The buckets of this stack that a property names. */
export function bucketsOf(stack: Stack, from: Resource, property: string, value: Plain): readonly Resource[] {
  return BUCKETS.flatMap((type) => {
    const found = stack.referred(from, property, value, type);
    return typeof found === "object" ? found : [];
  }).concat(named(stack, value));
}

/** A bucket's physical name is its `bucket`, not its `name`. */
function named(stack: Stack, value: Plain): readonly Resource[] {
  return typeof value === "string" ? stack.of(...BUCKETS).filter(({ props }) => props["bucket"] === value) : [];
}

/** The parts of a bucket that are resources of their own, such as its versioning. */
export function partsOf(stack: Stack, bucket: Resource, ...types: readonly string[]): readonly Resource[] {
  return stack.of(...types).filter((part) => bucketsOf(stack, part, "bucket", part.props["bucket"]).includes(bucket));
}

/** A bucket's policies with their statements; undefined where one cannot be read. */
export function policiesOf(
  stack: Stack,
  bucket: Resource,
): readonly { readonly policy: Resource; readonly statements: readonly Statement[] | undefined }[] {
  return partsOf(stack, bucket, BUCKET_POLICY).map((policy) => ({ policy, statements: statementsOf(policy) }));
}

function statementsOf(policy: Resource): readonly Statement[] | undefined {
  const source = policy.props["policy"];
  return source === UNKNOWN ? undefined : readPolicy(source);
}
