/**
 * Gives out turns on things of which each serves one work at a time. A work begins as soon as one of them is free and all before it
 * have begun; how those end does not matter.
 */
export function inTurns<T>(...things: readonly T[]): <R>(work: (thing: T) => Promise<R>) => Promise<R> {
  const free = [...things];
  const waiting: ((thing: T) => void)[] = [];
  const give = (thing: T): void => {
    const next = waiting.shift();
    if (next) next(thing);
    else free.push(thing);
  };
  return async (work) => {
    const thing = free.pop() ?? (await new Promise<T>((take) => waiting.push(take)));
    try {
      return await work(thing);
    } finally {
      give(thing);
    }
  };
}
