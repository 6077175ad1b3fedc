/** Milliseconds of a day. */
export const DAY = 86_400_000;
/** Milliseconds of an hour. */
export const HOUR = 3_600_000;
/** Milliseconds of a minute. */
export const MINUTE = 60_000;

const days = new Map<number, string>();

/** The day of an instant in UTC. */
export function dayOf(millis: number): string {
  const day = Math.floor(millis / DAY);
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(millis).toISOString().slice(0, 10);
  days.set(day, text);
  return text;
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part));

/** An instant as the sync writes it: RFC 3339 in UTC, without fractions. Millions are written, so only days are asked of Date. */
export function iso(millis: number): string {
  const seconds = Math.floor((millis - Math.floor(millis / DAY) * DAY) / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${dayOf(millis)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}Z`;
}

/** An instant on a whole second, so that nothing is lost when it is written. */
export function wholeSecond(millis: number): number {
  return Math.floor(millis / 1000) * 1000;
}

/** How far back the demo's past goes. */
export const PAST = 42 * DAY;
