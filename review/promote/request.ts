import path from "node:path";
import { RequestError } from "../../evidence/report/request";
import { didYouMean, listed } from "../../fleet/closest";
import type { Plan } from "../../fleet/plan";
import type { RingPlan } from "../../fleet/plan/ring";
import { rfc3339 } from "../../fleet/schedule/rfc3339";
import { checkedData, checkedPerson } from "../request";
import { nextFreeStart } from "../window";

/** What a person typed for a promotion. Instants are RFC 3339 in UTC. */
export interface PromoteTyped {
  readonly ring: string;
  readonly data?: string | undefined;
  readonly fleet: string;
  readonly asOf: string;
  readonly by?: string | undefined;
  readonly until?: string | undefined;
  readonly out?: string | undefined;
}

/** A promotion, checked as far as it can be without the evidence. */
export interface PromoteRequest {
  readonly data: string;
  readonly asOf: string;
  readonly ring: RingPlan;
  /** The ring before, whose servers prove the set. */
  readonly before: string;
  readonly by: string;
  /** Until when the release is open. */
  readonly until: string;
  readonly file: string;
}

const hour = 3_600_000;

function ringOf(plan: Plan, name: string): RingPlan & { readonly after: string } {
  const names = plan.rings.map((each) => each.name);
  const ring = plan.rings.find((each) => each.name === name);
  if (ring === undefined) throw new RequestError(`no ring ${name}: ${didYouMean(name, names)}there are ${listed(names)}`);
  if (ring.after === null)
    throw new RequestError(`ring ${name} is a first ring: nothing is proved before it; a ring with \`after\` can be promoted`);
  if (ring.promote !== "exact")
    throw new RequestError(
      `ring ${name} installs what its baselines approve: write \`promote: exact\` on it in the fleet file, and promote it then`,
    );
  return { ...ring, after: ring.after };
}

/** The end of the ring's next free window: the release need not be open for longer. */
function untilOf(plan: Plan, ring: RingPlan, { asOf, until }: PromoteTyped): string {
  const now = Date.parse(asOf);
  if (until !== undefined) {
    if (Date.parse(until) > now) return until;
    throw new RequestError(`--until ${until} is not after ${asOf}: such a release would never be open`);
  }
  const next = nextFreeStart(plan, ring.name, now + hour);
  if (next !== null) return rfc3339(next.at + next.window.durationHours * hour);
  throw new RequestError(`ring ${ring.name} has no free start within a year after ${asOf}: say until when with --until`);
}

/** Checks what a person typed for a promotion. Fails with one line that names what it got and what it wants. */
export function checkPromote(typed: PromoteTyped, plan: Plan): PromoteRequest {
  const ring = ringOf(plan, typed.ring);
  const data = checkedData(typed.data);
  const by = checkedPerson(typed.by);
  if (by === null) throw new RequestError("name who answers for the release: --by WHO");
  return {
    data,
    asOf: typed.asOf,
    ring,
    before: ring.after,
    by,
    until: untilOf(plan, ring, typed),
    file: typed.out ?? path.join(path.dirname(typed.fleet), "changes", "releases", `${ring.name}.yaml`),
  };
}
