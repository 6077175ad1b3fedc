import type { Inputs } from "@pulumi/pulumi";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Create } from "./creation";
import { type Invoke, Monitor, type RecordedInvoke } from "./monitor";
import { watchProcess, withoutStackTraces } from "./process-watch";
import { type ProgramFailure, UNFINISHED, engineFailure, thrownFailure } from "./program-failure";
import type { LogEntry } from "./program-log";
import type { RecordedResource } from "./recorded-resource";
import { type Connection, runAsStack } from "./sdk";
import { STACK_TYPE } from "./urn";
import type { Properties } from "./value";

/** A program and the stack it runs as. */
export interface ProgramRun {
  readonly project: string;
  readonly stack: string;
  /** @default "organization", as with a backend that knows no organizations */
  readonly organization?: string;
  /** Values as `pulumi config` stores them, with full keys (`fleet:file`, `aws:region`). */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are secret. */
  readonly secretKeys?: readonly string[];
  /** Whether this is a preview: ids and computed outputs are unknown. */
  readonly dryRun: boolean;
  /** The program: a function that creates all its resources itself, on each call anew; what it returns are the stack's outputs. */
  readonly program: () => Promise<Inputs | void> | Inputs | void;
  /** Answers the functions of providers. */
  readonly invoke: Invoke;
  /** Answers for the cloud outside a preview. @default an id made up from the URN, and no outputs but the inputs */
  readonly create?: Create;
  /** Keeps stack traces, for the price of several times the time. @default false */
  readonly stackTraces?: boolean;
}

/** What a run left: the stack when it succeeded, why not when it didn't, and in both cases what happened until then. */
export type RunResult = RunRecord &
  ({ readonly ok: true; readonly outputs: Properties } | { readonly ok: false; readonly failure: ProgramFailure });

/** What a run registered, called and logged, in order. */
export interface RunRecord {
  readonly resources: readonly RecordedResource[];
  readonly invokes: readonly RecordedInvoke[];
  readonly logs: readonly LogEntry[];
}

/** How long the rest of a program may take after its first error, in milliseconds. */
const GRACE = 1000;

let running: string | undefined;

/**
 * Runs a Pulumi program in this process against an engine that records what it registers.
 *
 * One run at a time in a process (the SDK's settings belong to the process); asking for a second is a defect of the caller
 * and throws. Whatever the program does wrong comes back as a failure.
 */
export async function runProgram(run: ProgramRun): Promise<RunResult> {
  if (running !== undefined) {
    throw new Error(`stack ${running} is still running in this process; await it before running ${run.stack}`);
  }
  running = run.stack;
  const restoreTraces = run.stackTraces === true ? () => {} : withoutStackTraces();
  try {
    return await record(run);
  } finally {
    restoreTraces();
    running = undefined;
  }
}

async function record(run: ProgramRun): Promise<RunResult> {
  const logs: LogEntry[] = [];
  const failures: ProgramFailure[] = [];
  const halt = new AbortController();
  const monitor = new Monitor({ ...run, preview: run.dryRun, create: run.create ?? (() => ({})) }, (error) => {
    failures.push(engineFailure(error));
    halt.abort();
  });
  const connection: Connection = {
    ...run,
    organization: run.organization ?? "organization",
    secretKeys: run.secretKeys ?? [],
    preview: run.dryRun,
    monitor,
    onLog: (entry) => logs.push(entry),
  };
  const finished = runAsStack(connection, async () => run.program(), { stackTraces: run.stackTraces === true });
  const release = watchProcess({
    onUnhandled: (error) => {
      failures.push(thrownFailure(error));
      // The rest may still come to its end, but what waits for what just failed never will.
      setTimeout(() => halt.abort(), GRACE).unref();
    },
    onIdle: () => {
      failures.push(UNFINISHED);
      halt.abort();
    },
  });
  try {
    await Promise.race([finished.catch((error: unknown) => failures.push(thrownFailure(error))), aborted(halt.signal)]);
    // Rejections that nobody handles are told a turn of the event loop later.
    await nextTurn();
    await nextTurn();
  } finally {
    monitor.stop();
    release();
  }
  const record: RunRecord = { resources: monitor.resources, invokes: monitor.invokes, logs };
  const [failure] = failures;
  const root = record.resources.find((resource) => resource.type === STACK_TYPE);
  return failure === undefined ? { ...record, ok: true, outputs: root?.outputs ?? {} } : { ...record, ok: false, failure };
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    } else {
      signal.addEventListener("abort", () => resolve(), { once: true });
    }
  });
}
