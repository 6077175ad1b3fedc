import { NO_CHANGES, type Changes } from "../changes";
import { definitionText } from "../definition";
import { NAMES } from "../names";
import { parameterArn, partitionOf, type Home } from "../partition";
import type { Fleet } from "../schema/fleet-file";
import { planAlerts, type AlertsPlan } from "./alerts";
import { definitionsOf } from "./baselines";
import type { EvaluatorPlan } from "./evaluator";
import type { EvidencePlan } from "./evidence";
import { planInsights, type InsightsPlan } from "./insights";
import { releaseOf, type ParameterPlan, type ReleasePlan } from "./release";

/** A definition as central publishes it. */
export interface PublishedPlan extends ParameterPlan {
  readonly baseline: string;
}

/** What the central account holds in its home region. */
export interface CentralPlan {
  readonly region: string;
  /** Empty without an organization: then nobody else reads. */
  readonly definitions: readonly PublishedPlan[];
  readonly releases: readonly ReleasePlan[];
  /** Null without an organization. */
  readonly share: { readonly name: string; readonly principals: readonly string[] } | null;
  /** Null for a single account that names nobody. */
  readonly alerts: AlertsPlan | null;
  /** Null where Security Hub is not wished. */
  readonly insights: InsightsPlan | null;
  /** Null for a single account that keeps none. */
  readonly evidence: EvidencePlan | null;
  /** One for each ring that evidence proves. */
  readonly evaluators: readonly EvaluatorPlan[];
}

/** The account and region in which all that is shared lives: central's home, or the only account's first region. */
export function homeOf(fleet: Fleet): Home & { readonly key: string } {
  const [only = ""] = Object.keys(fleet.accounts);
  const key = fleet.central?.account ?? only;
  const account = fleet.accounts[key];
  return { key, account: account?.id ?? "", region: fleet.central?.home ?? account?.regions[0] ?? "" };
}

/** With whom central shares: the whole organization, or the units that the file names. @see RAM, principals */
function principalsOf(organization: NonNullable<Fleet["organization"]>, home: Home): string[] {
  const arn = (kind: string, id: string) =>
    `arn:${partitionOf(home.region)}:organizations::${organization.managementAccount}:${kind}/${id}`;
  if (!organization.units) return [arn("organization", organization.id)];
  return organization.units.toSorted().map((unit) => arn("ou", `${organization.id}/${unit}`));
}

/** Every definition as the parameter that central publishes it in. */
export function publishedBy(fleet: Fleet): PublishedPlan[] {
  if (!fleet.organization) return [];
  const home = homeOf(fleet);
  return definitionsOf(fleet).map(({ key, definition }) => ({
    baseline: key,
    name: NAMES.definition(key),
    arn: parameterArn(home, NAMES.definition(key)),
    value: definitionText(definition),
    description: `The definition of baseline ${key}`,
  }));
}

/** What the central account holds. */
export function planCentral(
  fleet: Fleet,
  evidence: EvidencePlan | null,
  changes: Changes = NO_CHANGES,
  evaluators: readonly EvaluatorPlan[] = [],
): CentralPlan {
  const home = homeOf(fleet);
  return {
    region: home.region,
    definitions: publishedBy(fleet),
    releases: fleet.rings.map((ring) => releaseOf(fleet, changes, ring, home)),
    share: fleet.organization ? { name: NAMES.share, principals: principalsOf(fleet.organization, home) } : null,
    alerts: planAlerts(fleet, home),
    insights: planInsights(fleet),
    evidence,
    evaluators: evidence === null ? [] : evaluators,
  };
}
