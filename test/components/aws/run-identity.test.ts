import { expect } from "chai";
import { RunIdentity, type RunIdentityArgs } from "../../../components/aws";
import { trustSystemsManager } from "../../../components/aws/policy-document";
import { previewed, shapes, TAGS } from "../../support/component-run";
import { named } from "../../support/program-run";

const RELEASE = "arn:aws-cn:ssm:cn-north-1:222222222222:parameter/fleet/rings/prod/declared";
const ARGS: RunIdentityArgs = {
  account: "444444444444",
  partition: "aws-cn",
  windowRoleName: "fleet-window",
  runbookRoleName: "fleet-runbook",
  runbooks: ["fleet-install-web", "fleet-install-db"],
  calendars: ["fleet-calendar-prod"],
  releases: [RELEASE],
  tagKey: "Patch Group",
  groups: ["web", "db"],
  tags: TAGS,
};

async function identity(args: RunIdentityArgs = ARGS) {
  const result = await previewed((opts) => {
    new RunIdentity("runs", args, opts);
  });
  return { result, policy: (name: string) => JSON.parse(named(result, name).inputs["policy"] as string).Statement };
}

describe("RunIdentity", () => {
  it("makes two roles that only Systems Manager may take on, each with one policy of its own", async () => {
    const { result } = await identity();
    const role = (name: string, physical: string, description: string) => ({
      type: "aws.iam.Role",
      name,
      parent: "runs",
      inputs: { name: physical, description, assumeRolePolicy: trustSystemsManager("444444444444"), tags: TAGS },
      options: { deleteBeforeReplace: true },
    });
    const all = shapes(result);
    expect(all.filter(({ type }) => type === "aws.iam.Role")).to.deep.equal([
      role("runs-runbook-role", "fleet-runbook", "Scans and installs for the guarded runbooks"),
      role("runs-window-role", "fleet-window", "Starts the guarded runbooks from their windows"),
    ]);
    const policies = all.filter(({ type }) => type === "aws.iam.RolePolicy");
    expect(policies.map(({ name, inputs: { policy: _policy, ...inputs }, options }) => [name, inputs, options])).to.deep.equal([
      ["runs-runbook-policy", { name: "fleet", role: "fleet-runbook" }, { deleteBeforeReplace: true }],
      ["runs-window-policy", { name: "fleet", role: "fleet-window" }, { deleteBeforeReplace: true }],
    ]);
    expect(all.map(({ type }) => type)).to.have.members([
      "RunIdentity",
      "aws.iam.Role",
      "aws.iam.Role",
      "aws.iam.RolePolicy",
      "aws.iam.RolePolicy",
    ]);
  });

  it("lets a window start its runbooks, watch them and pass their role, and nothing else", async () => {
    const { policy } = await identity();
    const ssm = (kind: string) => `arn:aws-cn:ssm:*:444444444444:${kind}`;
    expect(policy("runs-window-policy")).to.deep.equal([
      {
        Sid: "StartGuardedRunbooks",
        Effect: "Allow",
        Action: ["ssm:StartAutomationExecution"],
        Resource: [
          ssm("document/fleet-install-web"),
          ssm("automation-definition/fleet-install-web:*"),
          ssm("document/fleet-install-db"),
          ssm("automation-definition/fleet-install-db:*"),
          ssm("automation-execution/*"),
        ],
      },
      { Sid: "WatchRuns", Effect: "Allow", Action: ["ssm:GetAutomationExecution"], Resource: ssm("automation-execution/*") },
      {
        Sid: "PassRunbookRole",
        Effect: "Allow",
        Action: ["iam:PassRole"],
        Resource: "arn:aws-cn:iam::444444444444:role/fleet-runbook",
        Condition: { StringEquals: { "iam:PassedToService": "ssm.amazonaws.com" } },
      },
    ]);
  });

  it("lets a runbook patch the servers of its groups only, ask calendars and releases, and watch and cancel", async () => {
    const { policy } = await identity();
    expect(policy("runs-runbook-policy")).to.deep.equal([
      {
        Sid: "SendPatchCommand",
        Effect: "Allow",
        Action: ["ssm:SendCommand"],
        Resource: ["arn:aws-cn:ssm:*::document/AWS-RunPatchBaseline", "arn:aws-cn:ssm:*:*:document/AWS-RunPatchBaseline"],
      },
      {
        Sid: "ToServersOfItsGroups",
        Effect: "Allow",
        Action: ["ssm:SendCommand"],
        Resource: ["arn:aws-cn:ec2:*:444444444444:instance/*", "arn:aws-cn:ssm:*:444444444444:managed-instance/*"],
        Condition: { StringEquals: { "aws:ResourceTag/Patch Group": ["web", "db"] } },
      },
      {
        Sid: "WatchAndCancelCommands",
        Effect: "Allow",
        Action: [
          "ssm:CancelCommand",
          "ssm:DescribeInstanceInformation",
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
        Resource: ["arn:aws-cn:ssm:*:444444444444:document/fleet-calendar-prod"],
      },
      { Sid: "AskReleases", Effect: "Allow", Action: ["ssm:GetParameter"], Resource: [RELEASE] },
    ]);
  });

  it("gives the ARNs of its roles", async () => {
    const { result } = await identity();
    const unknown = { $unknown: true };
    expect(named(result, "runs").outputs).to.deep.equal({ windowRoleArn: unknown, runbookRoleArn: unknown });
  });

  it("stays below what IAM takes of a role's own policies with a hundred groups, whose runbooks are named by their beginning", async () => {
    const long = (text: string, place: number) => `${text}${String(place).padStart(3, "0")}`.padEnd(40, "x");
    const many = Array.from({ length: 100 }, (_, place) => place);
    const { result } = await identity({
      ...ARGS,
      runbooks: ["fleet-install-*"],
      groups: many.map((place) => long("group-", place)),
      calendars: many.slice(0, 6).map((place) => long("fleet-calendar-", place)),
      releases: many.slice(0, 12).map((place) => `${RELEASE}${place}`),
    });
    for (const name of ["runs-window-policy", "runs-runbook-policy"])
      expect((named(result, name).inputs["policy"] as string).length, name).to.be.at.most(10_240);
  });

  it("lets a runbook look at its own run and write into its own account's folder, and the key only encrypt for that bucket", async () => {
    const records = { bucketName: "fleet-evidence-2-cn-north-1", owner: "222222222222", region: "cn-north-1" };
    const { policy } = await identity({ ...ARGS, records });
    const without: unknown[] = (await identity()).policy("runs-runbook-policy");
    const bucket = "arn:aws-cn:s3:::fleet-evidence-2-cn-north-1";
    expect(policy("runs-runbook-policy")).to.deep.equal([
      ...without,
      {
        Sid: "LookAtOwnRun",
        Effect: "Allow",
        Action: ["ssm:GetAutomationExecution"],
        Resource: "arn:aws-cn:ssm:*:444444444444:automation-execution/*",
      },
      {
        Sid: "WriteRecord",
        Effect: "Allow",
        Action: ["s3:PutObject"],
        Resource: `${bucket}/runs/records/accountid=444444444444/*`,
      },
      {
        Sid: "EncryptRecord",
        Effect: "Allow",
        Action: ["kms:GenerateDataKey"],
        Resource: "arn:aws-cn:kms:cn-north-1:222222222222:key/*",
        Condition: {
          StringEquals: { "kms:ViaService": "s3.cn-north-1.amazonaws.com.cn" },
          StringLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
        },
      },
    ]);
  });

  it("lets a runbook ask S3 for manifests and all their versions, and servers for what they have, where there are manifests", async () => {
    const { policy } = await identity({ ...ARGS, manifestBuckets: ["fleet-manifests-444444444444-*"] });
    const bucket = "arn:aws-cn:s3:::fleet-manifests-444444444444-*";
    const told: { Sid: string; Action: string[] }[] = policy("runs-runbook-policy");
    expect(told.slice(-2)).to.deep.equal([
      { Sid: "ReadManifests", Effect: "Allow", Action: ["s3:GetObject"], Resource: [`${bucket}/manifests/*`] },
      { Sid: "CountVersionsOfManifests", Effect: "Allow", Action: ["s3:ListBucketVersions"], Resource: [bucket] },
    ]);
    const watched = told.find(({ Sid }) => Sid === "WatchAndCancelCommands")!.Action;
    expect(watched).to.include("ssm:DescribeInstancePatches").and.not.include("ssm:DescribeInstancePatchStates");
  });

  it("lets a runbook send the document that restarts, where one does", async () => {
    const { policy } = await identity({ ...ARGS, restartDocument: "fleet-restart" });
    const told: { Sid: string; Action: string[]; Resource: string[] }[] = policy("runs-runbook-policy");
    expect(told[0]!.Resource).to.deep.equal([
      "arn:aws-cn:ssm:*::document/AWS-RunPatchBaseline",
      "arn:aws-cn:ssm:*:*:document/AWS-RunPatchBaseline",
      "arn:aws-cn:ssm:*:444444444444:document/fleet-restart",
    ]);
    const watched = told.find(({ Sid }) => Sid === "WatchAndCancelCommands")!.Action;
    expect(watched).to.include("ssm:DescribeInstancePatchStates").and.not.include("ssm:DescribeInstancePatches");
  });
});
