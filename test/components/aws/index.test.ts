import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import * as components from "../../../components/aws";
import { definitionText } from "../../../fleet/definition";
import { partitionOf } from "../../../fleet/partition";
import type { RecordedResource } from "../../../preview/engine/recorded-resource";
import type { RunResult } from "../../../preview/engine/run-program";
import { className, previewed, PROVIDER, providerOf, TAGS } from "../../support/component-run";
import { DEFINITION, everyComponent } from "../../support/every-component";
import { EMPTY_CLOUD, made } from "../../support/program-run";

const everything = (region: string): Promise<RunResult> =>
  previewed((opts) => everyComponent(region, opts), {
    cloud: { ...EMPTY_CLOUD, parameter: () => definitionText(DEFINITION) },
  });

const custom = (result: RunResult): RecordedResource[] => made(result).filter((resource) => resource.custom);
const classOf = ({ type }: RecordedResource) => className(type);

/** Types that AWS gives no tags. */
const UNTAGGED = new Set([
  "aws.cloudwatch.EventApiDestination",
  "aws.cloudwatch.EventBusPolicy",
  "aws.cloudwatch.EventConnection",
  "aws.cloudwatch.EventTarget",
  "aws.athena.NamedQuery",
  "aws.glue.CatalogTable",
  "aws.iam.RolePolicy",
  "aws.iam.RolePolicyAttachment",
  "aws.kms.Alias",
  "aws.ram.PrincipalAssociation",
  "aws.ram.ResourceAssociation",
  "aws.scheduler.Schedule",
  "aws.securityhub.Insight",
  "aws.securityhub.ProductSubscription",
  "aws.sns.TopicPolicy",
  "aws.sns.TopicSubscription",
  "aws.s3.BucketLifecycleConfiguration",
  "aws.s3.BucketLogging",
  "aws.s3.BucketObjectLockConfiguration",
  // At most ten tags an object, where a fleet may have fifty.
  "aws.s3.BucketObjectv2",
  "aws.s3.BucketOwnershipControls",
  "aws.s3.BucketPolicy",
  "aws.s3.BucketPublicAccessBlock",
  "aws.s3.BucketServerSideEncryptionConfiguration",
  "aws.s3.BucketVersioning",
  "aws.ssm.DefaultPatchBaseline",
  "aws.ssm.MaintenanceWindowTask",
  "aws.ssm.PatchGroup",
  "aws.ssm.ResourceDataSync",
  "aws.ssm.ServiceSetting",
]);

/** Types of which there can be one of a name, a group or a setting only: made anew, the old one must be gone first. */
const UNIQUE = new Set([
  "aws.cloudwatch.EventApiDestination",
  "aws.cloudwatch.EventBus",
  "aws.cloudwatch.EventBusPolicy",
  "aws.cloudwatch.EventConnection",
  "aws.cloudwatch.EventRule",
  "aws.cloudwatch.EventTarget",
  "aws.cloudwatch.LogGroup",
  "aws.cloudwatch.MetricAlarm",
  "aws.athena.Workgroup",
  "aws.glue.CatalogDatabase",
  "aws.glue.CatalogTable",
  "aws.iam.InstanceProfile",
  "aws.iam.Policy",
  "aws.iam.Role",
  "aws.iam.RolePolicy",
  "aws.kms.Alias",
  "aws.ram.PrincipalAssociation",
  "aws.ram.ResourceAssociation",
  "aws.scheduler.Schedule",
  "aws.securityhub.ProductSubscription",
  "aws.sns.Topic",
  "aws.sns.TopicPolicy",
  "aws.sns.TopicSubscription",
  "aws.s3.Bucket",
  "aws.s3.BucketLifecycleConfiguration",
  "aws.s3.BucketLogging",
  "aws.s3.BucketObjectLockConfiguration",
  "aws.s3.BucketObjectv2",
  "aws.s3.BucketOwnershipControls",
  "aws.s3.BucketPolicy",
  "aws.s3.BucketPublicAccessBlock",
  "aws.s3.BucketServerSideEncryptionConfiguration",
  "aws.s3.BucketVersioning",
  "aws.sfn.StateMachine",
  "aws.ssm.DefaultPatchBaseline",
  "aws.ssm.Document",
  "aws.ssm.Parameter",
  "aws.ssm.PatchGroup",
  "aws.ssm.ResourceDataSync",
  "aws.ssm.ServiceSetting",
]);

/** What is lost for good when it is deleted: the record of what was done, what reads it, and what others read and share. */
const PROTECTED = new Set(["aws.cloudwatch.LogGroup", "aws.kms.Key", "aws.s3.Bucket", "aws.ssm.Parameter"]);

