import { hybrid } from "../../../fleet/check/hybrid";
import { replaced, SHARED_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const MACHINE = "{ name: app, resourceGroup: rg, location: westeurope, system: linux }";
const AZURE = `azure: { subscription: 00000000-0000-0000-0000-000000000001, machines: [${MACHINE}, ${MACHINE}] }`;

/** The shared fleet with hybrid machines. */
function entry(machines: string, place = { account: "prod", region: "eu-west-1", group: "shop" }): string {
  const { account, region, group } = place;
  return `${SHARED_FLEET}hybrid:\n  azure: { account: ${account}, region: ${region}, group: ${group}, renewed: 2026-11-15, ${machines} }\n`;
}

describe("hybrid", () => {
  accepts(hybrid, {
    "machines with a place, a group and a baseline": entry(
      "azure: { subscription: 00000000-0000-0000-0000-000000000001, machines: [{ name: app, resourceGroup: rg, location: westeurope, system: linux }] }",
    ),
    "machines of two systems in a group for both": replaced(
      entry("onPremises: { linux: 3, windows: 1 }"),
      "shop: { ring: prod, baselines: [ubuntu]",
      "shop: { ring: prod, baselines: [ubuntu, windows]",
    ),
    "as many machines as one activation registers": entry("onPremises: { linux: 1000 }"),
  });
  rejects(hybrid, {
    "machines in what is not there": [
      entry("onPremises: { linux: 1 }", { account: "prd", region: "eu-west-1", group: "shopp" }),
      [
        "17 hybrid.azure.account",
        "prd",
        "one of nonprod, prod and security",
        "Did you mean `prod`? Name an account of this file.",
      ],
      ["17 hybrid.azure.group", "shopp", "one of shop and web", "Did you mean `shop`? Name a group of this file."],
    ],
    "machines in a region that the account does not have": [
      entry("onPremises: { linux: 1 }", { account: "prod", region: "eu-west-3", group: "shop" }),
      ["17 hybrid.azure.region", "eu-west-3", "one of eu-west-1", "Did you mean `eu-west-1`? Name a region of account prod."],
    ],
    "machines in a group of other accounts": [
      entry("onPremises: { linux: 1 }", { account: "prod", region: "eu-west-1", group: "web" }),
      [
        "17 hybrid.azure.group",
        "web, which is not in prod eu-west-1",
        "a group in the account and region of these machines",
        "Name a group that is there, or select the account and region in the group.",
      ],
    ],
    "an entry without machines": [
      entry("onPremises: { linux: 0 }"),
      [
        "17 hybrid.azure",
        "no machine",
        "at least one machine",
        "Add `azure:` with its machines or `onPremises:` with their number, or remove the entry.",
      ],
    ],
    "more machines than one activation registers": [
      entry("onPremises: { linux: 1001 }"),
      [
        "17 hybrid.azure",
        "1,001 machines",
        "at most 1,000, as many as one activation registers",
        "Split the entry into several.",
      ],
    ],
    "Windows machines in a group for Linux": [
      entry("onPremises: { linux: 3, windows: 1 }"),
      [
        "17 hybrid.azure.group",
        "shop, which has no baseline for Windows",
        "a group with a baseline for each system of these machines",
        "Add a baseline for Windows to the group, or name another group.",
      ],
    ],
    "Linux machines in a group for Windows": [
      replaced(
        entry("onPremises: { linux: 3, windows: 1 }"),
        "shop: { ring: prod, baselines: [ubuntu]",
        "shop: { ring: prod, baselines: [windows]",
      ),
      [
        "17 hybrid.azure.group",
        "shop, which has no baseline for Linux",
        "a group with a baseline for each system of these machines",
        "Add a baseline for Linux to the group, or name another group.",
      ],
    ],
    "one machine twice, in another case and another entry": [
      `${entry(AZURE)}  second: { account: prod, region: eu-west-1, group: shop, renewed: 2026-11-15, ${AZURE.replaceAll("name: app", "name: APP")} }\n`,
      ["17 hybrid.azure.azure.machines[1].name", "app once more", "each machine once", "Remove one of the two."],
      [
        "18 hybrid.second.azure.machines[0].name",
        "APP, which is in azure already",
        "each machine once",
        "Remove one of the two.",
      ],
      [
        "18 hybrid.second.azure.machines[1].name",
        "APP, which is in azure already",
        "each machine once",
        "Remove one of the two.",
      ],
    ],
  });
});
