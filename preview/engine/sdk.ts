import { type Inputs, Resource, log } from "@pulumi/pulumi";
import { setAllConfig } from "@pulumi/pulumi/runtime/config";
import * as promises from "@pulumi/pulumi/runtime/debuggable";
import { disconnect, setMockOptions } from "@pulumi/pulumi/runtime/settings";
import { runInPulumiStack } from "@pulumi/pulumi/runtime/stack";
import * as state from "@pulumi/pulumi/runtime/state";
import type { LogEntry } from "./program-log";

/** What connects one run of a program to its engine. */
export interface Connection {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly config: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  readonly preview: boolean;
  /** The engine's side of the protocol: the methods of a ResourceMonitor client. */
  readonly monitor: object;
  readonly onLog: (entry: LogEntry) => void;
}

/** The SDK's own state of a run. Here it only tells runs apart. */
type RunStore = object;

// The SDK's typings hide what follows; its tests and its automation API rest on them.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const runState = state as unknown as { withLocalStorage<T>(callback: () => T): T; getLocalStore(): RunStore | undefined };
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const resourceClass = Resource as unknown as { stackTrace?: (skip: number) => unknown[] };

// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const debuggable = promises as unknown as { debuggablePromise: <T>(promise: Promise<T>, context: unknown) => Promise<T> };

const logs = new WeakMap<RunStore, Connection["onLog"]>();
const withoutPositions = new WeakSet<RunStore>();

/**
 * Runs a program as the root of a stack against an engine in this process.
 *
 * This is the one file that reaches into the SDK's internals (`@pulumi/pulumi/runtime/…`), because no public door leads to an
 * engine of one's own. The SDK keeps all state of a run in a store that follows the run's own async calls, so what is left
 * over from one run cannot register anything in the next.
 *
 * Settles when the program and all its calls to the engine have; rejects with what the program threw.
 */
export function runAsStack(
  connection: Connection,
  program: () => Promise<Inputs | void>,
  options: { readonly stackTraces: boolean },
): Promise<void> {
  return runState.withLocalStorage(() => {
    const store = runState.getLocalStore();
    if (store === undefined) {
      throw new Error("this version of @pulumi/pulumi keeps no store for a run; preview needs one");
    }
    const { project, stack, preview, organization, config, secretKeys, monitor } = connection;
    setMockOptions(monitor, project, stack, preview, organization);
    setAllConfig({ ...config }, [...secretKeys]);
    logs.set(store, connection.onLog);
    if (!options.stackTraces) {
      withoutPositions.add(store);
    }
    return (async () => {
      await runInPulumiStack(program);
      await disconnect();
    })();
  });
}

// The SDK writes to an engine of its own or to the console. Inside a run the messages belong to the run; outside nothing changes.
function collectLogs(): void {
  const severities = [
    ["info", "info"],
    ["warn", "warning"],
    ["error", "error"],
  ] as const;
  for (const [name, severity] of severities) {
    const original = log[name];
    const collect: typeof original = async (message, resource, ...rest) => {
      const store = runState.getLocalStore();
      const onLog = store && logs.get(store);
      if (onLog === undefined) {
        return original(message, resource, ...rest);
      }
      const entry: { severity: LogEntry["severity"]; message: string; urn?: string } = { severity, message };
      onLog(entry);
      resource?.urn.apply((urn) => {
        entry.urn = urn;
      });
    };
    Reflect.set(log, name, collect);
  }
}

// For each resource the SDK captures the whole stack of calls, to tell source positions that nothing here shows. It was
// most of the time of a run.
function skipSourcePositions(): void {
  const original = resourceClass.stackTrace;
  if (typeof original === "function") {
    resourceClass.stackTrace = (skip) => {
      const store = runState.getLocalStore();
      return store !== undefined && withoutPositions.has(store) ? [] : original.call(Resource, skip + 1);
    };
  }
}

// The SDK wraps each of its promises, some hundred for a resource, in two more and a stack trace, to tell at the process's end
// which never settled. A run tells that by itself, and is a third faster without.
function keepPromisesPlain(): void {
  const original = debuggable.debuggablePromise;
  Object.assign(debuggable, {
    debuggablePromise: <T>(promise: Promise<T>, context: unknown) => {
      const store = runState.getLocalStore();
      return store !== undefined && logs.has(store) ? promise : original(promise, context);
    },
  });
}

collectLogs();
skipSourcePositions();
keepPromisesPlain();
