import { EXECUTION_ID, type ExecuteScript, type RunCommand, type Runbook, type Step } from "./automation";
import { COUNT_SCRIPT } from "./commands";
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
  type RunArgs,
} from "./steps";
import { WAITING_SCRIPT } from "./waiting";

/** The servers of one wave, by a tag that they carry beside their group's. */
export interface WaveArgs {
  /** The tag's key, such as `ClusterRole`. */
  readonly tag: string;
  /** Its value on the servers of this wave, such as `replica`. */
  readonly value: string;
}

/** What the runbook by which a group's servers restart needs to know. */
export interface RestartRunbookArgs extends RunArgs {
  /** The Command document that restarts a server which waits for it, by name. */
  readonly document: string;
  /** The waves, one after another; none for one wave of all servers. */
  readonly waves: readonly WaveArgs[];
}

/** The last scan tells which servers still wait. */
const WAITING = { step: "scan", handler: "waiting", script: WAITING_SCRIPT } as const;

/** A wave by its place, and what follows it. */
interface Wave {
  readonly name: string;
  readonly also: WaveArgs | null;
  readonly next: string;
}

function wavesOf({ waves }: RestartRunbookArgs): Wave[] {
  const all = waves.length === 0 ? [null] : waves;
  return all.map((also, place) => ({
    name: `wave${place + 1}`,
    also,
    next: place + 1 < all.length ? `wave${place + 2}` : "scan",
  }));
}

/** The servers of a wave, as commands and questions name them alike. */
function servers({ tagKey, group }: RestartRunbookArgs, also: WaveArgs | null) {
  return [{ Key: `tag:${tagKey}`, Values: [group] }, ...(also ? [{ Key: `tag:${also.tag}`, Values: [also.value] }] : [])];
}

/** No server more restarts after the first that did not come back. */
function restart(args: RestartRunbookArgs, { name, also }: Wave): RunCommand {
  return {
    name,
    action: "aws:runCommand",
    timeoutSeconds: args.timeoutSeconds + args.stepTimeoutSeconds + MARGIN_SECONDS,
    isCritical: true,
    onFailure: "step:waveCancel",
    onCancel: "step:waveCancel",
    nextStep: `${name}Count`,
    inputs: {
      DocumentName: args.document,
      Targets: servers(args, also),
      Parameters: { Run: [EXECUTION_ID], StepTimeoutSeconds: [String(args.stepTimeoutSeconds)] },
      MaxConcurrency: args.concurrency,
      MaxErrors: "0",
      TimeoutSeconds: args.timeoutSeconds,
      Comment: comment(name),
      CloudWatchOutputConfig: { CloudWatchLogGroupName: args.logGroup, CloudWatchOutputEnabled: true },
    },
  };
}

/** Servers out of reach count as no error: without this, the next wave would begin while some of this one are still to come. */
function count(args: RestartRunbookArgs, { name, also, next }: Wave): ExecuteScript {
  return {
    name: `${name}Count`,
    action: "aws:executeScript",
    timeoutSeconds: SCRIPT_SECONDS,
    isCritical: true,
    onFailure: "step:scan",
    nextStep: next,
    inputs: {
      Runtime: "python3.12",
      Handler: "count",
      InputPayload: { Filters: servers(args, also), Document: args.document, Comment: comment(name) },
      Script: COUNT_SCRIPT,
    },
  };
}

/**
 * The one path by which servers restart that wait for it: gate, wave after wave, scan, reconcile.
 *
 * The same gate as an install's. A wave in which a server fails, or is out of reach, is the last: the servers are scanned and
 * counted all the same, and the run ends as Failed. In the end no server of the group waits any more, or the run is Failed.
 */
export function restartRunbook(args: RestartRunbookArgs): Runbook {
  const waves = wavesOf(args);
  const sent = { document: args.document, comments: waves.map(({ name }) => comment(name)) };
  const steps: readonly Step[] = [
    ...gateSteps(args, "wave1"),
    ...waves.flatMap((wave) => [restart(args, wave), count(args, wave)]),
    scanStep(args, "scan", "reconcile"),
    reconcileStep(args, WAITING, { onFailure: "Abort", isEnd: true }),
    cancelStep("waveCancel", sent, { nextStep: "scan" }),
    cancelStep("scanCancel", { document: PATCH_DOCUMENT, comments: [comment("scan")] }, { nextStep: "reconcile" }),
  ];
  return {
    schemaVersion: "0.3",
    description: `Restarts the servers of ${args.group} that wait for it, behind the gate`,
    assumeRole: args.role,
    mainSteps: withRecord(args, steps, sent),
    outputs: ["gate.Decision", "gate.Why", "reconcile.Expected", "reconcile.Finished"],
  };
}
