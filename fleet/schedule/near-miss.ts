import { WEEKDAY_NAMES } from "./weekday-names";
const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const ordinals = ["first", "second", "third", "fourth", "fifth", "last"];
const vocabulary = [...weekdays, ...weekdays.map((day) => `${day}s`), ...ordinals, "daily", "weekdays", "day", "days"];
const replacements: Readonly<Record<string, string>> = {
  nightly: "daily",
  everyday: "daily",
  "1st": "first",
  "2nd": "second",
  "3rd": "third",
  "4th": "fourth",
  "5th": "fifth",
  noon: "12:00",
  midnight: "00:00",
  weekday: "weekdays",
  workdays: "weekdays",
};
const filler = new Set(["at", "on", "the", "every", "each", "of", "month", "and", "h", "o'clock"]);

/** How many letters have to change to make one word of another. */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let left = 1; left <= from.length; left += 1) {
    const next = [left];
    for (let right = 1; right <= to.length; right += 1) {
      const change = (row[right - 1] ?? 0) + (from[left - 1] === to[right - 1] ? 0 : 1);
      next.push(Math.min(change, (row[right] ?? 0) + 1, (next[right - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

function clock(word: string): string | null {
  const [, hour, minute = "00", half] = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/.exec(word) ?? [];
  if (hour === undefined || (half === undefined && !/[:.h]/.test(word))) return null;
  const shift = half === "pm" && hour !== "12" ? 12 : half === "am" && hour === "12" ? -12 : 0;
  return `${String(Number(hour) + shift).padStart(2, "0")}:${minute}`;
}

function familiar(word: string): string {
  const short = weekdays.find((day) => word.length >= 3 && word.length < day.length && day.startsWith(word));
  if (short !== undefined) return short;
  if (word.length < 4 || vocabulary.includes(word)) return word;
  const near = vocabulary
    .map((each) => ({ each, distance: editDistance(word, each) }))
    .toSorted((a, b) => a.distance - b.distance);
  return (near[0]?.distance ?? 9) <= 2 ? (near[0]?.each ?? word) : word;
}

/** Gives a weekday the number that its neighbour asks for: `sundays` alone, `second tuesday` after an ordinal. */
function agree(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    const single = weekdays.find((day) => word === day || word === `${day}s`);
    if (single === undefined) return word;
    return ordinals.includes(words[index - 1] ?? "") ? single : `${single}s`;
  });
}

function fromWords(text: string): string {
  const words = text
    .toLowerCase()
    .replaceAll(/every day|each day/g, "daily")
    .replaceAll(/(?:every|each) month/g, "")
    .replaceAll(/\s*\+\s*(\d+)\s*(?:days?|d)?(?=\s|$)/g, " + $1 days")
    .replaceAll(/(\d)\s+(am|pm)\b/g, "$1$2")
    .replaceAll(",", " ")
    .split(/\s+/)
    .filter((word) => word !== "" && !filler.has(word))
    .map((word) => replacements[word] ?? clock(word) ?? familiar(word));
  const time = words.find((word) => /^\d\d:\d\d$/.test(word));
  const utc = words.includes("utc") ? ["UTC"] : [];
  const days = words.filter((word) => word !== time && word !== "utc");
  return [...agree(days), time ?? "03:00", ...utc].join(" ");
}

/** A crontab line's five fields as AWS would write them; its Sunday is 0 or 7, AWS's is 1. */
export function fromCrontab(fields: readonly string[]): string {
  const [minute = "", hour = "", dom = "", month = "", dow = ""] = fields;
  const week = dow.replaceAll(/\d/g, (digit) => WEEKDAY_NAMES[Number(digit) % 7] ?? digit);
  const days = dow === "*" && dom !== "*" ? [dom, month, "?"] : ["?", month, week];
  return `cron(${[minute, hour, ...days].join(" ")} *)`;
}

/** What somebody may have meant by a schedule that cannot be read, the likeliest first; each still has to be checked. */
export function nearMiss(text: string): readonly string[] {
  const bare = text
    .replace(/^cron\s*/i, "")
    .replaceAll(/[()]/g, "")
    .trim();
  const fields = bare.split(/\s+/);
  const crontab = fields.every((field) => /^[\d*?,/#LW-]+$|^[A-Z]{3}\b/.test(field));
  if (crontab && fields.length === 5) return [fromCrontab(fields)];
  if (crontab && (fields.length === 6 || fields.length === 7)) return [`cron(${bare})`];
  const date = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2}))?Z?$/i.exec(bare.replace(/^at\s*/i, ""));
  if (date !== null) return [`at(${date[1]}T${date[2]}:${date[3] ?? "00"})`];
  if (/^week-?ends?\b/i.test(bare)) return [`saturdays and sundays${bare.replace(/^\S+/, "")}`].flatMap(nearMiss);
  const several = bare.toLowerCase().match(new RegExp(`(?:${weekdays.join("|")})s?`, "g")) ?? [];
  const words = fromWords(text);
  const time = / (\d\d):(\d\d)/.exec(words);
  if (several.length > 1 && time !== null) {
    return [`cron(${Number(time[2])} ${Number(time[1])} ? * ${several.map((day) => day.slice(0, 3).toUpperCase()).join(",")} *)`];
  }
  return [words];
}
