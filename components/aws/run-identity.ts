import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { bucketArn, RECORDS, viaS3 } from "./evidence-policies";
import { readManifests } from "./node-identity";
import { policyText, trustSystemsManager, type Statement } from "./policy-document";

/** What the roles of a run need. All of an account's regions share them. */
export interface RunIdentityArgs {
  /** The account's id, 12 digits. */
  readonly account: string;
  /** `aws`, `aws-us-gov` or `aws-cn`. */
  readonly partition: string;
  /** The role under which windows start runbooks, by name. */
  readonly windowRoleName: string;
  /** The role under which runbooks run, by name. */
  readonly runbookRoleName: string;
  /** The runbooks that windows may start, by physical name; `*` ends one for all that begin so. About 50 fit. */
  readonly runbooks: readonly string[];
  /** The calendars that gates ask, by physical name; `*` ends one for all that begin so. */
  readonly calendars: readonly string[];
  /** The release parameters that gates ask, by ARN; `*` ends one for all that begin so. */
  readonly releases: readonly string[];
  /** The tag by which servers are reached, and its values. */
  readonly tagKey: string;
  readonly groups: readonly string[];
  /** The bucket of the evidence, in which runs leave their records. @default no records */
  readonly records?: { readonly bucketName: string; readonly owner: string; readonly region: string };
  /** The Command document by which servers restart, by name. @default none restarts but after an install */
  readonly restartDocument?: string;
  /** The buckets of the account's manifests, by name; `*` ends one for all that begin so. @default none */
  readonly manifestBuckets?: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * The two roles of a run: one that may only start the guarded runbooks, and one that does what a runbook does.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html
 */
export class RunIdentity extends pulumi.ComponentResource {
  readonly windowRoleArn: pulumi.Output<string>;
  readonly runbookRoleArn: pulumi.Output<string>;

