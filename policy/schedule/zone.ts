/**
 * Whether a text names a time zone as AWS wants it: `UTC` or a name of the IANA database such as `Europe/Paris`. The
 * runtime also takes abbreviations such as `PST`, which AWS refuses.
 * @see https://www.iana.org/time-zones
 */
export function isZone(text: string): boolean {
  if (["UTC", "GMT"].includes(text)) return true;
  return text.includes("/") && formatOf(text) !== undefined;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
  return formats.get(zone);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...PARTS });
  } catch {
    return undefined;
  }
}

const PARTS = {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
} as const;

/**
 * The instant at which a zone's clocks show a wall clock, both in milliseconds (the wall clock as if it were UTC). In the
 * hour that a change to summer time leaves out it is the moment after; in the hour that comes twice, the first.
 */
export function instantOf(wallClock: number, zone: string): number {
  const day = Math.floor(wallClock / DAY);
  const candidates = [...new Set([midnightOffset(day - 1, zone), midnightOffset(day + 2, zone)])].map(
    (offset) => wallClock - offset,
  );
  // Most days are far from a change of the clocks: before and after it the offset is the same.
  if (candidates.length === 1) return candidates[0] ?? wallClock;
  const exact = candidates.filter((instant) => instant + offsetAt(instant, zone) === wallClock);
  return exact.length > 0 ? Math.min(...exact) : Math.max(...candidates);
}

const DAY = 86_400_000;

const midnights = new Map<string, number>();

/** A zone's offset at a day's midnight UTC; asking the runtime is slow, and a fleet's windows ask for the same days. */
function midnightOffset(day: number, zone: string): number {
  const key = `${zone} ${day}`;
  const known = midnights.get(key);
  if (known !== undefined) return known;
  const offset = offsetAt(day * DAY, zone);
  midnights.set(key, offset);
  return offset;
}

function offsetAt(instant: number, zone: string): number {
  const format = formatOf(zone);
  if (format === undefined || zone === "UTC") return 0;
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(instant / 1000) * 1000;
}
