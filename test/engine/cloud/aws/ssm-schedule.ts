const months = "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC";
const days = "SUN|MON|TUE|WED|THU|FRI|SAT";

// The alphabets of the fields, with their values; steps, lists and ranges of values.
const field = (value: string) =>
  new RegExp(`^(?:\\*|(?:${value})(?:-(?:${value}))?)(?:/\\d+)?(?:,(?:${value})(?:-(?:${value}))?(?:/\\d+)?)*$`, "u");
const fields = {
  minute: field("[0-5]?\\d"),
  hour: field("[01]?\\d|2[0-3]"),
  dayOfMonth: new RegExp(`^(?:\\?|L|LW|(?:[1-9]|[12]\\d|3[01])W|${field("0?[1-9]|[12]\\d|3[01]").source.slice(1, -1)})$`, "u"),
  month: field(`0?[1-9]|1[0-2]|${months}`),
  dayOfWeek: new RegExp(
    `^(?:\\?|(?:[1-7]|${days})L|L|(?:[1-7]|${days})#[1-5]|${field(`[1-7]|${days}`).source.slice(1, -1)})$`,
    "u",
  ),
  year: field("19[7-9]\\d|20\\d\\d|21\\d\\d"),
};

/**
 * What is wrong with a schedule of a maintenance window, or undefined: cron of six or seven fields with one `?`, rate, or at.
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/reference-cron-and-rate-expressions.html
 */
export function windowSchedule(schedule: string): string | undefined {
  if (/^at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?\)$/u.test(schedule)) return undefined;
  if (schedule.startsWith("rate(")) return rateExpression(schedule);
  const cron = /^cron\((.+)\)$/u.exec(schedule)?.[1];
  if (cron === undefined) return "is neither cron(…), rate(…) nor at(…)";
  const parts = cron.trim().split(/\s+/u);
  if (parts.length !== 6 && parts.length !== 7) return `has ${parts.length} fields, not 6 or 7`;
  return cronFields(parts.slice(-6));
}

/** What is wrong with the schedule of an association, or undefined. Its cron is narrower: no month, one weekday, 30 minutes at least. */
export function associationSchedule(schedule: string): string | undefined {
  if (/^at\(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\)$/u.test(schedule)) return undefined;
  if (schedule.startsWith("rate(")) {
    const minutes = /^rate\((\d+) minutes?\)$/u.exec(schedule)?.[1];
    return minutes !== undefined && Number(minutes) < 30 ? "runs more often than every 30 minutes" : rateExpression(schedule);
  }
  const cron = /^cron\((.+)\)$/u.exec(schedule)?.[1];
  if (cron === undefined) return "is neither cron(…), rate(…) nor at(…)";
  const parts = cron.trim().split(/\s+/u);
  if (parts.length !== 6) return `has ${parts.length} fields, not 6`;
  const [, , dayOfMonth = "", month = "", dayOfWeek = ""] = parts;
  if (month !== "*") return "names a month, which associations do not know";
  if (/[,-]/u.test(dayOfMonth) || /[,-]/u.test(dayOfWeek)) return "has a list or a range of days, which associations do not know";
  return cronFields(parts);
}

function rateExpression(schedule: string): string | undefined {
  const match = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/u.exec(schedule);
  if (match === null) return "is no rate(value unit)";
  return (match[1] === "1") === (match[3] === "") ? undefined : "has the singular unit for 1 and the plural otherwise";
}

function cronFields(parts: readonly string[]): string | undefined {
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = parts.map((part) =>
    part.toUpperCase(),
  );
  const values: Readonly<Record<string, string>> = { minute, hour, dayOfMonth, month, dayOfWeek, year };
  for (const [name, pattern] of Object.entries(fields)) {
    const value = values[name] ?? "";
    if (!pattern.test(value)) return `has '${value}' as ${name}`;
  }
  if ((dayOfMonth === "?") === (dayOfWeek === "?")) return "needs exactly one ? among day of month and day of week";
  return undefined;
}
