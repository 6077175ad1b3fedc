import { didYouMean, listed } from "../closest";
import { sortedKeys } from "../places";
import type { Finding } from "../problem";
import type { Fleet } from "../schema/fleet-file";

function centralFindings(fleet: Fleet, central: NonNullable<Fleet["central"]>): Finding[] {
  const names = sortedKeys(fleet.accounts);
  if (!names.includes(central.account)) {
    const fix = `${didYouMean(central.account, names)}Name an account of this file.`;
    return [{ path: ["central", "account"], got: central.account, want: `one of ${listed(names)}`, fix }];
  }
  const regions = fleet.accounts[central.account]?.regions ?? [];
  if (regions.includes(central.home)) return [];
  const fix = `${didYouMean(central.home, regions)}Name one of these, or add ${central.home} to accounts.${central.account}.regions.`;
  return [{ path: ["central", "home"], got: central.home, want: `one of ${listed(regions)}`, fix }];
}

/** Several accounts without an organization to share within, and an organization or a central account without the other. */
export function organization(fleet: Fleet): Finding[] {
  const names = sortedKeys(fleet.accounts);
  const central = fleet.central ? centralFindings(fleet, fleet.central) : [];
  if (names.length === 0) {
    return [
      ...central,
      { path: ["accounts"], got: "no account", want: "at least one account", fix: "Add an account with its id and regions." },
    ];
  }
  if (fleet.organization && !fleet.central) {
    const fix = "Add `central: { account: …, home: … }`: the account and region in which all that is shared lives.";
    return [{ path: ["organization"], got: "an organization without `central`", want: "both", fix }];
  }
  if (!fleet.organization && fleet.central) {
    const fix = "Add `organization:` with its id and management account, or remove `central`: one account needs neither.";
    return [...central, { path: ["central"], got: "`central` without an organization", want: "both or neither", fix }];
  }
  if (!fleet.organization && names.length > 1) {
    const want = "one account, or an organization to share within";
    const fix = "Add `organization:` and `central:`, or write one fleet file for each account.";
    return [{ path: ["accounts"], got: `${names.length} accounts without an organization`, want, fix }];
  }
  return central;
}
