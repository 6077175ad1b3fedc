import { isStructure, type Properties } from "../../api/finding";
import { providerOwn, type Mapping } from "../../api/mapping";
import { text, type Call, type Kind } from "../kind";
import { Refusal } from "../refusal";
import { policyFindings } from "./iam-policy-document";
import { findBucket, requireBucket } from "./s3-bucket";
import { lockOf } from "./s3-object-lock";
import { bucketPolicyToken, objectLockToken, publicAccessToken, versioningToken } from "./s3-tokens";

/** A part of a bucket that is a resource of its own: there is one of each, under the bucket's name. */
function part(token: string, operation: string, mapping: Mapping, more: Partial<Kind> = {}): Kind {
  return {
    token,
    scope: "regional",
    requests: [{ service: "s3", operation, mapping: { ...providerOwn, bucket: "Bucket", ...mapping } }],
    replaceOn: ["bucket", "region"],
    overwrites: () => true,
    computed: [],
    create: (call) => ({ id: requireBucket(call), outputs: {} }),
    ...more,
  };
}

const listOf = (to: string, items: Mapping) => ({ to, items });

/** The four blocks against the public. */
export const publicAccessBlock = part(publicAccessToken, "PutPublicAccessBlock", {
  blockPublicAcls: "PublicAccessBlockConfiguration.BlockPublicAcls",
  blockPublicPolicy: "PublicAccessBlockConfiguration.BlockPublicPolicy",
  ignorePublicAcls: "PublicAccessBlockConfiguration.IgnorePublicAcls",
  restrictPublicBuckets: "PublicAccessBlockConfiguration.RestrictPublicBuckets",
  skipDestroy: { local: "how the provider deletes" },
});

/** Who owns what others write. */
export const ownershipControls = part("aws:s3/bucketOwnershipControls:BucketOwnershipControls", "PutBucketOwnershipControls", {
  rule: listOf("OwnershipControls.Rules", { objectOwnership: "ObjectOwnership" }),
});

/** How objects are encrypted that say nothing of it. */
export const encryption = part(
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "PutBucketEncryption",
  {
    rules: listOf("ServerSideEncryptionConfiguration.Rules", {
      applyServerSideEncryptionByDefault: {
        to: "ApplyServerSideEncryptionByDefault",
        fields: { sseAlgorithm: "SSEAlgorithm", kmsMasterKeyId: "KMSMasterKeyID" },
      },
      bucketKeyEnabled: "BucketKeyEnabled",
    }),
  },
);

/** Whether old versions stay. */
export const versioning = part(
  versioningToken,
  "PutBucketVersioning",
  { versioningConfiguration: { to: "VersioningConfiguration", fields: { status: "Status", mfaDelete: "MFADelete" } } },
  {
    remove(call, item) {
      if (lockOf(call, item.id) !== undefined) throw new Refusal("InvalidBucketState", "versions of a locked bucket stay");
    },
  },
);

/** How long what is written is locked: only on a bucket that was made for it and keeps its versions. */
export const objectLockConfiguration = part(
  objectLockToken,
  "PutObjectLockConfiguration",
  {
    objectLockEnabled: "ObjectLockConfiguration.ObjectLockEnabled",
    rule: {
      to: "ObjectLockConfiguration.Rule",
      fields: { defaultRetention: { to: "DefaultRetention", fields: { mode: "Mode", days: "Days", years: "Years" } } },
    },
    token: "Token",
  },
  {
    create(call) {
      const id = requireBucket(call);
      const kept = call.store.get(call.place, versioningToken, id)?.inputs["versioningConfiguration"];
      const versioned = isStructure(kept) && kept["status"] === "Enabled";
      if (findBucket(call, id)?.item.inputs["objectLockEnabled"] !== true || !versioned)
        throw new Refusal("InvalidBucketState", "Object Lock is for buckets that were made with it and keep versions");
      return { id, outputs: {} };
    },
  },
);

