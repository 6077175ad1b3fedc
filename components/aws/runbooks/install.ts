import { EXECUTION_ID, type ExecuteScript, type RunCommand, type Runbook, type Step } from "./automation";
import { CANCEL_SCRIPT, RECONCILE_SCRIPT } from "./commands";
import { GATE_SCRIPT } from "./gate";
import { RECORD_SCRIPT } from "./record";

/** Where a run leaves its record. */
export interface RecordArgs {
  /** The bucket of the evidence, by name. */
  readonly bucket: string;
  /** The account that owns the bucket, 12 digits. */
  readonly bucketOwner: string;
  /** The bucket's region. */
  readonly bucketRegion: string;
  /** The runbook's own account, 12 digits. */
  readonly account: string;
  /** The runbook's own region. */
  readonly region: string;
  /** The ring of its group. */
  readonly ring: string;
}

/** What one group's guarded runbook needs to know. Everything is written into the document: a starter passes nothing. */
export interface InstallRunbookArgs {
  /** The patch group: the value of the tag. */
  readonly group: string;
  /** `PatchGroup` or `Patch Group`. */
  readonly tagKey: string;
  readonly reboot: "RebootIfNeeded" | "NoReboot";
  /** How many servers install at once, such as `10` or `10%`. */
  readonly concurrency: string;
  /** After how many failures no further server starts, such as `5` or `5%`. */
  readonly errors: string;
  /** How many servers are expected; 0 when nobody knows. */
  readonly servers: number;
  /** The change calendars that must be open, by name, in the runbook's own region. */
  readonly calendars: readonly string[];
  /** The release parameters that must be open, by ARN. */
  readonly releases: readonly string[];
  /** The region in which the releases live. */
  readonly home: string;
  /** The ARN of the role that the runbook runs under. */
  readonly role: string;
  /** The log group that receives the commands' output. */
  readonly logGroup: string;
  /** How long the install command may wait for its servers, in seconds. */
  readonly timeoutSeconds: number;
  /** How long one server may take, in seconds. */
  readonly stepTimeoutSeconds: number;
  /** Where the run leaves its record. @default no record */
  readonly record?: RecordArgs;
}

/** A scan reaches half of the group at once: it changes nothing, and must be done before the install. */
const SCAN = { concurrency: "50%", timeoutSeconds: 1200, stepTimeoutSeconds: 900, stepLimit: 2400 };
/** A script step is stopped by the service after ten minutes. */
const SCRIPT_SECONDS = 600;
/** A step outlives its command by this much, so that the command ends by its own expiry. */
const MARGIN_SECONDS = 300;

const comment = (step: string) => `fleet ${EXECUTION_ID} ${step}`;

function scan(args: InstallRunbookArgs, name: string, next: string): RunCommand {
  return {
    name,
    action: "aws:runCommand",
    timeoutSeconds: SCAN.stepLimit,
    isCritical: true,
    onFailure: `step:${name}Cancel`,
    onCancel: `step:${name}Cancel`,
    nextStep: next,
    inputs: {
      DocumentName: "AWS-RunPatchBaseline",
      Targets: [{ Key: `tag:${args.tagKey}`, Values: [args.group] }],
      Parameters: {
        Operation: ["Scan"],
        RebootOption: ["NoReboot"],
        SnapshotId: [EXECUTION_ID],
        StepTimeoutSeconds: [String(SCAN.stepTimeoutSeconds)],
      },
      MaxConcurrency: SCAN.concurrency,
      MaxErrors: "100%",
      TimeoutSeconds: SCAN.timeoutSeconds,
      Comment: comment(name),
      CloudWatchOutputConfig: { CloudWatchLogGroupName: args.logGroup, CloudWatchOutputEnabled: true },
    },
  };
}

function install(args: InstallRunbookArgs): RunCommand {
  return {
    name: "install",
    action: "aws:runCommand",
    timeoutSeconds: args.timeoutSeconds + args.stepTimeoutSeconds + MARGIN_SECONDS,
    isCritical: true,
    onFailure: "step:installCancel",
    onCancel: "step:installCancel",
    nextStep: "scanAfter",
    inputs: {
      DocumentName: "AWS-RunPatchBaseline",
      Targets: [{ Key: `tag:${args.tagKey}`, Values: [args.group] }],
      Parameters: {
        Operation: ["Install"],
        RebootOption: [args.reboot],
        SnapshotId: [EXECUTION_ID],
        StepTimeoutSeconds: [String(args.stepTimeoutSeconds)],
      },
      MaxConcurrency: args.concurrency,
      MaxErrors: args.errors,
      TimeoutSeconds: args.timeoutSeconds,
      Comment: comment("install"),
      CloudWatchOutputConfig: { CloudWatchLogGroupName: args.logGroup, CloudWatchOutputEnabled: true },
    },
  };
}

