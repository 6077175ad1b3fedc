import { expect } from "chai";
import fc from "fast-check";
import { check } from "../../fleet/check";
import { placesOf } from "../../fleet/places";
import { decide, NO_CHANGES, plan, type Plan } from "../../fleet/plan";
import type { CentralPlan } from "../../fleet/plan/central";
import { arbitraryChanges } from "../support/arbitrary-changes";
import { arbitraryFleet, parsed, shuffled } from "../support/arbitrary-fleet";
import { AS_OF, ONE_ACCOUNT, oneAccount, TWO_ACCOUNTS, twoAccounts } from "../support/two-accounts";

const decided = (fleet = twoAccounts()): Plan => decide(fleet, NO_CHANGES, AS_OF);
const OUTSIDE = { account: "prod", region: "eu-west-1", group: "application", renewed: "2026-11-15", onPremises: { linux: 3 } };

describe("plan", () => {
  it("decides the stacks in the order in which they are applied: central, members by their rings, hybrid machines", () => {
    const { stacks, home } = decided(twoAccounts({ hybrid: { outside: OUTSIDE } }));
    expect(home).to.deep.equal({ account: "222222222222", region: "eu-west-1" });
    expect(stacks.map(({ kind, name, account, regions }) => [kind, name, account.id, regions])).to.deep.equal([
      ["central", "security", "222222222222", ["eu-west-1"]],
      ["member", "nonprod", "333333333333", ["eu-west-1"]],
      ["member", "prod", "444444444444", ["eu-west-1", "us-east-1"]],
      ["hybrid", "outside", "444444444444", ["eu-west-1"]],
    ]);
  });

  it("orders members by their first ring, not by their names", () => {
    const renamed = twoAccounts({
      accounts: {
        security: TWO_ACCOUNTS.accounts.security,
        "a-prod": TWO_ACCOUNTS.accounts.prod,
        "z-nonprod": TWO_ACCOUNTS.accounts.nonprod,
      },
      groups: { nonprod: TWO_ACCOUNTS.groups.nonprod, database: TWO_ACCOUNTS.groups.database },
    });
    expect(decided(renamed).stacks.map(({ name }) => name)).to.deep.equal(["security", "z-nonprod", "a-prod"]);
  });

  it("makes one stack of a central account that runs groups of its own, and applies it first", () => {
    const one = decided(twoAccounts({ central: { account: "prod", home: "us-east-1" } }));
    expect(one.stacks.map(({ kind, name }) => [kind, name])).to.deep.equal([
      ["member", "prod"],
      ["member", "nonprod"],
    ]);
    const [prod, nonprod] = one.stacks;
    expect(prod?.kind === "member" && prod.central?.region).to.equal("us-east-1");
    expect(nonprod?.kind === "member" && nonprod.central).to.equal(null);
  });

  it("makes one stack of one account, central and member in one", () => {
    const { stacks } = decided(oneAccount());
    expect(stacks.map(({ kind, name }) => [kind, name])).to.deep.equal([["member", "dev"]]);
    expect(stacks[0]?.kind === "member" && stacks[0].central?.share).to.equal(null);
  });

  it("marks what is the fleet's beside the tags of the file", () => {
    for (const { tags } of decided().stacks) expect(tags).to.deep.equal({ owner: "platform", "managed-by": "fleet-patching" });
  });

  it("gives hybrid machines the node policy of the account that they register with", () => {
    const [, , , hybrid] = decided(twoAccounts({ hybrid: { outside: OUTSIDE } })).stacks;
    expect(hybrid?.kind === "hybrid" && [hybrid.nodePolicy, hybrid.tagKey]).to.deep.equal([
      "arn:aws:iam::444444444444:policy/fleet-node",
      "PatchGroup",
    ]);
  });

  it("rejects a fleet that makes no sense, with all that is wrong in it", () => {
    const wrong = oneAccount({ groups: { dev: { ...ONE_ACCOUNT.groups.dev, ring: "prod", baselines: ["ubuntu", "no-such"] } } });
    const problems = plan(wrong, NO_CHANGES, AS_OF);
    expect(Array.isArray(problems) && problems.map(({ at }) => at).toSorted()).to.deep.equal([
      "groups.dev.baselines[1]",
      "groups.dev.ring",
    ]);
    expect(plan(oneAccount(), NO_CHANGES, AS_OF)).to.deep.equal(decided(oneAccount()));
  });
});

