import type { Resource } from "./resource";

/** What a rule found wrong, or could not decide, at one place. */
export interface Finding {
  /** Where: the path of the property, or the runbook step. */
  readonly at: string;
  /** What stands there. Never a secret: name the property, not its value, where one may be secret. */
  readonly got: string;
  /** What should stand there. */
  readonly want: string;
  /** How to mend this very place, where it says more than the rule's own remediation. */
  readonly fix?: string;
  /** The resource it is about; in a resource rule it is always the one that is judged. */
  readonly subject?: Resource;
  /** Set when the rule cannot tell right from wrong here. It then says so instead of passing. */
  readonly undecided?: true;
}

/** A finding about one resource of a stack. */
export function about(subject: Resource, at: string, got: string, want: string, fix?: string): Finding {
  return fix === undefined ? { subject, at, got, want } : { subject, at, got, want, fix };
}

/** Says that a rule cannot decide here, what it met, and what it would need. */
export function undecided(subject: Resource, at: string, got: string, want: string): Finding {
  return { subject, at, got, want, undecided: true };
}
