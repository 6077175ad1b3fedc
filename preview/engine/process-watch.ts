/** What may happen to the process while a program runs, instead of to the promise that the program returned. */
export interface Watchers {
  /** Something was thrown or rejected that nobody handles. */
  readonly onUnhandled: (error: unknown) => void;
  /** Nothing is left that could ever settle what still waits. */
  readonly onIdle: () => void;
}

/**
 * Takes over the process's own last resorts for as long as a program runs, and returns what gives them back.
 *
 * A rejected output is nobody's promise: without this it would end the process (or a test run) that only wanted a preview.
 * Listeners that were there before are put back in order.
 */
export function watchProcess(watchers: Watchers): () => void {
  const { onUnhandled, onIdle } = watchers;
  const rejections = process.listeners("unhandledRejection");
  const exceptions = process.listeners("uncaughtException");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", onUnhandled);
  process.removeAllListeners("uncaughtException").on("uncaughtException", onUnhandled);
  process.on("beforeExit", onIdle);
  return () => {
    process.off("beforeExit", onIdle).off("unhandledRejection", onUnhandled).off("uncaughtException", onUnhandled);
    for (const listener of rejections) {
      process.on("unhandledRejection", listener);
    }
    for (const listener of exceptions) {
      process.on("uncaughtException", listener);
    }
  };
}

/** Turns off stack traces of errors, which cost a run more than all else, and returns what turns them on again. */
export function withoutStackTraces(): () => void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  return () => {
    Error.stackTraceLimit = limit;
  };
}