  constructor(name: string, args: RunIdentityArgs, opts: pulumi.ComponentResourceOptions) {
    super("fleet-patching:aws:RunIdentity", name, {}, opts);
    const runbookRole = role(this, `${name}-runbook`, args, args.runbookRoleName, "Scans and installs for the guarded runbooks");
    const windowRole = role(this, `${name}-window`, args, args.windowRoleName, "Starts the guarded runbooks from their windows");
    inline(this, `${name}-runbook`, runbookRole, runbookStatements(args));
    inline(this, `${name}-window`, windowRole, windowStatements(args));
    this.windowRoleArn = windowRole.arn;
    this.runbookRoleArn = runbookRole.arn;
    this.registerOutputs({ windowRoleArn: this.windowRoleArn, runbookRoleArn: this.runbookRoleArn });
  }
}

function role(parent: pulumi.Resource, name: string, args: RunIdentityArgs, physical: string, description: string) {
  const inputs = { name: physical, description, assumeRolePolicy: trustSystemsManager(args.account), tags: args.tags };
  return new iam.Role(`${name}-role`, inputs, { parent, deleteBeforeReplace: true });
}

function inline(parent: pulumi.Resource, name: string, to: iam.Role, statements: readonly Statement[]) {
  const inputs = { name: "fleet", role: to.name, policy: policyText(statements) };
  return new iam.RolePolicy(`${name}-policy`, inputs, { parent, deleteBeforeReplace: true });
}

/** Starting a runbook asks for the document, its definition and the execution that comes of it. */
function windowStatements(args: RunIdentityArgs): Statement[] {
  const arn = (kind: string) => `arn:${args.partition}:ssm:*:${args.account}:${kind}`;
  return [
    {
      Sid: "StartGuardedRunbooks",
      Effect: "Allow",
      Action: ["ssm:StartAutomationExecution"],
      Resource: [
        ...args.runbooks.flatMap((runbook) => [arn(`document/${runbook}`), arn(`automation-definition/${runbook}:*`)]),
        arn("automation-execution/*"),
      ],
    },
    { Sid: "WatchRuns", Effect: "Allow", Action: ["ssm:GetAutomationExecution"], Resource: arn("automation-execution/*") },
    {
      Sid: "PassRunbookRole",
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: `arn:${args.partition}:iam::${args.account}:role/${args.runbookRoleName}`,
      Condition: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
    },
  ];
}

/** SendCommand takes a document and servers: the servers by their tag, so that no other group can be reached. */
function runbookStatements(args: RunIdentityArgs): Statement[] {
  const ssm = (region: string, account: string, kind: string) => `arn:${args.partition}:ssm:${region}:${account}:${kind}`;
  return [
    {
      Sid: "SendPatchCommand",
      Effect: "Allow",
      Action: ["ssm:SendCommand"],
      Resource: [
        ssm("*", "", "document/AWS-RunPatchBaseline"),
        ssm("*", "*", "document/AWS-RunPatchBaseline"),
        ...(args.restartDocument === undefined ? [] : [ssm("*", args.account, `document/${args.restartDocument}`)]),
      ],
    },
    {
      Sid: "ToServersOfItsGroups",
      Effect: "Allow",
      Action: ["ssm:SendCommand"],
      Resource: [`arn:${args.partition}:ec2:*:${args.account}:instance/*`, ssm("*", args.account, "managed-instance/*")],
      Condition: { StringEquals: { [`aws:ResourceTag/${args.tagKey}`]: args.groups } },
    },
    {
      Sid: "WatchAndCancelCommands",
      Effect: "Allow",
      Action: [
        "ssm:CancelCommand",
        "ssm:DescribeInstanceInformation",
        ...(args.restartDocument === undefined ? [] : ["ssm:DescribeInstancePatchStates"]),
        ...((args.manifestBuckets ?? []).length === 0 ? [] : ["ssm:DescribeInstancePatches"]),
        "ssm:GetCommandInvocation",
        "ssm:ListCommandInvocations",
        "ssm:ListCommands",
      ],
      Resource: "*",
    },
    {
      Sid: "AskCalendars",
      Effect: "Allow",
      Action: ["ssm:GetCalendarState"],
      Resource: args.calendars.map((calendar) => ssm("*", args.account, `document/${calendar}`)),
    },
    { Sid: "AskReleases", Effect: "Allow", Action: ["ssm:GetParameter"], Resource: args.releases },
    ...manifestStatements(args),
    ...(args.records ? recordStatements(args, args.records) : []),
  ];
}

/** The gate asks S3 for a manifest's checksum and for all versions that it ever had. */
function manifestStatements({ partition, manifestBuckets = [] }: RunIdentityArgs): Statement[] {
  if (manifestBuckets.length === 0) return [];
  const Resource = manifestBuckets.map((bucketName) => bucketArn({ partition, bucketName }));
  return [
    ...readManifests(partition, manifestBuckets),
    { Sid: "CountVersionsOfManifests", Effect: "Allow", Action: ["s3:ListBucketVersions"], Resource },
  ];
}

/**
 * A record goes below the account's own folder, and the key only encrypts, for that bucket only. Which key it is, its own account
 * knows: a runbook of another account knows where it lives.
 */
function recordStatements(
  args: RunIdentityArgs,
  { bucketName, owner, region }: NonNullable<RunIdentityArgs["records"]>,
): Statement[] {
  const { partition, account } = args;
  const bucket = bucketArn({ partition, bucketName });
  return [
    {
      Sid: "LookAtOwnRun",
      Effect: "Allow",
      Action: ["ssm:GetAutomationExecution"],
      Resource: `arn:${partition}:ssm:*:${account}:automation-execution/*`,
    },
    { Sid: "WriteRecord", Effect: "Allow", Action: ["s3:PutObject"], Resource: `${bucket}/${RECORDS}/accountid=${account}/*` },
    {
      Sid: "EncryptRecord",
      Effect: "Allow",
      Action: ["kms:GenerateDataKey"],
      Resource: `arn:${partition}:kms:${region}:${owner}:key/*`,
      Condition: {
        StringEquals: { "kms:ViaService": viaS3({ partition, region }) },
        StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
      },
    },
  ];
}
