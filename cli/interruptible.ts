import { constants } from "node:os";

/** What ends a command from outside: a closed terminal, Ctrl-C, and what `kill`, `timeout` and pipelines send. */
const ENDING = ["SIGHUP", "SIGINT", "SIGTERM"] as const;

/**
 * A signal that ends when a person or a machine ends the command, which then has exit code 128 and the number of what was sent.
 *
 * Work that `listens` winds up by itself, and has until a second one comes; all other work ends at once. Either way by `exit`:
 * the defaults of these signals would leave temporary folders and half-written files behind, which are removed there.
 */
export function interruptible(listens = false): AbortSignal {
  const stop = new AbortController();
  for (const name of ENDING) {
    process.on(name, () => {
      process.exitCode = 128 + constants.signals[name];
      if (!listens || stop.signal.aborted) process.exit();
      stop.abort();
    });
  }
  return stop.signal;
}
