import { json, ref, type Fixture, type FixtureResource } from "./fixture";

/** A public example of patching, its resources rebuilt by hand as a Pulumi program would declare them. */
export interface WildProgram {
  readonly name: string;
  readonly source: string;
  /** What it declares, in a sentence or two. */
  readonly about: string;
  /** The name its stack would have. */
  readonly stack: string;
  readonly resources: Fixture;
}

const DEFAULT_PROVIDER = { name: "default_7_48_0", props: { region: "eu-west-1" } };

/** Such programs use the default provider. */
function program(resources: Fixture): Fixture {
  return Object.fromEntries(
    Object.entries(resources).map(([name, resource]) => [name, { provider: DEFAULT_PROVIDER, ...resource }]),
  );
}

function window(schedule: string, more: object = {}): FixtureResource {
  return { type: "aws:ssm/maintenanceWindow:MaintenanceWindow", props: { schedule, duration: 3, cutoff: 1, ...more } };
}

function target(of: string, key: string, values: readonly unknown[]): FixtureResource {
  return {
    type: "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget",
    props: { windowId: ref(`${of}.id`), resourceType: "INSTANCE", targets: [{ key, values }] },
  };
}

function task(
  of: string,
  targets: readonly string[],
  parameters: Readonly<Record<string, string>>,
  more: object = {},
  run: object = {},
): FixtureResource {
  return {
    type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
    props: {
      windowId: ref(`${of}.id`),
      taskType: "RUN_COMMAND",
      taskArn: "AWS-RunPatchBaseline",
      priority: 1,
      targets: [{ key: "WindowTargetIds", values: targets.map((name) => ref(`${name}.id`)) }],
      taskInvocationParameters: {
        runCommandParameters: {
          parameters: Object.entries(parameters).map(([name, value]) => ({ name, values: [value] })),
          ...run,
        },
      },
      ...more,
    },
  };
}

function baseline(props: object): FixtureResource {
  return { type: "aws:ssm/patchBaseline:PatchBaseline", props: { ...props } };
}

function group(patchGroup: string, baselineId: unknown): FixtureResource {
  return { type: "aws:ssm/patchGroup:PatchGroup", props: { patchGroup, baselineId } };
}

const filter = (key: string, ...values: readonly string[]) => ({ key, values });

