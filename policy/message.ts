import type { Rule } from "./define-rule";
import type { Judgement } from "./judge";

/** The folder of the rules' pages, beside this pack. */
const PAGES = "docs/rules";

/** Where a rule's page is. */
export function pageOf(rule: Rule): string {
  return `${PAGES}/${rule.name}.md`;
}

/**
 * A finding as the operator reads it. The SDK puts the rule's description above it, which says what is wrong; the lines
 * say where, what was got, what is wanted, how to fix it, and where more is to be read.
 */
export function messageOf(rule: Rule, { subject, at, got, want, fix, undecided }: Judgement): string {
  const where = subject === undefined ? at : `${subject.name} (${subject.type}), ${at}`;
  return [
    ...(undecided === true ? ["  This cannot be decided, so it does not pass."] : []),
    `  where: ${where}`,
    `  got:   ${got}`,
    `  want:  ${want}`,
    `  fix:   ${fix ?? rule.remediation}`,
    `  more:  ${pageOf(rule)}`,
  ].join("\n");
}
