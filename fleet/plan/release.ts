import type { Changes, ReleaseChange } from "../changes";
import { manifestOf, type Manifest } from "../manifest";
import { NAMES } from "../names";
import { parameterArn, type Home } from "../partition";
import { proofOf } from "../proof";
import type { Fleet } from "../schema/fleet-file";
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
  /** What the ring installs, exactly; null where its baselines decide. */
  readonly manifest: Manifest | null;
}

/**
 * The first words of a release's value, which the gate reads: `open`, `open until <instant>`, the same with `without proof`, or `held …`.
 * A short plain line, because a gate that must parse much can misread much.
 */
export const OPEN = "open";
const NOT_PROVED = "held: not proved yet";
const NO_MANIFEST = "held: promote exact and no manifest";

/** A ring and those before it, nearest first. */
function chainOf(rings: readonly Ring[], ring: Ring): Ring[] {
  const chain: Ring[] = [];
  for (let at: Ring | undefined = ring; at && !chain.includes(at); at = ringBefore(rings, at)) chain.push(at);
  return chain;
}

function ringBefore(rings: readonly Ring[], ring: Ring): Ring | undefined {
  return rings.find((other) => other.name === ring.after);
}

/** What a change says of a ring; undefined where no release file does. */
export function releaseChange({ releases }: Changes, ring: Ring): ReleaseChange | undefined {
  return releases.find((release) => release.ring === ring.name);
}

function ownHold(changes: Changes, ring: Ring): string | null {
  if (ring.hold) return `held until ${ring.hold.until} by ${ring.hold.owner}: ${ring.hold.why}`;
  const release = releaseChange(changes, ring);
  return release?.state === "held" ? `held until ${release.until} by ${release.by}: ${release.why}` : null;
}

/**
 * Why people hold a ring: its own hold, in the fleet file or by a release, or that of the nearest ring before it, which it may not
 * overtake; null when nobody holds it. Begins with `held`, as a release does.
 */
export function holdOf(fleet: Fleet, changes: Changes, ring: Ring): string | null {
  for (const at of chainOf(fleet.rings, ring)) {
    const hold = ownHold(changes, at);
    if (hold !== null) return at === ring ? hold : `held behind ring ${at.name}, ${hold}`;
  }
  return null;
}

/** Until when a ring is open: its release's end, or an earlier one of a ring before it, which it may not overtake. */
function openUntil(fleet: Fleet, changes: Changes, ring: Ring): string | undefined {
  return chainOf(fleet.rings, ring)
    .flatMap((at) => releaseChange(changes, at)?.until ?? [])
    .toSorted()[0];
}

function manifestOfRing(changes: Changes, ring: Ring): Manifest | null {
  const release = releaseChange(changes, ring);
  if (ring.promote !== "exact" || release?.manifest === undefined) return null;
  return manifestOf(release.manifest.patches);
}

/** What people declare of a ring. No clock decides it: the gate compares the end with its own. */
function declaredOf(fleet: Fleet, changes: Changes, ring: Ring): string {
  const held = holdOf(fleet, changes, ring);
  if (held !== null) return held;
  if (ring.promote === "exact" && manifestOfRing(changes, ring) === null) return NO_MANIFEST;
  const until = openUntil(fleet, changes, ring);
  if (until === undefined) return OPEN;
  return `${OPEN} until ${until}${releaseChange(changes, ring)?.override === true ? " without proof" : ""}`;
}

/** The release of one of the rings, living in the fleet's home. */
export function releaseOf(fleet: Fleet, changes: Changes, ring: Ring, home: Home): ReleasePlan {
  const parameter = (name: string, value: string, description: string): ParameterPlan => ({
    name,
    arn: parameterArn(home, name),
    value,
    description,
  });
  const { name } = ring;
  const proved = proofOf(fleet, ring) === "evidence";
  return {
    ring: name,
    declared: parameter(NAMES.declared(name), declaredOf(fleet, changes, ring), `May ring ${name} install? Declared by people.`),
    proved: proved ? parameter(NAMES.proved(name), NOT_PROVED, `May ring ${name} install? Proved by evidence.`) : null,
    manifest: manifestOfRing(changes, ring),
  };
}
