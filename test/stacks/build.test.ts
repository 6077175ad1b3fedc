import { expect } from "chai";
import fc from "fast-check";
import { check } from "../../fleet/check";
import { partitionOf } from "../../fleet/partition";
import { decide, NO_CHANGES, type Plan } from "../../fleet/plan";
import type { FleetInput } from "../../fleet/schema/fleet-file";
import type { RecordedOptions, RecordedResource } from "../../preview/engine/recorded-resource";
import type { Properties } from "../../preview/engine/value";
import { centralStackOf, stackNamed } from "../../stacks/build";
import { arbitraryFleet, parsed, shuffled } from "../support/arbitrary-fleet";
import { beyondLimits } from "../support/aws-limits";
import { runStack, succeeded } from "../support/program-run";
import { AS_OF, oneAccount, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

const planOf = (input: FleetInput, asOf = AS_OF): Plan => decide(parsed(input), NO_CHANGES, asOf);

async function resourcesOf(plan: Plan): Promise<RecordedResource[]> {
  const all: RecordedResource[] = [];
  for (const stack of plan.stacks) all.push(...succeeded(await runStack(plan, stack)).resources);
  return all;
}

type Registered = Readonly<Record<string, { readonly inputs: Properties; readonly options: RecordedOptions }>>;
const registered = (resources: readonly RecordedResource[]): Registered =>
  Object.fromEntries(resources.map(({ urn, inputs, options }) => [urn, { inputs, options }]));

/** Runs every stack of a fleet: what it registers, by URN. */
const register = async (input: FleetInput, asOf?: string) => registered(await resourcesOf(planOf(input, asOf)));

const RUNS = { numRuns: 15 };

/** What tells where evidence comes from, what is expected, and where a window comes: it names accounts and regions, so it grows with them. */
const TELLS_PLACES =
  /\$aws:(?:glue\/catalogTable:CatalogTable|s3\/bucketObjectv2:BucketObjectv2|scheduler\/schedule:Schedule)::/u;
const withoutPlaces = <T>(resources: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.entries(resources).filter(([urn]) => !TELLS_PLACES.test(urn)));

describe("the stacks of any fleet", () => {
  it("register the same resources whatever the order of keys", () =>
    fc.assert(
      fc.asyncProperty(arbitraryFleet, fc.nat(11), async (input, turn) => {
        expect(await register(shuffled(input, turn))).to.deep.equal(await register(input));
      }),
      RUNS,
    ));

  it("register the same resources at any instant", () => {
    const instant = fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2040-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    return fc.assert(
      fc.asyncProperty(arbitraryFleet, instant, async (input, date) => {
        expect(await register(input, date.toISOString())).to.deep.equal(await register(input));
      }),
      RUNS,
    );
  });

  it("change nothing elsewhere when an account gains a region", () =>
    fc.assert(
      fc.asyncProperty(arbitraryFleet, fc.nat(20), async (input, choice) => {
        const names = Object.keys(input.accounts);
        const name = names[choice % names.length] ?? "";
        const account = input.accounts[name];
        const more = { aws: "af-south-1", "aws-us-gov": "us-gov-central-1", "aws-cn": "cn-west-1" }[
          partitionOf(account?.regions[0] ?? "")
        ];
        if (!account) return;
        const grown = { ...input, accounts: { ...input.accounts, [name]: { ...account, regions: [more, ...account.regions] } } };
        // Without `central` the first region is home: there the new one is added behind it.
        const after = { ...grown, accounts: { ...grown.accounts, [name]: { ...account, regions: [...account.regions, more] } } };
        const wider = input.organization ? grown : after;
        fc.pre(check(parsed(wider)).length === 0);
        const [one, other] = [await register(input), await register(wider)];
        expect(Object.keys(one).filter((urn) => !Object.hasOwn(other, urn))).to.deep.equal([]);
        const kept = Object.fromEntries(Object.keys(one).map((urn) => [urn, other[urn]]));
        expect(withoutPlaces(kept)).to.deep.equal(withoutPlaces(one));
        // All that is new is the new region's.
        const added = Object.keys(other).filter((urn) => !Object.hasOwn(one, urn));
        for (const urn of added) expect(urn).to.include(`::${more}-`);
      }),
      RUNS,
    ));

  it("change nothing elsewhere when the organization gains an account", () =>
    fc.assert(
      fc.asyncProperty(
        arbitraryFleet.filter(({ organization }) => organization !== undefined),
        async (input) => {
          const group = Object.keys(input.groups)[0] ?? "";
          const first = input.groups[group]!;
          const region = first.regions?.[0] ?? Object.values(input.accounts)[0]?.regions[0] ?? "";
          const accounts = [...(first.accounts as string[]), "newcomer"];
          const grown: FleetInput = {
            ...input,
            accounts: { ...input.accounts, newcomer: { id: "888888888888", regions: [region] } },
            groups: { ...input.groups, [group]: { ...first, accounts } },
          };
          fc.pre(check(parsed(grown)).length === 0);
          const [one, other] = [await register(input), await register(grown)];
          const kept = Object.fromEntries(Object.keys(one).map((urn) => [urn, other[urn]]));
          expect(withoutPlaces(kept)).to.deep.equal(withoutPlaces(one));
          const added = Object.keys(other).filter((urn) => !Object.hasOwn(one, urn));
          expect(added.length).to.be.greaterThan(0);
          for (const urn of added) expect(urn).to.match(/^urn:pulumi:newcomer::/u);
        },
      ),
      RUNS,
    ));

  it("stay within what AWS takes, name by name and size by size", () =>
    fc.assert(
      fc.asyncProperty(arbitraryFleet, async (input) => {
        const found = (await resourcesOf(planOf(input))).flatMap(beyondLimits);
        expect(found).to.deep.equal([]);
      }),
      { numRuns: 30 },
    ));

  it("stay within what AWS takes with the longest names that a file can have", async () => {
    const long = (text: string, length = 40) => text.padEnd(length, "x");
    const tag = long("Serveurs de Évry et 東京 ", 200);
    const why = long("why ", 200);
    const input: FleetInput = {
      tags: { [long("key", 128)]: long("value", 256) },
      accounts: { [long("account")]: { id: "111122223333", regions: ["ap-southeast-7"] } },
      baselines: {
        [long("baseline")]: { system: "REDHAT_ENTERPRISE_LINUX", description: long("d", 1024), rules: [{ severity: ["*"] }] },
      },
      rings: [
        {
          name: long("ring"),
          install: "cron(0 3 ? JAN,MAR,MAY,JUL,SEP,NOV MON,TUE,THU,FRI,SAT *)",
          zone: "America/Argentina/ComodRivadavia",
          hold: { why, owner: long("owner", 100), until: "2026-12-24" },
        },
      ],
      groups: {
        [long("group", 64)]: { ring: long("ring"), tag, baselines: [long("baseline")] },
        [long("other", 64)]: { ring: long("ring"), tag: `${tag}2`, baselines: [long("baseline")], install: "sundays 22:00" },
      },
      hybrid: {
        [long("hybrid")]: {
          account: long("account"),
          region: "ap-southeast-7",
          group: long("group", 64),
          renewed: "2026-11-15",
          onPremises: { linux: 1000 },
        },
      },
    };
    expect(check(parsed(input))).to.deep.equal([]);
    const all = await resourcesOf(planOf(input));
    expect(all.length).to.be.greaterThan(40);
    expect(all.flatMap(beyondLimits)).to.deep.equal([]);
  });

  it("name the region of each regional resource, write the fleet's partition only, and use no default provider", () =>
    fc.assert(
      fc.asyncProperty(arbitraryFleet, async (input) => {
        const plan = planOf(input);
        for (const stack of plan.stacks) {
          const { resources } = succeeded(await runStack(plan, stack));
          for (const { type, custom, inputs, urn, provider } of resources) {
            if (!custom || type.startsWith("pulumi:")) continue;
            if (type.startsWith("aws:") && !type.startsWith("aws:iam/")) expect(stack.regions, urn).to.include(inputs["region"]);
            for (const found of JSON.stringify(inputs).match(/arn:aws[a-z-]*/gu) ?? [])
              expect(found, urn).to.equal(`arn:${stack.account.partition}`);
            expect(provider, urn).to.match(/::(aws|azure)::/u);
          }
        }
      }),
      RUNS,
    ));
});

describe("stackNamed", () => {
  it("finds a stack by its name", () => {
    const plan = decide(twoAccounts(), NO_CHANGES, AS_OF);
    expect(stackNamed(plan, "nonprod")).to.equal(plan.stacks[1]);
  });

  it("rejects a name that is none in one line that names those there are", () => {
    const plan = decide(twoAccounts(), NO_CHANGES, AS_OF);
    expect(() => stackNamed(plan, "prd")).to.throw(/^the fleet file has no stack prd; it has security, nonprod, prod$/u);
  });
});

describe("centralStackOf", () => {
  it("is the stack of the home account, whatever the account is called", () => {
    expect(centralStackOf(decide(twoAccounts(), NO_CHANGES, AS_OF))).to.equal("security");
    expect(centralStackOf(decide(oneAccount(), NO_CHANGES, AS_OF))).to.equal("dev");
    const central = { account: "prod", home: "us-east-1" };
    const outside = {
      account: "prod",
      region: "eu-west-1",
      group: "application",
      renewed: "2026-11-15",
      onPremises: { linux: 1 },
    };
    const plan = decide(twoAccounts({ ...TWO_ACCOUNTS, central, hybrid: { outside } }), NO_CHANGES, AS_OF);
    expect(centralStackOf(plan)).to.equal("prod");
  });
});