describe("every AWS component", () => {
  it("is made by this test", async () => {
    const classes = Object.entries(components).flatMap(([name, value]) =>
      typeof value === "function" && value.prototype instanceof pulumi.ComponentResource ? [name] : [],
    );
    const tried = made(await everything("eu-west-1")).filter(({ custom: is }) => !is);
    expect(tried.map(classOf)).to.have.members(classes);
    expect(tried.map(({ type }) => type)).to.have.members(classes.map((name) => `fleet-patching:aws:${name}`));
  });

  for (const region of ["eu-west-1", "us-gov-west-1", "cn-north-1"]) {
    describe(`in ${region}`, () => {
      it("names the region of each regional resource, and of no other", async () => {
        for (const { type, name, inputs } of custom(await everything(region)))
          expect(inputs["region"], `${type} ${name}`).to.equal(type.startsWith("aws:iam/") ? undefined : region);
      });

      it("writes no other partition than the region's", async () => {
        for (const { type, name, inputs } of custom(await everything(region))) {
          const partitions = JSON.stringify(inputs).match(/arn:[a-z-]+:/gu) ?? [];
          for (const found of partitions) expect(found, `${type} ${name}`).to.equal(`arn:${partitionOf(region)}:`);
        }
      });
    });
  }

  it("tags all that can have tags; the activation with its patch group only", async () => {
    for (const resource of custom(await everything("eu-west-1"))) {
      const label = `${resource.type} ${resource.name}`;
      if (classOf(resource) === "aws.ssm.Activation") expect(resource.inputs["tags"], label).to.deep.equal({ PatchGroup: "web" });
      else expect(resource.inputs["tags"], label).to.deep.equal(UNTAGGED.has(classOf(resource)) ? undefined : TAGS);
    }
  });

  it("passes the explicit provider on to each of its resources", async () => {
    const result = await everything("eu-west-1");
    for (const { name, type } of custom(result)) expect(providerOf(result, name), type).to.equal(PROVIDER);
    for (const { token, provider } of result.invokes) expect(provider, token).to.match(/::account$/u);
  });

  it("is the parent of each of its resources, whose names begin with its own", async () => {
    const all = made(await everything("eu-west-1"));
    for (const { name, parent, type } of all.filter((resource) => resource.custom)) {
      const owner = all.find(({ urn }) => urn === parent);
      expect(owner?.custom, type).to.equal(false);
      expect(name.startsWith(`${owner?.name}-`) || name.startsWith(`${owner?.name}/`), name).to.equal(true);
    }
  });

  it("deletes before it replaces whatever there can be one of only", async () => {
    const all = custom(await everything("eu-west-1"));
    expect(new Set(all.map(classOf).filter((type) => UNIQUE.has(type)))).to.deep.equal(UNIQUE);
    for (const resource of all)
      expect(resource.options.deleteBeforeReplace ?? false, resource.type).to.equal(UNIQUE.has(classOf(resource)));
  });

  it("protects what is lost for good, and nothing else", async () => {
    for (const resource of custom(await everything("eu-west-1")))
      expect(resource.options.protect ?? false, resource.type).to.equal(PROTECTED.has(classOf(resource)));
  });

  it("registers its public fields as outputs", async () => {
    const all = made(await everything("eu-west-1")).filter((resource) => !resource.custom);
    const told = Object.fromEntries(all.map((component) => [classOf(component), Object.keys(component.outputs).toSorted()]));
    expect(told).to.deep.equal({
      AlertBus: ["busName"],
      AlertKey: ["keyArn"],
      AlertRule: [],
      AlertTopic: ["topicArn"],
      ChatDestination: ["destinationArn"],
      CommandLog: ["logGroupName"],
      EventForwarding: [],
      EventRole: ["roleArn"],
      AccessLog: ["logBucketName"],
      AuditorRole: ["roleArn"],
      DataSync: [],
      EvidenceBucket: ["bucketName", "keyArn"],
      EvidenceHistory: ["machineArn"],
      EvidenceObjects: [],
      EvidenceQueries: ["workgroupName"],
      EvidenceTables: ["databaseName"],
      FreezeCalendar: ["calendarName"],
      GuardedRestart: ["runbookName"],
      GuardedRunbook: ["runbookName"],
      HistoryAlarms: [],
      HostManagement: [],
      HybridActivation: ["activationCode", "activationId"],
      HybridTier: [],
      InstallWindow: ["windowId"],
      Inventory: [],
      ManifestBucket: ["bucketName"],
      NodeIdentity: ["hostManagementRoleName", "instanceProfileName", "nodePolicyArn"],
      OrganizationShare: ["shareArn"],
      PatchBaselines: ["baselineIds"],
      PatchFindings: [],
      PatchInsights: [],
      PublishedParameters: [],
      RingEvaluator: ["machineArn"],
      RestartDocument: ["documentName"],
      RunIdentity: ["runbookRoleArn", "windowRoleArn"],
      Scan: [],
      SharedBaseline: ["baselineId"],
      UpdatersOff: [],
      WindowNotices: [],
    });
  });

  it("rejects being made without an explicit provider: nothing happens with the credentials that are around", async () => {
    const result = await previewed(() => everyComponent("eu-west-1", {}));
    expect(result.ok).to.equal(false);
    expect(!result.ok && result.failure.message).to.match(/^(Invoke: )?Default provider for 'aws' disabled\./u);
  });
});
