import { setTimeout as pause } from "node:timers/promises";
import { isPassing } from "./refused";

/** How often and how patiently a request is repeated. */
export interface Patience {
  /** Attempts in all. @default 8 */
  readonly attempts: number;
  /** The first pause in milliseconds, doubled after each attempt up to 20 seconds. @default 100 */
  readonly firstPause: number;
}

/** What serves people: eight attempts in about half a minute. */
export const PATIENCE: Patience = { attempts: 8, firstPause: 100 };
const LONGEST = 20_000;

/**
 * Does it again while the answer is one that passes (throttled, a fault of the service, a cut connection).
 *
 * The SDK's own retries end where the answer's body begins, so one loop here serves both and the clients have none.
 * Pauses are drawn at random up to their length: many requests that were refused together must not come back together.
 */
export async function again<T>(work: () => Promise<T>, { attempts, firstPause }: Patience, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isPassing(error)) throw error;
      const longest = Math.min(LONGEST, firstPause * 2 ** (attempt - 1));
      await pause(Math.random() * longest, undefined, signal === undefined ? {} : { signal });
    }
  }
}
