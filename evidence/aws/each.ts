import { setMaxListeners } from "node:events";

/**
 * Does the work for every item, at most so many at once. The first error ends it: what runs is told by the signal, no more
 * is begun, and the error is thrown when all that ran has ended, so that nothing goes on behind the caller's back.
 */
export async function each<T>(
  items: Iterable<T>,
  atOnce: number,
  outer: AbortSignal | undefined,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const own = new AbortController();
  const signal = outer === undefined ? own.signal : AbortSignal.any([outer, own.signal]);
  // Each of the works listens to it: as many listeners as works are no leak.
  setMaxListeners(0, signal);
  const rest = items[Symbol.iterator]();
  let first: { readonly error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const next = rest.next();
      if (next.done === true) return;
      try {
        await work(next.value, signal);
      } catch (error) {
        first ??= { error };
        own.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  outer?.throwIfAborted();
  if (first !== undefined) throw first.error;
}
