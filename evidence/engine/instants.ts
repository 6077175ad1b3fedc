import { inTurns } from "./turns";

/**
 * Works that need what is kept for an instant: those of one instant run beside each other. What is kept stays until all of them
 * have ended, whoever asks of another instant meanwhile.
 */
export function instants(keep: (instant: string) => Promise<void>): <T>(instant: string, work: () => Promise<T>) => Promise<T> {
  let kept: string | undefined;
  const running = new Set<Promise<unknown>>();
  const inTurn = inTurns("the beginning of a work");
  return async (instant, work) => {
    const { ended } = await inTurn(async () => {
      if (instant !== kept) {
        await Promise.allSettled(running);
        // What was kept for another one is gone already when this fails halfway.
        kept = undefined;
        await keep(instant);
        kept = instant;
      }
      const begun = work();
      running.add(begun);
      return { ended: begun.finally(() => running.delete(begun)) };
    });
    return ended;
  };
}
