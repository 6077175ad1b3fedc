import { CONTROLS } from "../../controls";
import { defineRule } from "../../define-rule";
import { about, undecided } from "../../finding";
import { UNKNOWN } from "../../plain";
import { show, text } from "../../read";
import { optionalStrings } from "../../setting";
import { parameterShares } from "../../shares";
import { SHARED_WITH } from "../../vocabulary";

export default defineRule({
  name: "share-principal-is-known",
  concern: "sharing",
  description: "Parameters are shared with the organization, its units, or accounts that are known.",
  why: "A digit too many in an account's number shares with a stranger.",
  remediation: "Share with the organization or a unit by its ARN, or list the account in `accounts`.",
  severity: "high",
  enforcement: "mandatory",
  controls: [CONTROLS.informationSharing],
  source: "https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html",
  unless: "Never.",
  settings: {
    accounts: optionalStrings("The accounts parameters may be shared with. Unset: any account's number of 12 digits."),
  },
  resources: [SHARED_WITH],
  check: (stack, { settings }) =>
    parameterShares(stack).principals.flatMap((association) => {
      const principal = association.props["principal"];
      const want =
        settings.accounts === undefined
          ? "the organization, a unit, or an account"
          : `the organization, a unit, or one of ${settings.accounts.join(", ")}`;
      if (principal === UNKNOWN) return [undecided(association, "principal", show(principal), want)];
      const name = text(principal) ?? "";
      if (/^arn:[^:]+:organizations::\d{12}:(?:organization\/o-|ou\/o-)[a-z0-9-/]+$/.test(name)) return [];
      const known = settings.accounts === undefined ? /^\d{12}$/.test(name) : settings.accounts.includes(name);
      return known ? [] : [about(association, "principal", show(principal), want)];
    }),
});
