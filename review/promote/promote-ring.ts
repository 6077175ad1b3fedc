import type { Evidence } from "../../evidence/engine/evidence";
import { expectedOf } from "../../evidence/expected";
import { openEvidence, type Opening } from "../../evidence/report/open-evidence";
import { RequestError } from "../../evidence/report/request";
import { listed } from "../../fleet/closest";
import type { Plan } from "../../fleet/plan";
import type { NewFile } from "../files";
import { rejectionsOf } from "../rejected";
import { accountNames } from "../whose-evidence";
import { provedSet, type ProvedSet } from "./proved-set";
import { placeText, provingPlaces, refuseUnproved, unproved, type ProvingPlace } from "./proving";
import { releaseText } from "./release-text";
import type { PromoteRequest } from "./request";
import { unprovedSystems } from "./unproved-systems";

/** A promotion, made: what is proved, where, and the file that releases it. */
export interface Promoted {
  readonly set: ProvedSet;
  readonly places: readonly ProvingPlace[];
  /** The ring's systems that nothing is proved for, each in a few words. */
  readonly unproved: readonly string[];
  readonly file: NewFile;
}

/** Where the fleet file does not say how many servers have to be well. */
const USUAL_SHARE = 95;
/** @see fleet/schema/patch, patches */
const MOST_ENTRIES = 5000;

function sizeProblem({ manifest }: ProvedSet, before: string): string | null {
  const { length } = manifest.patches;
  if (length === 0)
    return `ring ${before} proves no package: nothing on its servers was installed by patching, in one version on nearly all of them`;
  return length > MOST_ENTRIES
    ? `ring ${before} proves ${length} entries, and a list holds ${MOST_ENTRIES}: promote rings of fewer systems, or write the list by hand`
    : null;
}

function whyOf(set: ProvedSet, places: readonly ProvingPlace[], before: string): string {
  const servers = places.reduce((sum, { proving }) => sum + proving, 0);
  const last = places.flatMap(({ started, proving }) => (proving > 0 ? (started ?? []) : [])).toSorted();
  return `${set.manifest.patches.length} packages proved by ${servers} servers of ${before}, last run ${(last.at(-1) ?? "").slice(0, 10)}`;
}

/** Makes the promotion of a ring from evidence that is open. Fails with one line where nothing is proved. */
export async function promotionFrom(evidence: Evidence, plan: Plan, request: PromoteRequest): Promise<Promoted> {
  const { asOf, before, ring, by, until, file, data } = request;
  const places = provingPlaces(await evidence.ask("installed-places", { asOf }), before, accountNames(plan));
  refuseUnproved(places, before, data);
  const rows = (await evidence.ask("installed", { asOf })).filter((row) => row["ring"] === before);
  // A group under review installs from approvals only: the ring's list is not for it.
  const groups = plan.groups.filter((group) => group.ring === ring.name && !group.sensitive);
  const set = provedSet(rows, {
    share: ring.health?.patched ?? USUAL_SHARE,
    rejections: rejectionsOf(
      plan,
      groups.map(({ name }) => name),
    ),
    systems: [...new Set(groups.flatMap(({ systems }) => systems))].toSorted(),
  });
  const problem = sizeProblem(set, before);
  if (problem !== null) throw new RequestError(problem);
  const unproven = unprovedSystems(await evidence.ask("installed-systems", { asOf }), before, ring.name, groups);
  const facts = { ring: ring.name, before, asOf, why: whyOf(set, places, before), by, until, unproved: unproven };
  return { set, places, unproved: unproven, file: { file, text: releaseText(set, facts), keep: true } };
}

/** Opens the evidence and turns it into the release of a ring. Writes nothing. */
export async function promoteRing(
  plan: Plan,
  request: PromoteRequest,
  hears: Pick<Opening, "tell" | "note" | "signal">,
): Promise<Promoted> {
  // Of the ring itself only what its servers are: the names of their packages tell the architecture.
  const rings = [request.before, request.ring.name];
  const only = plan.groups.filter(({ ring }) => rings.includes(ring)).map(({ tag }) => tag);
  const evidence = await openEvidence(request.data, { ...hears, only, expected: expectedOf(plan), home: plan.home.region });
  try {
    return await promotionFrom(evidence, plan, request);
  } finally {
    await evidence.close();
  }
}

/** More conflicts than this are counted. */
const MOST_CONFLICTS = 10;

function conflictLines({ conflicts }: ProvedSet): string[] {
  if (conflicts.length === 0) return [];
  const lines = conflicts.slice(0, MOST_CONFLICTS).map(({ system, id, versions, servers }) => {
    const each = versions.slice(0, 3).map(([version, count]) => `${version} on ${count}`);
    return `  ${system} ${id}: ${each.join(", ")} of ${servers}`;
  });
  const more = conflicts.length > MOST_CONFLICTS ? [`  and ${conflicts.length - MOST_CONFLICTS} more`] : [];
  return ["not promoted, because no one version is on nearly all of the servers that have it:", ...lines, ...more];
}

/** A promotion for a terminal: what is proved by whom, what is not, and where it is written. */
export function promotedText(
  { set, places, unproved: systems, file }: Promoted,
  { ring, before, until }: PromoteRequest,
): string {
  const bad = places.flatMap((place) => {
    const why = unproved(place);
    return why === null ? [] : [`not proved by ${placeText(place)}: ${why}`];
  });
  const good = places.filter(({ proving }) => proving > 0);
  return [
    `${set.manifest.patches.length} packages that ring ${before} was proved with, for ring ${ring.name}, open until ${until}`,
    ...set.systems.map(([system, entries]) => `  ${system}: ${entries}`),
    ...good.map(
      (place) => `proved by ${place.proving} of ${place.servers} servers of ${placeText(place)}, run ${place.started ?? ""}`,
    ),
    ...bad,
    ...systems.map(
      (each) =>
        `not proved for ${each}: no server of ring ${before} proves anything of it, so the list has no package made for it`,
    ),
    ...conflictLines(set),
    ...(set.rejected.length > 0 ? [`left out, because a baseline of ${ring.name} rejects it: ${set.rejected.join(", ")}`] : []),
    ...(set.unnamed.length > 0
      ? [`left out, because no list for ring ${ring.name} can name it exactly: ${listed(set.unnamed, 10)}`]
      : []),
    `wrote ${file.file}`,
  ].join("\n");
}
