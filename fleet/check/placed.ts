import type { Finding, Path } from "../problem";
import type { Finding as TextFinding } from "../schedule/finding";

/** A fragment as a sentence: `write 1 to 6 days` becomes `Write 1 to 6 days.` */
function sentence(fragment: string): string {
  const text = fragment.charAt(0).toUpperCase() + fragment.slice(1);
  return /[.?!]$/u.test(text) ? text : `${text}.`;
}

/** What the schedule found wrong with a text, at the place where the text stands in the fleet file. */
export function placed(path: Path, findings: readonly TextFinding[]): Finding[] {
  return findings.map(({ got, want, fix }) => ({ path, got, want, fix: sentence(fix) }));
}
