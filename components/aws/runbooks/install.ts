import { EXECUTION_ID, type ExecuteScript, type RunCommand, type Runbook, type Step } from "./automation";
import { RECONCILE_SCRIPT } from "./commands";
import { COMPARE_SCRIPT } from "./compare";
import { reconcileStep } from "./reconcile";
import {
  cancelStep,
  comment,
  gateSteps,
  MARGIN_SECONDS,
  PATCH_DOCUMENT,
  scanStep,
  SCRIPT_SECONDS,
  withRecord,
  type ManifestArgs,
  type RunArgs,
  type Sent,
} from "./steps";

/** What the runbook by which a group installs needs to know. */
export interface InstallRunbookArgs extends RunArgs {
  readonly reboot: "RebootIfNeeded" | "NoReboot";
  /** After how many failures no further server starts, such as `5` or `5%`. */
  readonly errors: string;
  /** The exact list that is installed. @default what the baseline approves */
  readonly manifest?: ManifestArgs;
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
      DocumentName: PATCH_DOCUMENT,
      Targets: [{ Key: `tag:${args.tagKey}`, Values: [args.group] }],
      Parameters: {
        Operation: ["Install"],
        RebootOption: [args.reboot],
        SnapshotId: [EXECUTION_ID],
        StepTimeoutSeconds: [String(args.stepTimeoutSeconds)],
        ...(args.manifest ? { InstallOverrideList: [args.manifest.address] } : {}),
      },
      MaxConcurrency: args.concurrency,
      MaxErrors: args.errors,
      TimeoutSeconds: args.timeoutSeconds,
      Comment: comment("install"),
      CloudWatchOutputConfig: { CloudWatchLogGroupName: args.logGroup, CloudWatchOutputEnabled: true },
    },
  };
}

/** With a manifest the comparison follows in any case: what was installed on the servers that did finish is to be known too. */
function reconcile(args: InstallRunbookArgs): ExecuteScript {
  const counting = { step: "install", handler: "reconcile", script: RECONCILE_SCRIPT } as const;
  return reconcileStep(
    args,
    counting,
    args.manifest ? { onFailure: "step:compare", isCritical: true, nextStep: "compare" } : { onFailure: "Abort", isEnd: true },
  );
}

/** What of the manifest was not installed, and what was installed beside it. */
function compare(args: InstallRunbookArgs, manifest: ManifestArgs): ExecuteScript {
  return {
    name: "compare",
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    onFailure: "Abort",
    isEnd: true,
    inputs: {
      Runtime: "python3.12",
      Handler: "compare",
      InputPayload: {
        TagKey: args.tagKey,
        TagValue: args.group,
        Document: PATCH_DOCUMENT,
        Comment: comment("install"),
        Manifest: manifest.key,
        Bucket: manifest.bucket,
        BucketOwner: manifest.bucketOwner,
        Digest: manifest.digest,
      },
      Script: COMPARE_SCRIPT,
    },
    outputs: COMPARED.map((name) => ({ Name: name, Selector: `$.Payload.${name}`, Type: "String" as const })),
  };
}

const sent = (step: string): Sent => ({ document: PATCH_DOCUMENT, comments: [comment(step)] });

const COMPARED = ["Approved", "LeftOut", "Unapproved", "Names"];

/**
 * The one path by which a group installs: gate, scan, install, scan, reconcile, and with a manifest compare.
 *
 * Held ends as Success with the reason in `gate.Why`; whatever cannot be read ends as Failed; neither installs.
 * A scan that fails as a whole stops the run before the install. After a failed install the last scan and the
 * reconciliation still run, and the run ends as Failed. Where evidence is kept, each of these ways ends with the run's record.
 */
export function installRunbook(args: InstallRunbookArgs): Runbook {
  const steps: readonly Step[] = [
    ...gateSteps(args, "scan"),
    scanStep(args, "scan", "install"),
    install(args),
    scanStep(args, "scanAfter", "reconcile"),
    reconcile(args),
    ...(args.manifest ? [compare(args, args.manifest)] : []),
    cancelStep("scanCancel", sent("scan"), { isEnd: true }),
    cancelStep("installCancel", sent("install"), { nextStep: "scanAfter" }),
    cancelStep("scanAfterCancel", sent("scanAfter"), { nextStep: "reconcile" }),
  ];
  const compared = args.manifest ? COMPARED.map((name) => `compare.${name}`) : [];
  return {
    schemaVersion: "0.3",
    description: `Installs what is approved on the servers of ${args.group}, behind the gate`,
    assumeRole: args.role,
    mainSteps: withRecord(args, steps, sent("install")),
    outputs: ["gate.Decision", "gate.Why", "reconcile.Expected", "reconcile.Finished", ...compared],
  };
}
