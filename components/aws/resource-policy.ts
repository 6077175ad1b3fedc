/** One statement of a policy on a resource: who may do what with it. */
export interface ResourceStatement {
  readonly Sid: string;
  readonly Effect: "Allow";
  readonly Principal: string | Readonly<Record<string, string>>;
  readonly Action: readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A policy on a resource as the text that AWS takes. */
export function resourcePolicy(statements: readonly ResourceStatement[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