/** When objects and their old versions go. */
export const lifecycleConfiguration = part(
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "PutBucketLifecycleConfiguration",
  {
    rules: listOf("LifecycleConfiguration.Rules", {
      id: "ID",
      status: "Status",
      filter: { to: "Filter", fields: { prefix: "Prefix" } },
      expiration: { to: "Expiration", fields: { days: "Days", expiredObjectDeleteMarker: "ExpiredObjectDeleteMarker" } },
      noncurrentVersionExpiration: { to: "NoncurrentVersionExpiration", fields: { noncurrentDays: "NoncurrentDays" } },
      abortIncompleteMultipartUpload: {
        to: "AbortIncompleteMultipartUpload",
        fields: { daysAfterInitiation: "DaysAfterInitiation" },
      },
    }),
  },
  {
    rules: lifecycleRules,
    computed: ["transitionDefaultMinimumObjectSize"],
  },
);

function lifecycleRules(inputs: Properties) {
  const rules = Array.isArray(inputs["rules"]) ? inputs["rules"].filter(isStructure) : [];
  const ids = rules.map((rule) => rule["id"]);
  return [
    ...(new Set(ids).size < ids.length ? [{ at: "rules", reason: "InvalidArgument: Rule ID must be unique" }] : []),
    ...rules.flatMap(({ expiration, id }) => {
      if (!isStructure(expiration)) return [];
      const { days, expiredObjectDeleteMarker } = expiration;
      const both = days !== undefined && expiredObjectDeleteMarker !== undefined;
      const never = days !== undefined && !(typeof days === "number" && days > 0);
      return both || never ? [{ at: "rules", reason: `InvalidArgument: the expiration of ${String(id)}` }] : [];
    }),
  ];
}

/** Who may use the bucket. */
export const bucketPolicy = part(
  bucketPolicyToken,
  "PutBucketPolicy",
  { policy: "Policy" },
  {
    rules: (inputs) => policyFindings(inputs["policy"], "policy", "resource"),
    create(call) {
      const id = requireBucket(call);
      if (call.store.get(call.place, publicAccessToken, id)?.inputs["blockPublicPolicy"] === true && isPublic(call.inputs))
        throw new Refusal("AccessDenied", "User is not authorized because public policies are blocked by BlockPublicPolicy");
      return { id, outputs: {} };
    },
  },
);

/** What S3 means by public: everybody, without a condition on a fixed account, organization or principal. */
function isPublic(inputs: Properties): boolean {
  return statementsOf(text(inputs, "policy")).some(({ Effect, Principal, Condition }) => {
    const all = Principal === "*" || (isStructure(Principal) && Principal["AWS"] === "*");
    const keys = isStructure(Condition)
      ? Object.values(Condition).flatMap((each) => (isStructure(each) ? Object.keys(each) : []))
      : [];
    return (
      Effect === "Allow" &&
      all &&
      !keys.some((key) => /^aws:(PrincipalOrgID|SourceOrgID|SourceAccount|PrincipalAccount)$/iu.test(key))
    );
  });
}

function statementsOf(policy: string): Properties[] {
  const document: unknown = policy === "" ? {} : JSON.parse(policy);
  const statements: unknown = isStructure(document) ? document["Statement"] : [];
  return Array.isArray(statements) ? statements.filter(isStructure) : [];
}

/** Whether a bucket's policy lets a service do something; undefined where there is no such bucket. */
export function bucketLets(call: Call, name: string, service: string, action: string): boolean | undefined {
  const found = findBucket(call, name);
  if (found === undefined) return undefined;
  const policy = call.store.get(found.place, bucketPolicyToken, name);
  return statementsOf(text(policy?.inputs ?? {}, "policy")).some(
    ({ Effect, Principal, Action }) =>
      Effect === "Allow" && isStructure(Principal) && Principal["Service"] === service && [Action].flat().includes(action),
  );
}

/** Where S3 writes who used the bucket. */
export const bucketLogging = part(
  "aws:s3/bucketLogging:BucketLogging",
  "PutBucketLogging",
  {
    targetBucket: "BucketLoggingStatus.LoggingEnabled.TargetBucket",
    targetPrefix: "BucketLoggingStatus.LoggingEnabled.TargetPrefix",
  },
  {
    create(call) {
      const target = text(call.inputs, "targetBucket");
      if (bucketLets(call, target, "logging.s3.amazonaws.com", "s3:PutObject") !== true)
        throw new Refusal("InvalidTargetBucketForLogging", `The target bucket for logging does not let S3 write: ${target}`);
      return { id: requireBucket(call), outputs: {} };
    },
  },
);
