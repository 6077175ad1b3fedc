import { undecided, type Finding } from "../finding";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { patchingRoles, statementsFor, type HeldStatement } from "./roles";

/**
 * Judges each statement of the roles that windows and runbooks run under, once where several roles share it. A policy
 * that cannot be read is told as undecided.
 */
export function judgeStatements(
  stack: Stack,
  want: string,
  check: (held: HeldStatement, role: Resource) => readonly Finding[],
): readonly Finding[] {
  const told = new Set<string>();
  return patchingRoles(stack).flatMap((role) =>
    statementsFor(stack, role).flatMap((held): readonly Finding[] => {
      const key = `${held.by.urn} ${held.at} ${"statement" in held ? held.statement.name : ""}`;
      if (told.has(key)) return [];
      told.add(key);
      return "why" in held ? [undecided(held.by, held.at, held.why, want)] : check(held, role);
    }),
  );
}
