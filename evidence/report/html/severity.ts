/** The words of vendors for how severe an update is, the worst first. */
const ORDER = ["critical", "high", "important", "medium", "moderate", "low", "informational", "unspecified"];

/** The severities of the page: several vendors' words fall together, because nobody compares Moderate with Medium. */
export const SEVERITIES = ["critical", "important or high", "medium or moderate", "low", "not told"] as const;

/** One of the severities of the page. */
export type Severity = (typeof SEVERITIES)[number];

/** The severity of the page for a vendor's word. */
export function severityOf(word: unknown): Severity {
  const rank = typeof word === "string" ? ORDER.indexOf(word.toLowerCase()) : -1;
  if (rank === 0) return "critical";
  if (rank === 1 || rank === 2) return "important or high";
  if (rank === 3 || rank === 4) return "medium or moderate";
  return rank === 5 ? "low" : "not told";
}

/** The class of a severity in styles. */
export function severityMark(severity: Severity): string {
  return `severity-${SEVERITIES.indexOf(severity)}`;
}
