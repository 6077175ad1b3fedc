/** A line of a stack whose path stops within a scope of node_modules, such as `node_modules/@pulumi/resource.ts:1598:22`. */
const ENDLESS = /node_modules[\\/]@[^\\/]+[\\/][^\\/]*$/u;

/**
 * Takes the lines out of an error's stack on which Node's formatter in colour never ends, those of its cause included.
 *
 * Pulumi formats the stack of every error that ends a program, even of one whose stack it does not show, and its own source
 * maps make such lines. Node 20.20.2 then works for half a minute, up to gigabytes, before the message appears.
 * @see `markNodeModules` in Node's lib/internal/util/inspect.js
 */
export function shortenStack(error: unknown): void {
  if (!(error instanceof Error)) return;
  if (typeof error.stack === "string") {
    error.stack = error.stack
      .split("\n")
      .filter((line) => !ENDLESS.test(line))
      .join("\n");
  }
  shortenStack(error.cause);
}

/** Sees to it that whatever ends the program is shown at once: listens before Pulumi does. */
export function shortenStacks(): void {
  process.prependListener("unhandledRejection", shortenStack);
  process.prependListener("uncaughtException", shortenStack);
}