describe("a plan of any fleet", () => {
  it("is the same whatever the order of keys", () => {
    fc.assert(
      fc.property(arbitraryFleet, fc.nat(11), (input, turn) => {
        const other = parsed(shuffled(input, turn));
        expect(check(other)).to.deep.equal([]);
        expect(decided(other)).to.deep.equal(decided(parsed(input)));
      }),
    );
  });

  it("is printable as JSON and comes back the same", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const whole = decided(parsed(input));
        expect(JSON.parse(JSON.stringify(whole))).to.deep.equal(whole);
      }),
    );
  });

  it("has the same stacks at any instant: time changes notices only", () => {
    const instant = fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2040-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(arbitraryFleet, instant, (input, date) => {
        const fleet = parsed(input);
        const { asOf: _one, notices: _other, ...then } = decide(fleet, NO_CHANGES, date.toISOString());
        const { asOf, notices: _now, ...now } = decided(fleet);
        expect(asOf).to.equal(AS_OF);
        expect(then).to.deep.equal(now);
      }),
    );
  });

  it("has one stack an account that runs servers, one a hybrid entry, and central exactly once", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const { stacks } = decided(parsed(input));
        const names = stacks.map(({ name }) => name);
        expect(new Set(names).size).to.equal(names.length);
        expect(stacks.filter((stack) => stack.kind !== "hybrid" && stack.central !== null)).to.have.lengthOf(1);
        expect(stacks[0]?.kind !== "hybrid" && stacks[0]?.central).to.be.an("object");
        expect(names.filter((name) => Object.hasOwn(input.hybrid ?? {}, name))).to.deep.equal(
          Object.keys(input.hybrid ?? {}).toSorted(),
        );
      }),
    );
  });

  it("applies no stack before one of an earlier ring, unless it is central", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const { stacks, rings } = decided(parsed(input));
        const order = rings.map((ring) => ring.name);
        const members = stacks.filter((stack) => stack.kind === "member");
        const first = members
          .filter((stack) => stack.central === null)
          .map((stack) => {
            const here = Object.values(parsed(input).groups).filter((group) =>
              (group.accounts as readonly string[]).includes(stack.name),
            );
            return Math.min(...here.map((group) => order.indexOf(group.ring)));
          });
        expect(first).to.deep.equal(first.toSorted((a, b) => a - b));
      }),
    );
  });

  it("gives every group with a schedule one runbook in each of its places, and one under review none", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const fleet = parsed(input);
        for (const stack of decided(fleet).stacks) {
          if (stack.kind !== "member") continue;
          for (const region of stack.member.regions) {
            const groups = new Set(region.registrations.map(({ group }) => group));
            const automatic = [...groups].filter((name) => fleet.groups[name]?.review === "none");
            const runs = region.windows.flatMap((window) => window.runs.map((run) => run.group));
            expect(runs.toSorted()).to.deep.equal(automatic.toSorted());
          }
        }
      }),
    );
  });

  it("has command expiries that hold the whole group and end within the window", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const windows = decided(parsed(input)).stacks.flatMap((stack) =>
          stack.kind === "member" ? stack.member.regions.flatMap((region) => region.windows) : [],
        );
        for (const { runs, durationHours } of windows) {
          for (const { capacity, servers, concurrency } of runs) {
            const expiry = capacity.timeoutSeconds + capacity.stepTimeoutSeconds;
            expect(capacity.fits).to.equal(true);
            // Ten minutes each for gate and reconciliation, forty for each scan, five to spare.
            expect(expiry).to.be.at.most(durationHours * 3600 - 600 - 2 * 2400 - 600 - 300);
            if (servers === null || servers === 0) continue;
            const share = Number.parseInt(concurrency, 10);
            const atOnce = concurrency.endsWith("%") ? Math.max(1, Math.floor((servers * share) / 100)) : share;
            expect(expiry).to.be.at.least(Math.ceil(servers / atOnce) * 10 * 60);
            expect(capacity.timeoutSeconds).to.be.within(30, 2_592_000);
            expect(capacity.stepTimeoutSeconds).to.be.within(600, 36_000);
          }
        }
      }),
    );
  });
});

const DAY = 86_400_000;
const instants = fc.tuple(fc.nat(90), fc.nat(90)).map(([one, other]) => {
  const at = (days: number) => new Date(Date.parse(AS_OF) + (days - 5) * DAY).toISOString();
  return [at(Math.min(one, other)), at(Math.max(one, other))] as const;
});
const withChanges = arbitraryFleet.chain((input) => fc.tuple(fc.constant(input), arbitraryChanges(parsed(input)), instants));

