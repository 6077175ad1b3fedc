import { NAMES } from "../names";
import { parameterArn, type Home } from "../partition";
import type { Ring } from "../schema/ring";

/** An SSM parameter that central owns. */
export interface ParameterPlan {
  readonly name: string;
  readonly arn: string;
  readonly value: string;
  readonly description: string;
}

/** Whether a ring may install now: what people declare and, where the ring asks for it, what evidence has proved. */
export interface ReleasePlan {
  readonly ring: string;
  readonly declared: ParameterPlan;
  /** Only for a ring with `after` and `prove: evidence`; created held, then written by the evaluator alone. */
  readonly proved: ParameterPlan | null;
}

/**
 * The first words of a release's value, which the gate reads: `open`, `open until <instant>`, or `held …`.
 * A short plain line, because a gate that must parse much can misread much.
 */
export const OPEN = "open";
const NOT_PROVED = "held: not proved yet";

/**
 * Why people hold a ring: its own hold, or that of the nearest ring before it, which it may not overtake; null when nobody
 * holds it. Begins with `held`, as a release does.
 */
export function holdOf(rings: readonly Ring[], ring: Ring): string | null {
  const seen = new Set<Ring>();
  for (let at: Ring | undefined = ring; at && !seen.has(at); at = ringBefore(rings, at)) {
    seen.add(at);
    if (!at.hold) continue;
    const text = `held until ${at.hold.until} by ${at.hold.owner}: ${at.hold.why}`;
    return at === ring ? text : `held behind ring ${at.name}, ${text}`;
  }
  return null;
}

function ringBefore(rings: readonly Ring[], ring: Ring): Ring | undefined {
  return rings.find((other) => other.name === ring.after);
}

/** The release of one of the rings, living in the fleet's home. */
export function releaseOf(rings: readonly Ring[], ring: Ring, home: Home): ReleasePlan {
  const parameter = (name: string, value: string, description: string): ParameterPlan => ({
    name,
    arn: parameterArn(home, name),
    value,
    description,
  });
  const proved = ring.after !== undefined && ring.prove === "evidence";
  return {
    ring: ring.name,
    declared: parameter(
      NAMES.declared(ring.name),
      holdOf(rings, ring) ?? OPEN,
      `May ring ${ring.name} install? Declared by people.`,
    ),
    proved: proved ? parameter(NAMES.proved(ring.name), NOT_PROVED, `May ring ${ring.name} install? Proved by evidence.`) : null,
  };
}
