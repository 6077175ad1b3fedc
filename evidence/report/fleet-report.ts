import type { Plan } from "../../fleet/plan";
import { expectedOf, NOTHING_EXPECTED } from "../expected";
import type { Paint } from "./aligned";
import { makeReport } from "./make-report";
import { narrowedBy } from "./narrowed";
import { openEvidence, type Opening } from "./open-evidence";
import { accountId, type Request } from "./request";

/** A page of a demo may come into hands that know nothing of it. */
const MADE_UP = "All evidence here is made up: none of these servers exists.";

/** Opens the evidence, asks it what was requested, and puts it out. A fleet's own names of accounts and groups are understood. */
export async function fleetReport(
  request: Request,
  plan: Plan | null,
  paint: Paint,
  hears: Pick<Opening, "tell" | "note" | "signal">,
): Promise<void> {
  const expected = plan ? expectedOf(plan) : NOTHING_EXPECTED;
  const ids = new Map((plan?.stacks ?? []).map(({ account }) => [account.key, account.id]));
  const { asOf, since, until, package: wanted, group } = request;
  const choice = {
    asOf,
    since,
    until,
    package: wanted,
    group: plan?.groups.find(({ name }) => name === group)?.tag ?? group,
    account: accountId(request.account, ids),
  };
  if (plan && group !== undefined && !plan.groups.some(({ name, tag }) => group === name || group === tag))
    hears.note(`--group ${group}: the fleet file has no such group; there are ${plan.groups.map(({ name }) => name).join(", ")}`);
  const choices = narrowedBy(choice, expected);
  // Of the choice itself a person knows.
  for (const line of choices.slice(1)) hears.note(line);
  const narrowed = [...(request.madeUp === true ? [MADE_UP] : []), ...choices];
  const evidence = await openEvidence(request.data, { ...hears, expected, home: plan?.home.region ?? null });
  try {
    await makeReport(evidence, choice, { ...request, narrowed }, paint, hears.tell);
  } finally {
    await evidence.close();
  }
}