/** Central without what proves a ring ahead of the windows of some approvals. */
function withoutProof(central: CentralPlan | null, keys: ReadonlySet<string>): unknown {
  const proofs = new Set([...keys].map((key) => `approval-${key}`));
  const evaluators = central?.evaluators.map((each) => ({ ...each, times: each.times.filter(({ key }) => !proofs.has(key)) }));
  return central && { ...central, evaluators };
}

/** The stacks without the windows of some approvals. Calendars and roles stay: they do not come and go with an approval. */
function without(stacks: Plan["stacks"], keys: ReadonlySet<string>): unknown {
  return stacks.map((stack) => {
    if (stack.kind === "hybrid") return stack;
    const central = withoutProof(stack.central, keys);
    if (stack.kind === "central") return { ...stack, central };
    const regions = stack.member.regions.map((region) => ({
      ...region,
      windows: region.windows.filter(({ key }) => !keys.has(key)),
    }));
    return { ...stack, central, member: { ...stack.member, regions } };
  });
}

describe("a plan of any fleet and its changes", () => {
  it("has the same stacks at two instants, unless an approval's window ended between them", () => {
    fc.assert(
      fc.property(withChanges, ([input, changes, [early, late]]) => {
        const [then, now] = [early, late].map((asOf) => decide(parsed(input), changes, asOf));
        const ended = then!.approvals.filter(
          ({ ends }) => Date.parse(ends) > Date.parse(early) && Date.parse(ends) <= Date.parse(late),
        );
        if (ended.length === 0) expect(now!.stacks).to.deep.equal(then!.stacks);
        const keys = new Set(ended.map(({ key }) => key));
        expect(now!.stacks).to.deep.equal(keys.size === 0 ? then!.stacks : without(then!.stacks, keys));
      }),
    );
  });

  it("gives a group under review a window for each approval that is live and approved, in each of its places, and no other", () => {
    fc.assert(
      fc.property(withChanges, ([input, changes, [asOf]]) => {
        const fleet = parsed(input);
        const { stacks } = decide(fleet, changes, asOf);
        for (const stack of stacks) {
          if (stack.kind !== "member") continue;
          for (const { region, windows } of stack.member.regions) {
            const live = changes.approvals.filter(
              ({ approved, group, window }) =>
                approved !== undefined &&
                Date.parse(window.at) + window.duration * 3_600_000 > Date.parse(asOf) &&
                placesOf(fleet, fleet.groups[group]!).some((place) => place.account === stack.name && place.region === region),
            );
            const reviewed = windows.filter(({ runs }) => runs.some(({ sensitive }) => sensitive));
            expect(reviewed.map(({ key }) => key).toSorted()).to.deep.equal(live.map(({ key }) => key).toSorted());
            for (const { runs } of reviewed) expect(runs.every(({ approval }) => approval !== null)).to.equal(true);
          }
        }
      }),
    );
  });

  it("installs in a group under review nothing but a manifest of that very digest, which lies in its region", () => {
    fc.assert(
      fc.property(withChanges, ([input, changes, [asOf]]) => {
        const regions = decide(parsed(input), changes, asOf).stacks.flatMap((stack) =>
          stack.kind === "member" ? stack.member.regions : [],
        );
        for (const { windows, manifests, manifestBucket } of regions) {
          for (const { operation, sensitive, manifest, approval } of windows.flatMap(({ runs }) => runs)) {
            if (!sensitive || operation === "restart") continue;
            expect(manifest?.digest).to.be.a("string").and.equal(approval?.digest);
            expect(manifests).to.deep.include(manifest);
            expect(manifest?.address).to.equal(`s3://${manifestBucket}/manifests/${manifest?.digest}.yaml`);
          }
        }
      }),
    );
  });

  it("is the same whatever the order of the changes", () => {
    fc.assert(
      fc.property(withChanges, ([input, changes, [asOf]]) => {
        const turned = { approvals: changes.approvals.toReversed(), releases: changes.releases.toReversed() };
        const { notices: _one, ...one } = decide(parsed(input), changes, asOf);
        const { notices: _other, ...other } = decide(parsed(input), turned, asOf);
        expect(other).to.deep.equal(one);
      }),
    );
  });
});
