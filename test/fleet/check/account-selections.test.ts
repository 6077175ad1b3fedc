import { accountSelections } from "../../../fleet/check/account-selections";
import { replaced, SHARED_FLEET, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

function web(selection: string): string {
  return replaced(SHARED_FLEET, "web: { ring: dev,", `web: { ring: dev, ${selection},`);
}

describe("accountSelections", () => {
  accepts(accountSelections, {
    "accounts by name and by label": SHARED_FLEET,
    "several labels of one account": web("accounts: { env: nonprod, team: shop }"),
  });
  rejects(accountSelections, {
    "an account that is not there": [
      web("accounts: [nonprd]"),
      [
        "14 groups.web.accounts[0]",
        "nonprd",
        "one of nonprod, prod and security",
        "Did you mean `nonprod`? Name an account of this file.",
      ],
    ],
    "an account twice": [
      web("accounts: [nonprod, nonprod]"),
      ["14 groups.web.accounts[1]", "nonprod once more", "each account once", "Remove one of the two."],
    ],
    "a label that no account carries": [
      web("accounts: { envi: nonprod }"),
      [
        "14 groups.web.accounts.envi",
        "the label envi",
        "one of the labels env and team",
        "Did you mean `env`? Write it as under `accounts`.",
      ],
    ],
    "a label's value that no account carries": [
      web("accounts: { env: nonprd }"),
      [
        "14 groups.web.accounts.env",
        "nonprd",
        "one of nonprod and prod",
        "Did you mean `nonprod`? Write it as under `accounts`.",
      ],
    ],
    "labels that no account carries together": [
      web("accounts: { env: prod, team: shop }"),
      [
        "14 groups.web.accounts",
        "env: prod and team: shop",
        "labels that one account carries together",
        "Write fewer labels, or add them to an account.",
      ],
    ],
    "no label at all": [
      web("accounts: {}"),
      ["14 groups.web.accounts", "no label", "at least one label", "Write a label, or remove `accounts` to take all."],
    ],
    "a ring's selection": [
      replaced(SHARED_FLEET, "accounts: [prod]", "accounts: [production]"),
      ["12 rings[1].accounts[0]", "production", "one of nonprod, prod and security", "Name an account of this file."],
    ],
    "a label where no account has any": [
      replaced(SMALL_FLEET, "ring: dev,", "ring: dev, accounts: { env: dev },"),
      ["8 groups.dev.accounts.env", "the label env", "a label that an account carries", "Write it as under `accounts`."],
    ],
  });
});
