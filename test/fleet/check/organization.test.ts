import { organization } from "../../../fleet/check/organization";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const ORGANIZATION = 'organization: { id: o-a1b2c3d4e5, managementAccount: "111111111111" }\n';
const CENTRAL = "central: { account: security, home: eu-west-1 }\n";
const TWO = replaced(SMALL_FLEET, "baselines:\n", '  test: { id: "222233334444", regions: [eu-west-1] }\nbaselines:\n');

describe("organization", () => {
  accepts(organization, { "one account alone": SMALL_FLEET, "accounts of an organization": SHARED_FLEET });
  rejects(organization, {
    "several accounts without an organization": [
      TWO,
      [
        "1 accounts",
        "2 accounts without an organization",
        "one account, or an organization to share within",
        "Add `organization:` and `central:`, or write one fleet file for each account.",
      ],
    ],
    "an organization without a central account": [
      replaced(SHARED_FLEET, CENTRAL, ""),
      [
        "1 organization",
        "an organization without `central`",
        "both",
        "Add `central: { account: …, home: … }`: the account and region in which all that is shared lives.",
      ],
    ],
    "a central account without an organization": [
      replaced(SHARED_FLEET, ORGANIZATION, ""),
      [
        "1 central",
        "`central` without an organization",
        "both or neither",
        "Add `organization:` with its id and management account, or remove `central`: one account needs neither.",
      ],
    ],
    "a central account that is not there": [
      replaced(SHARED_FLEET, "account: security", "account: securty"),
      [
        "2 central.account",
        "securty",
        "one of nonprod, prod and security",
        "Did you mean `security`? Name an account of this file.",
      ],
    ],
    "a home that the central account does not have": [
      replaced(SHARED_FLEET, "home: eu-west-1", "home: eu-west-2"),
      [
        "2 central.home",
        "eu-west-2",
        "one of eu-west-1",
        "Did you mean `eu-west-1`? Name one of these, or add eu-west-2 to accounts.security.regions.",
      ],
    ],
    "no account at all": [
      replaced(SMALL_FLEET, 'accounts:\n  dev: { id: "111122223333", regions: [eu-west-1] }', "accounts: {}"),
      ["1 accounts", "no account", "at least one account", "Add an account with its id and regions."],
    ],
  });
});