function cancel(step: string, then: { nextStep: string } | { isEnd: true }): ExecuteScript {
  return {
    name: `${step}Cancel`,
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    onFailure: "nextStep" in then ? `step:${then.nextStep}` : "Abort",
    ...then,
    inputs: {
      Runtime: "python3.12",
      Handler: "cancel",
      InputPayload: { Comment: comment(step) },
      Script: CANCEL_SCRIPT,
    },
  };
}

function gate(args: InstallRunbookArgs): Step[] {
  return [
    {
      name: "gate",
      action: "aws:executeScript",
      timeoutSeconds: SCRIPT_SECONDS,
      onFailure: "Abort",
      nextStep: "decide",
      inputs: {
        Runtime: "python3.12",
        Handler: "gate",
        InputPayload: { Calendars: args.calendars, Releases: args.releases, Home: args.home },
        Script: GATE_SCRIPT,
      },
      outputs: [
        { Name: "Decision", Selector: "$.Payload.Decision", Type: "String" },
        { Name: "Why", Selector: "$.Payload.Why", Type: "String" },
      ],
    },
    {
      name: "decide",
      action: "aws:branch",
      onFailure: "Abort",
      inputs: {
        Choices: [{ NextStep: "scan", Variable: "{{ gate.Decision }}", StringEquals: "open" }],
        Default: "held",
      },
    },
    { name: "held", action: "aws:sleep", isEnd: true, inputs: { Duration: "PT1S" } },
  ];
}

function reconcile(args: InstallRunbookArgs): ExecuteScript {
  return {
    name: "reconcile",
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    onFailure: "Abort",
    isEnd: true,
    inputs: {
      Runtime: "python3.12",
      Handler: "reconcile",
      InputPayload: {
        TagKey: args.tagKey,
        TagValue: args.group,
        Servers: String(args.servers),
        Comment: comment("install"),
      },
      Script: RECONCILE_SCRIPT,
    },
    outputs: [
      { Name: "Expected", Selector: "$.Payload.Expected", Type: "String" },
      { Name: "Finished", Selector: "$.Payload.Finished", Type: "String" },
    ],
  };
}

/** The last step of every run: what it leaves behind. */
function record(
  args: InstallRunbookArgs,
  { bucket, bucketOwner, bucketRegion, account, region, ring }: RecordArgs,
): ExecuteScript {
  return {
    name: "record",
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    onFailure: "Abort",
    isEnd: true,
    inputs: {
      Runtime: "python3.12",
      Handler: "record",
      InputPayload: {
        Execution: EXECUTION_ID,
        Account: account,
        Region: region,
        Ring: ring,
        TagKey: args.tagKey,
        TagValue: args.group,
        Comment: comment("install"),
        Bucket: bucket,
        BucketOwner: bucketOwner,
        BucketRegion: bucketRegion,
      },
      Script: RECORD_SCRIPT,
    },
  };
}

/**
 * Turns every end of a run into the way to its record. A step that ended the run as Failed is critical now: the record that
 * follows it must not make the run a good one.
 */
function towardsRecord(step: Step): Step {
  const { isEnd, ...rest } = step;
  const aborts = (step.onFailure ?? "Abort") === "Abort";
  return {
    ...rest,
    ...(isEnd === true ? { nextStep: "record" } : {}),
    ...(aborts ? { onFailure: "step:record", isCritical: true } : {}),
  };
}

/**
 * The one path by which a group installs: gate, scan, install, scan, reconcile.
 *
 * Held ends as Success with the reason in `gate.Why`; whatever cannot be read ends as Failed; neither installs.
 * A scan that fails as a whole stops the run before the install. After a failed install the last scan and the
 * reconciliation still run, and the run ends as Failed. Where evidence is kept, each of these ways ends with the run's record.
 */
export function installRunbook(args: InstallRunbookArgs): Runbook {
  const steps: readonly Step[] = [
    ...gate(args),
    scan(args, "scan", "install"),
    install(args),
    scan(args, "scanAfter", "reconcile"),
    reconcile(args),
    cancel("scan", { isEnd: true }),
    cancel("install", { nextStep: "scanAfter" }),
    cancel("scanAfter", { nextStep: "reconcile" }),
  ];
  return {
    schemaVersion: "0.3",
    description: `Installs what is approved on the servers of ${args.group}, behind the gate`,
    assumeRole: args.role,
    mainSteps: args.record ? [...steps.map(towardsRecord), record(args, args.record)] : steps,
    outputs: ["gate.Decision", "gate.Why", "reconcile.Expected", "reconcile.Finished"],
  };
}
