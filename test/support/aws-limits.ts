import type { RecordedResource } from "../../preview/engine/recorded-resource";
import type { Value } from "../../preview/engine/value";
import { className } from "./component-run";

/** What AWS takes for one input: a pattern or a length, from its service models. */
type Limit = RegExp | { readonly longest: number } | { readonly most: number; readonly least: number };

const SSM_NAME = /^[a-zA-Z0-9_\-.]{3,128}$/u;
const IAM_NAME = /^[\w+=,.@-]{1,64}$/u;
/** Tab, line ends, and Latin-1 without its control characters. */
const IAM_TEXT = /^[\t\n\r\u0020-\u007E\u00A1-\u00FF]{0,1000}$/u;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;
const EVENTS_NAME = /^[.\-_A-Za-z0-9]{1,64}$/u;
const DOCUMENT_BYTES = { longest: 64 * 1024 };

const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u;
/** A part of a bucket: what is in it has the shape of the SDK. */
const BUCKET_PART = { bucket: BUCKET_NAME };

const LIMITS: Readonly<Record<string, Readonly<Record<string, Limit>>>> = {
  "aws.cloudwatch.EventApiDestination": {
    name: EVENTS_NAME,
    description: { longest: 512 },
    invocationEndpoint: { longest: 2048 },
    invocationRateLimitPerSecond: { least: 1, most: 300 },
  },
  "aws.cloudwatch.EventBus": { name: /^[.\-_A-Za-z0-9]{1,256}$/u, description: { longest: 512 } },
  "aws.cloudwatch.EventBusPolicy": { policy: { longest: 10_240 } },
  "aws.cloudwatch.EventConnection": { name: EVENTS_NAME, description: { longest: 512 } },
  // EventBridge's own quota of a pattern is below its model's 4,096 characters.
  "aws.cloudwatch.EventRule": { name: EVENTS_NAME, description: { longest: 512 }, eventPattern: { longest: 2048 } },
  "aws.cloudwatch.EventTarget": { targetId: EVENTS_NAME, arn: { longest: 1600 } },
  "aws.cloudwatch.MetricAlarm": {
    name: { longest: 255 },
    alarmDescription: { longest: 1024 },
    period: { least: 10, most: 86_400 },
    evaluationPeriods: { least: 1, most: 7 },
  },
  "aws.athena.NamedQuery": { name: /^.{1,128}$/u, description: /^.{1,1024}$/su, query: { longest: 262_144 } },
  "aws.athena.Workgroup": { name: /^[a-zA-Z0-9._-]{1,128}$/u, description: { longest: 1024 } },
  "aws.cloudwatch.LogGroup": { name: /^[.\-_/#A-Za-z0-9]{1,512}$/u },
  "aws.glue.CatalogDatabase": { name: /^[a-z0-9_]{1,255}$/u, description: { longest: 2048 } },
  "aws.glue.CatalogTable": { name: /^[a-z0-9_]{1,255}$/u, description: { longest: 2048 } },
  "aws.iam.InstanceProfile": { name: IAM_NAME },
  "aws.iam.Policy": { name: /^[\w+=,.@-]{1,128}$/u, description: IAM_TEXT, policy: { longest: 6144 } },
  "aws.iam.Role": { name: IAM_NAME, description: IAM_TEXT, assumeRolePolicy: { longest: 2048 }, path: /^\/[\u0021-\u007E]*\/$/u },
  "aws.iam.RolePolicy": { name: /^[\w+=,.@-]{1,128}$/u, policy: /^[\t\n\r\u0020-\u00FF]{1,10240}$/u },
  "aws.iam.RolePolicyAttachment": { policyArn: /^arn:aws[a-z-]*:iam::(aws|\d{12}):policy\/[\w+=,.@/-]{1,128}$/u },
  "aws.kms.Alias": { name: /^alias\/[a-zA-Z0-9/_-]{1,250}$/u },
  "aws.securityhub.Insight": { name: /^.{1,128}$/su },
  "aws.securityhub.ProductSubscription": { productArn: /^arn:aws[a-z-]*:securityhub:[a-z0-9-]+::product\/[a-z-]+\/[a-z-]+$/u },
  "aws.sns.Topic": { name: /^[A-Za-z0-9_-]{1,256}$/u, displayName: { longest: 100 } },
  "aws.sns.TopicPolicy": { policy: { longest: 30_720 } },
  "aws.sns.TopicSubscription": { endpoint: { longest: 2048 } },
  "aws.kms.Key": { policy: { longest: 32_768 }, description: { longest: 8192 }, deletionWindowInDays: { least: 7, most: 30 } },
  "aws.ram.PrincipalAssociation": { principal: /^arn:aws[a-z-]*:organizations::\d{12}:(organization\/o-|ou\/o-)[a-z0-9/-]+$/u },
  "aws.ram.ResourceAssociation": { resourceArn: /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:\d{12}:parameter\/\S+$/u },
  "aws.ram.ResourceShare": { name: /^.{1,255}$/u },
  "aws.s3.Bucket": { bucket: BUCKET_NAME },
  "aws.s3.BucketLifecycleConfiguration": BUCKET_PART,
  "aws.s3.BucketLogging": { ...BUCKET_PART, targetBucket: BUCKET_NAME },
  "aws.s3.BucketObjectv2": { ...BUCKET_PART, key: { longest: 1024 } },
  "aws.s3.BucketObjectLockConfiguration": BUCKET_PART,
  "aws.s3.BucketOwnershipControls": BUCKET_PART,
  "aws.s3.BucketPolicy": { ...BUCKET_PART, policy: { longest: 20_480 } },
  "aws.s3.BucketPublicAccessBlock": BUCKET_PART,
  "aws.s3.BucketServerSideEncryptionConfiguration": BUCKET_PART,
  "aws.s3.BucketVersioning": BUCKET_PART,
  "aws.scheduler.Schedule": { name: /^[0-9a-zA-Z-_.]{1,64}$/u, description: { longest: 512 } },
  "aws.sfn.StateMachine": { name: /^[a-zA-Z0-9-_]{1,80}$/u, definition: { longest: 1_048_576 } },
  "aws.ssm.Activation": {
    name: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
    description: { longest: 256 },
    iamRole: IAM_NAME,
    registrationLimit: { least: 1, most: 1000 },
    expirationDate: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u,
  },
  "aws.ssm.Association": {
    associationName: SSM_NAME,
    scheduleExpression: /^.{1,256}$/u,
    maxConcurrency: /^([1-9][0-9]*|[1-9][0-9]%|[1-9]%|100%)$/u,
    maxErrors: /^([1-9][0-9]*|0|[1-9][0-9]%|[0-9]%|100%)$/u,
  },
  "aws.ssm.Document": { name: SSM_NAME, content: DOCUMENT_BYTES },
  "aws.ssm.MaintenanceWindow": {
    name: SSM_NAME,
    description: /^.{1,128}$/su,
    schedule: /^.{1,256}$/u,
    scheduleOffset: { least: 1, most: 6 },
    endDate: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u,
    duration: { least: 1, most: 24 },
    cutoff: { least: 0, most: 23 },
  },
  "aws.ssm.MaintenanceWindowTask": { name: SSM_NAME, description: /^.{1,128}$/su, priority: { least: 0, most: 9 } },
  "aws.ssm.Parameter": {
    name: /^\/[a-zA-Z0-9_.\-/]{1,1010}$/u,
    description: { longest: 1024 },
    insecureValue: { longest: 8192 },
  },
  "aws.ssm.PatchBaseline": { name: SSM_NAME, description: /^.{1,1024}$/su },
  "aws.ssm.PatchGroup": { patchGroup: /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,256}$/u },
  "aws.ssm.ResourceDataSync": { name: /^.{1,64}$/u },
  "aws.ssm.ServiceSetting": { settingId: /^.{1,1000}$/u, settingValue: /^.{1,4096}$/u },
};

function within(value: Value, limit: Limit): boolean {
  if (limit instanceof RegExp) return typeof value === "string" && limit.test(value);
  if ("longest" in limit) return typeof value === "string" && Buffer.byteLength(value) <= limit.longest;
  return typeof value === "number" && value >= limit.least && value <= limit.most;
}

function wrongTags(tags: Value | undefined): string[] {
  const entries = Object.entries((tags ?? {}) as Record<string, string>);
  const wrong = entries.filter(
    ([key, value]) => !TAG_TEXT.test(key) || !TAG_TEXT.test(value) || key.length > 128 || value.length > 256 || key === "",
  );
  return entries.length > 50 ? ["more than 50 tags"] : wrong.map(([key]) => `tag ${key}`);
}

const isUnknown = (value: Value) => typeof value === "object" && value !== null && ("$unknown" in value || "$secret" in value);

/** What AWS would refuse of a resource, input by input; empty when nothing. A type that is not listed is told, too. */
export function beyondLimits({ type, name, inputs, custom }: RecordedResource): string[] {
  if (!custom || type.startsWith("pulumi:") || type.startsWith("azure-native:")) return [];
  const limits = LIMITS[className(type)];
  if (!limits) return className(type) === "aws.ssm.DefaultPatchBaseline" ? [] : [`${type} has no limits here`];
  const wrong = Object.entries(limits).filter(([input, limit]) => {
    const value = inputs[input];
    return value !== undefined && !isUnknown(value) && !within(value, limit);
  });
  return [...wrong.map(([input]) => `${name} ${input}: ${JSON.stringify(inputs[input])}`), ...wrongTags(inputs["tags"])];
}