/** The programs, from the least to the most they try to do. */
export const WILD_PROGRAMS: readonly WildProgram[] = [
  {
    name: "The examples of Pulumi's own reference",
    source: "https://www.pulumi.com/registry/packages/aws/api-docs/ssm/patchbaseline/",
    about: "A baseline with one approved patch, a group registered with it, and a window on Tuesdays.",
    stack: "production",
    resources: program({
      production: baseline({ approvedPatches: ["KB123456"] }),
      patchgroup: group("patch-group-name", ref("production.id")),
      window: window("cron(0 16 ? * TUE *)"),
    }),
  },
  {
    name: "jparnaudeau/terraform-aws-ssm-patch-management, Debian",
    source: "https://github.com/jparnaudeau/terraform-aws-ssm-patch-management",
    about: "A baseline for Debian 8 and 9 with a delay of a week, which becomes the default baseline of the system.",
    stack: "patching",
    resources: program({
      debian: baseline({
        operatingSystem: "DEBIAN",
        approvedPatchesComplianceLevel: "CRITICAL",
        approvalRules: [
          {
            approveAfterDays: 7,
            complianceLevel: "CRITICAL",
            enableNonSecurity: false,
            patchFilters: [filter("PRODUCT", "Debian8", "Debian9"), filter("PRIORITY", "Required", "Important")],
          },
        ],
      }),
      default: {
        type: "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
        props: { baselineId: ref("debian.id"), operatingSystem: "DEBIAN" },
      },
    }),
  },
  {
    name: "CloudBeard/AWS-Systems-Manager-Patch-Manager",
    source: "https://github.com/CloudBeard/AWS-Systems-Manager-Patch-Manager",
    about: "A baseline for Windows Server 2019, and an association that installs every day through an old document.",
    stack: "patching",
    resources: program({
      windows: baseline({
        operatingSystem: "WINDOWS",
        globalFilters: [filter("PRODUCT", "WindowsServer2019")],
        approvalRules: [
          {
            approveAfterDays: 7,
            patchFilters: [filter("CLASSIFICATION", "CriticalUpdates", "SecurityUpdates"), filter("MSRC_SEVERITY", "Critical")],
          },
        ],
      }),
      updates: {
        type: "aws:ssm/association:Association",
        props: {
          name: "AWS-ApplyPatchBaseline",
          associationName: "Windows-Security-Updates",
          targets: [{ key: "tag:OS", values: ["Windows2019"] }],
          scheduleExpression: "cron(0 0 * * *)",
          parameters: { operation: "install" },
        },
      },
    }),
  },
  {
    name: "JamesWoolfenden/terraform-aws-ssmpatching",
    source: "https://github.com/JamesWoolfenden/terraform-aws-ssmpatching",
    about:
      "A window in production that runs a shell command, one of AWS's baselines for a group, and a role that may do everything in Systems Manager.",
    stack: "production",
    resources: program({
      patchgroup: group("patch-process", "arn:aws:ssm:eu-west-2:628322100848:patchbaseline/pb-0fb89bc9ac3b89eee"),
      production: window("cron(0 0 16 ? 1/1 TUE#1 *)"),
      task: {
        type: "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask",
        props: {
          windowId: ref("production.id"),
          taskType: "RUN_COMMAND",
          taskArn: "AWS-RunShellScript",
          priority: 1,
          serviceRoleArn: ref("patchaccess.arn"),
          maxConcurrency: "2",
          maxErrors: "1",
          targets: [{ key: "InstanceIds", values: [ref("production.id")] }],
          taskInvocationParameters: { runCommandParameters: { parameters: [{ name: "commands", values: ["pwd"] }] } },
        },
      },
      patchaccess: {
        type: "aws:iam/role:Role",
        props: {
          name: "patchaccess",
          assumeRolePolicy: json({
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
          }),
        },
      },
      policy: {
        type: "aws:iam/rolePolicy:RolePolicy",
        props: {
          role: ref("patchaccess.id"),
          policy: json({ Statement: [{ Effect: "Allow", Action: ["logs:*", "ssm:*", "ec2messages:*"], Resource: "*" }] }),
        },
      },
    }),
  },
  {
    name: "ministryofjustice/modernisation-platform-environments, patch_manager",
    source: "https://github.com/ministryofjustice/modernisation-platform-environments/tree/main/terraform/modules/patch_manager",
    about:
      "A monthly window that installs on Windows, one server at a time, by an environment's tag; one of AWS's baselines as the default.",
    stack: "hmpps-domain-services-production",
    resources: program({
      default: {
        type: "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
        props: {
          baselineId: "arn:aws:ssm:eu-west-2:028460526000:patchbaseline/pb-0123456789abcdef0",
          operatingSystem: "WINDOWS",
        },
      },
      window: window("cron(0 21 ? * TUE#2 *)"),
      target: target("window", "tag:environment-name", ["hmpps-domain-services-production"]),
      logs: {
        type: "aws:cloudwatch/logGroup:LogGroup",
        props: { name: "hmpps-domain-services-production-patch-logs", retentionInDays: 30 },
      },
      install: task(
        "window",
        ["target"],
        { Operation: "Install" },
        { maxConcurrency: "1", maxErrors: "0", cutoffBehavior: "CONTINUE_TASK" },
        { timeoutSeconds: 3600, cloudwatchConfig: { cloudwatchLogGroupName: ref("logs.name"), cloudwatchOutputEnabled: true } },
      ),
    }),
  },
  {
    name: "dicomgrid/pt-modules, patch and reboot with hooks",
    source: "https://github.com/dicomgrid/pt-modules",
    about: "A task that installs through the document with hooks, without restarts, and keeps its output.",
    stack: "prod",
    resources: program({
      window: window("cron(0 6 ? * SAT *)", { scheduleTimezone: "America/New_York" }),
      target: target("window", "tag:Patch Group", ["prod-linux"]),
      install: task(
        "window",
        ["target"],
        { Operation: "Install", RebootOption: "NoReboot", PreInstallHookDocName: "AWS-Noop", PostInstallHookDocName: "AWS-Noop" },
        {
          taskArn: "AWS-RunPatchBaselineWithHooks",
          maxConcurrency: "20%",
          maxErrors: "10%",
          serviceRoleArn: "arn:aws:iam::444444444444:role/patching",
        },
        { outputS3Bucket: "patch-output", timeoutSeconds: 600 },
      ),
    }),
  },
  {
    name: "rhythmictech/terraform-aws-ssm-patch-manager",
    source: "https://github.com/rhythmictech/terraform-aws-ssm-patch-manager",
    about:
      "A window to scan and one to install, with one of AWS's baselines for a group named after the operating system. The install task is registered with the scan window.",
    stack: "prod",
    resources: program({
      patchgroup: group("AMAZON_LINUX_2", "arn:aws:ssm:us-east-1:075727635805:patchbaseline/pb-0be8c61cde3be63f3"),
      scanWindow: window("cron(0 0 ? * SUN *)", { scheduleTimezone: "America/New_York" }),
      installWindow: window("cron(0 3 ? * SUN *)", { scheduleTimezone: "America/New_York" }),
      scanTarget: target("scanWindow", "tag:Patch Group", ["AMAZON_LINUX_2"]),
      installTarget: target("installWindow", "tag:Patch Group", ["AMAZON_LINUX_2"]),
      scan: task(
        "scanWindow",
        ["scanTarget"],
        { Operation: "Scan" },
        { maxConcurrency: "20", maxErrors: "50" },
        { outputS3Bucket: "logs", timeoutSeconds: 120 },
      ),
      install: task(
        "scanWindow",
        ["installTarget"],
        { Operation: "Install" },
        { maxConcurrency: "20", maxErrors: "50" },
        { outputS3Bucket: "logs", timeoutSeconds: 120 },
      ),
    }),
  },
  {
    name: "cloudposse/terraform-aws-ssm-patch-manager, by its defaults",
    source: "https://github.com/cloudposse/terraform-aws-ssm-patch-manager",
    about:
      "A window to scan one group and a later one to install on another, a baseline for Amazon Linux 2 with a delay of a week, output to a bucket.",
    stack: "prod",
    resources: program({
      baseline: baseline({
        operatingSystem: "AMAZON_LINUX_2",
        approvedPatchesComplianceLevel: "HIGH",
        approvalRules: [
          {
            approveAfterDays: 7,
            complianceLevel: "HIGH",
            enableNonSecurity: true,
            patchFilters: [
              filter("PRODUCT", "AmazonLinux2", "AmazonLinux2.0"),
              filter("CLASSIFICATION", "Security", "Bugfix", "Recommended"),
              filter("SEVERITY", "Critical", "Important", "Medium"),
            ],
          },
        ],
      }),
      installGroup: group("TOPATCH", ref("baseline.id")),
      scanGroup: group("TOSCAN", ref("baseline.id")),
      scanWindow: window("cron(0 0 18 ? * WED *)"),
      installWindow: window("cron(0 0 21 ? * WED *)"),
      scanTarget: target("scanWindow", "tag:Patch Group", ["TOSCAN"]),
      installTarget: target("installWindow", "tag:Patch Group", ["TOPATCH"]),
      scan: task(
        "scanWindow",
        ["scanTarget"],
        { Operation: "Scan", RebootOption: "NoReboot" },
        { maxConcurrency: "20", maxErrors: "50" },
        { outputS3Bucket: "logs" },
      ),
      install: task(
        "installWindow",
        ["installTarget"],
        { Operation: "Install", RebootOption: "RebootIfNeeded" },
        { maxConcurrency: "20", maxErrors: "50" },
        { outputS3Bucket: "logs" },
      ),
    }),
  },
];
