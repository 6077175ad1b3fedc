import { hasUnknown, isStructure, type Finding } from "../../api/finding";

/** EventBridge takes this many characters unless it is asked for more. @see quotas of EventBridge */
const mostCharacters = 2048;

const operators = ["prefix", "suffix", "anything-but", "exists", "numeric", "cidr", "equals-ignore-case", "wildcard"];

/** What EventBridge refuses about a rule's pattern: InvalidEventPatternException. */
export function patternFindings(pattern: unknown, at: string): Finding[] {
  if (pattern === undefined || hasUnknown(pattern)) return [];
  const text = typeof pattern === "string" ? pattern : JSON.stringify(pattern);
  const reasons = [
    ...(text.length > mostCharacters ? [`has ${text.length} characters, more than ${mostCharacters}`] : []),
    ...levelReasons(parsed(text), "pattern"),
  ];
  return reasons.map((reason) => ({ at, reason: `InvalidEventPatternException: Event pattern is not valid: ${reason}` }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function levelReasons(level: unknown, at: string): string[] {
  if (!isStructure(level)) return [`${at} is no JSON object`];
  if (Object.keys(level).length === 0) return [`${at} is empty`];
  return Object.entries(level).flatMap(([field, want]) => {
    if (isStructure(want)) return levelReasons(want, `${at}.${field}`);
    if (!Array.isArray(want)) return [`"${field}" must be an object or an array`];
    if (want.length === 0) return [`"${field}" has an empty array`];
    return want.flatMap((each) => valueReasons(each, field));
  });
}

function valueReasons(value: unknown, field: string): string[] {
  if (!isStructure(value)) return Array.isArray(value) ? [`"${field}" has an array in its array`] : [];
  return Object.keys(value)
    .filter((operator) => !operators.includes(operator))
    .map((operator) => `"${field}" has an unrecognized match type ${operator}`);
}
