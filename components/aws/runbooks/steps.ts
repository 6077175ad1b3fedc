import { EXECUTION_ID, type ExecuteScript, type RunCommand, type Step } from "./automation";
import { CANCEL_SCRIPT } from "./commands";
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

/** The exact list of what a run installs, as its gate and its command know it. */
export interface ManifestArgs {
  /** The bucket that holds it, by name, in the servers' own region. */
  readonly bucket: string;
  /** The account that owns the bucket, 12 digits. */
  readonly bucketOwner: string;
  /** The object's key, `manifests/<digest>.yaml`. */
  readonly key: string;
  /** The SHA-256 of its bytes, in lower-case hex. */
  readonly digest: string;
  /** Its address as AWS-RunPatchBaseline takes it, `s3://<bucket>/<key>`, at most 256 characters. */
  readonly address: string;
}

/** What every guarded runbook needs to know of one group. Everything is written into the document: a starter passes nothing. */
export interface RunArgs {
  /** The patch group: the value of the tag. */
  readonly group: string;
  /** `PatchGroup` or `Patch Group`. */
  readonly tagKey: string;
  /** How many servers are changed at once, such as `10` or `10%`. */
  readonly concurrency: string;
  /** How many servers are expected; 0 when nobody knows. */
  readonly servers: number;
  /** The change calendars that must be open, by name, in the runbook's own region. */
  readonly calendars: readonly string[];
  /** The release parameters by which people release the ring, by ARN. */
  readonly releases: readonly string[];
  /** The release parameter that is proved by evidence, by ARN. @default none is asked */
  readonly proved?: string;
  /** When the approval lapses, RFC 3339 in UTC. @default there is no approval */
  readonly expires?: string;
  /** The region in which the releases live. */
  readonly home: string;
  /** The ARN of the role that the runbook runs under. */
  readonly role: string;
  /** The log group that receives the commands' output. */
  readonly logGroup: string;
  /** How long a command may wait for its servers, in seconds. */
  readonly timeoutSeconds: number;
  /** How long one server may take, in seconds. */
  readonly stepTimeoutSeconds: number;
  /** Where the run leaves its record. @default no record */
  readonly record?: RecordArgs;
}

/** AWS's document that scans and installs. */
export const PATCH_DOCUMENT = "AWS-RunPatchBaseline";

/** A scan reaches half of the group at once: it changes nothing, and must be done before the install. */
const SCAN = { concurrency: "50%", timeoutSeconds: 1200, stepTimeoutSeconds: 900, stepLimit: 2400 };
/** A script step is stopped by the service after ten minutes. */
export const SCRIPT_SECONDS = 600;
/** A step outlives its command by this much, so that the command ends by its own expiry. */
export const MARGIN_SECONDS = 300;

/** By what a command of this run is found again. */
export const comment = (step: string): string => `fleet ${EXECUTION_ID} ${step}`;

/** Commands of a run: of which document, and what they are found by. */
export interface Sent {
  readonly document: string;
  readonly comments: readonly string[];
}

/** Scans the group's servers, and goes on when it succeeded. */
export function scanStep(args: RunArgs, name: string, next: string): RunCommand {
  return {
    name,
    action: "aws:runCommand",
    timeoutSeconds: SCAN.stepLimit,
    isCritical: true,
    onFailure: `step:${name}Cancel`,
    onCancel: `step:${name}Cancel`,
    nextStep: next,
    inputs: {
      DocumentName: PATCH_DOCUMENT,
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

/** Cancels the commands of steps of which one failed or was cancelled. */
export function cancelStep(name: string, sent: Sent, then: { nextStep: string } | { isEnd: true }): ExecuteScript {
  return {
    name,
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    onFailure: "nextStep" in then ? `step:${then.nextStep}` : "Abort",
    ...then,
    inputs: {
      Runtime: "python3.12",
      Handler: "cancel",
      InputPayload: { Document: sent.document, Comments: sent.comments },
      Script: CANCEL_SCRIPT,
    },
  };
}

/** The gate, the decision that follows it, and the place where a held run ends. */
export function gateSteps(args: RunArgs & { readonly manifest?: ManifestArgs }, open: string): Step[] {
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
        InputPayload: {
          Calendars: args.calendars,
          Releases: args.releases,
          Home: args.home,
          Manifest: args.manifest?.key ?? "",
          Bucket: args.manifest?.bucket ?? "",
          BucketOwner: args.manifest?.bucketOwner ?? "",
          Digest: args.manifest?.digest ?? "",
          Expires: args.expires ?? "",
          Proved: args.proved ?? "",
        },
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
        Choices: [{ NextStep: open, Variable: "{{ gate.Decision }}", StringEquals: "open" }],
        Default: "held",
      },
    },
    { name: "held", action: "aws:sleep", isEnd: true, inputs: { Duration: "PT1S" } },
  ];
}

/**
 * The steps of a run with its record as their last: every end becomes the way to it. A step that ended the run as Failed is
 * critical now: the record that follows it must not make the run a good one.
 *
 * @param sent what the run's commands that change servers are found by
 */
export function withRecord(args: RunArgs, steps: readonly Step[], sent: Sent): readonly Step[] {
  if (!args.record) return steps;
  const { bucket, bucketOwner, bucketRegion, account, region, ring } = args.record;
  const record: ExecuteScript = {
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
        Document: sent.document,
        Comments: sent.comments,
        Bucket: bucket,
        BucketOwner: bucketOwner,
        BucketRegion: bucketRegion,
      },
      Script: RECORD_SCRIPT,
    },
  };
  return [...steps.map(towardsRecord), record];
}

function towardsRecord(step: Step): Step {
  const { isEnd, ...rest } = step;
  const aborts = (step.onFailure ?? "Abort") === "Abort";
  return {
    ...rest,
    ...(isEnd === true ? { nextStep: "record" } : {}),
    ...(aborts ? { onFailure: "step:record", isCritical: true } : {}),
  };
}
