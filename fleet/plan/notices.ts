import { NO_CHANGES, type Changes } from "../changes";
import { everyRule, filtersOf } from "../check/every-rule";
import { ENDING } from "../ended";
import { isAutomatic } from "../install-windows";
import { sortedKeys } from "../places";
import { pathText } from "../problem";
import { proofOf } from "../proof";
import type { Fleet } from "../schema/fleet-file";
import { rateText } from "../schema/quantity";
import { hasAlerts } from "./alerts";
import { changeNotices } from "./change-notices";
import { planHybrid } from "./hybrid";
import { untoldWindows } from "./window-notices";

/** Something that changes no resource, but that a person should know. */
export interface Notice {
  /** A path in the fleet file, or the file of a reviewed change. */
  readonly at: string;
  readonly message: string;
}

function lapsedExceptions(fleet: Fleet, today: string): Notice[] {
  return sortedKeys(fleet.baselines).flatMap((name) => {
    const baseline = fleet.baselines[name];
    if (!baseline) return [];
    const notice = (list: "approve" | "reject") =>
      baseline[list]
        .map((entry, place) => ({ entry, at: `baselines.${name}.${list}[${place}]` }))
        .filter(({ entry }) => entry.until < today)
        .map(({ entry, at }) => ({
          at,
          message: `${entry.patch} was to be looked at again by ${entry.until} (${entry.owner}: ${entry.why}); it stays in force`,
        }));
    return [...notice("approve"), ...notice("reject")];
  });
}

function heldRings(fleet: Fleet, today: string): Notice[] {
  return fleet.rings.flatMap(({ name, hold }, place) => {
    if (!hold) return [];
    const overdue = hold.until < today ? `; it was to be looked at again by ${hold.until}` : `, until ${hold.until}`;
    return [{ at: `rings[${place}].hold`, message: `ring ${name} is held by ${hold.owner}: ${hold.why}${overdue}` }];
  });
}

function provedByCalendar(fleet: Fleet): Notice[] {
  return fleet.rings.flatMap((ring, place) =>
    proofOf(fleet, ring) === "calendar"
      ? [
          {
            at: `rings[${place}].prove`,
            message: `ring ${ring.name} follows ${ring.after} by schedule and soak alone, whatever came of it`,
          },
        ]
      : [],
  );
}

/** AWS makes no activation that outlives this. @see CreateActivation, ExpirationDate */
const LONGEST_ACTIVATION_DAYS = 30;

function activations(fleet: Fleet, now: number): Notice[] {
  return sortedKeys(fleet.hybrid).flatMap((key) => {
    const entry = fleet.hybrid[key];
    if (!entry) return [];
    const { expires } = planHybrid(fleet, key, entry);
    const left = Date.parse(expires) - now;
    const notice = (message: string) => [{ at: `hybrid.${key}.renewed`, message }];
    if (left <= 0)
      return notice(`the activation lapsed on ${expires.slice(0, 10)}: no further machine can register until it is renewed`);
    if (left > LONGEST_ACTIVATION_DAYS * 86_400_000)
      return notice(`renewed in the future: AWS refuses an activation that outlives ${LONGEST_ACTIVATION_DAYS} days`);
    return [];
  });
}

/** A share of servers whose number nobody wrote down: how many waves it takes depends on how the share comes out. */
function unprovedShares(fleet: Fleet): Notice[] {
  return sortedKeys(fleet.groups).flatMap((name) => {
    const group = fleet.groups[name];
    if (!group || !isAutomatic(group) || group.servers !== undefined || "count" in group.concurrency) return [];
    const message = `how many servers? Without \`servers\` nobody can prove that ${rateText(group.concurrency)} at a time finish in the window`;
    return [{ at: `groups.${name}.servers`, message }];
  });
}

/** How long before its end a product is told, in days. */
const ENDING_DAYS = 180;

function endingProducts(fleet: Fleet, today: string): Notice[] {
  const soon = new Date(Date.parse(today) + ENDING_DAYS * 86_400_000).toISOString().slice(0, 10);
  const known = sortedKeys(fleet.ended).map((name) => name.toLowerCase());
  return ENDING.filter(({ name, on }) => on <= soon && !known.includes(name.toLowerCase())).flatMap((ending) => {
    const use = everyRule(fleet).find(
      ({ baseline, rule }) =>
        baseline.system === ending.system && (filtersOf(rule).product ?? []).some((name) => ending.products?.test(name)),
    );
    if (!use) return [];
    const message = `${ending.name} has vendor support until ${ending.on}: replace its servers, or say under \`ended\` what is done`;
    return [{ at: pathText([...use.path, "product"]), message }];
  });
}

/** Nobody who hears of failures, and windows that nobody can be told of beforehand. */
function untold(fleet: Fleet): Notice[] {
  const nobody = hasAlerts(fleet) && !fleet.notify ? [{ at: "notify", message: "nobody is told when patching fails" }] : [];
  if (!hasAlerts(fleet)) return nobody;
  const windows = untoldWindows(fleet).map(({ own, ring }) => ({
    at: own === null ? `rings[${fleet.rings.findIndex(({ name }) => name === ring)}].install` : `groups.${own}.install`,
    message: "nobody is told before this window: what comes before it is in no schedule that AWS knows",
  }));
  return [...nobody, ...windows];
}

/** What a person should know about a fleet at an instant (RFC 3339, in any zone). None of it changes a resource. */
export function noticesOf(fleet: Fleet, asOf: string, changes: Changes = NO_CHANGES): Notice[] {
  const now = Date.parse(asOf);
  const today = new Date(now).toISOString().slice(0, 10);
  return [
    ...heldRings(fleet, today),
    ...provedByCalendar(fleet),
    ...untold(fleet),
    ...unprovedShares(fleet),
    ...lapsedExceptions(fleet, today),
    ...endingProducts(fleet, today),
    ...activations(fleet, now),
    ...changeNotices(fleet, changes, asOf),
  ];
}
