import { expect } from "chai";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { StateMachine } from "../../components/aws/state-machines/states";
import { parseFleet } from "../../fleet/parse";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { CALM, fateOf, type Fate } from "../../simulator/fate";
import { gate, type GateView } from "../../simulator/gate";
import type { Gate } from "../../simulator/group-run";
import { arbitraryFleet, parsed } from "../support/arbitrary-fleet";
import { broken, heldForNothing, live } from "../support/simulated-year";
import { ROOT } from "../support/sources";

function fleetOf(file: string): Fleet {
  const read = parseFleet(readFileSync(path.join(ROOT, file), "utf8"), file);
  if (!("fleet" in read)) throw new Error(file);
  return read.fleet;
}

const REFERENCE = fleetOf("examples/reference/fleet.yaml");
const RINGS = fleetOf("examples/rings/fleet.yaml");

/** A fleet whose rings ask two alarms where evidence proves them. */
function alarmed(fleet: Fleet): Fleet {
  const health = { patched: 95, alarms: ["checkout-errors", "checkout-latency"] };
  return { ...fleet, rings: fleet.rings.map((ring) => (ring.after === undefined ? ring : { ...ring, health })) };
}

/** A fleet in which no release lapses: what holds a late run is its approval alone. */
function calendared(fleet: Fleet): Fleet {
  const rings = fleet.rings.map((ring) => (ring.after === undefined ? ring : { ...ring, prove: "calendar" as const }));
  return { ...fleet, rings };
}

/** A hard year: what goes wrong by chance, and somebody who meddles with manifests. */
function hard(seed: number): Fate {
  return {
    ...fateOf(seed),
    tampered: (digest) => ([null, null, "replaced", "rewritten"] as const)[Number.parseInt(digest.slice(0, 4), 16) % 4] ?? null,
  };
}

/** The shipped fleets, and what they might be. */
const SHIPPED = [REFERENCE, alarmed(REFERENCE), calendared(REFERENCE), alarmed(RINGS)];

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });

describe("a year of the reference fleet", () => {
  it("installs in every ring and every group under review, and is the same again for the same seed", () => {
    const lived = live(REFERENCE, CALM, 52);
    const done = (of: (run: (typeof lived.year.runs)[number]) => string) =>
      [
        ...new Set(lived.year.runs.filter(({ result, changes }) => result === "succeeded" && changes.length > 0).map(of)),
      ].toSorted();
    expect(done(({ ring }) => ring)).to.deep.equal(["nonprod", "prod"]);
    expect(done(({ group }) => group)).to.deep.equal(REFERENCE_GROUPS);
    expect(live(REFERENCE, fateOf(7), 12).year).to.deep.equal(live(REFERENCE, fateOf(7), 12).year);
    expect(live(REFERENCE, fateOf(7), 12).year).to.not.deep.equal(live(REFERENCE, fateOf(8), 12).year);
  });

  it("holds nothing for nothing when all is healthy", () => {
    for (const fleet of [REFERENCE, RINGS]) {
      const lived = live(fleet, CALM, 52);
      expect(broken(lived)).to.deep.equal({});
      expect(heldForNothing(lived)).to.deep.equal([]);
    }
  });

  it("installs nothing in a ring whose evaluator is dead, from the end of its last release on", () => {
    const dies = Date.parse("2027-03-01T00:00:00Z");
    const { year } = live(REFERENCE, { ...CALM, dead: (_, at) => at >= dies }, 52);
    const done = year.runs.filter(({ ring, changes }) => ring === "prod" && changes.length > 0);
    expect(Math.max(...done.map(({ at }) => at)))
      .to.be.below(dies)
      .and.above(Date.parse("2027-02-01T00:00:00Z"));
    expect(year.runs.filter(({ ring, at, result }) => ring === "prod" && at > dies && result !== "held")).to.deep.equal([]);
  });
});

const REFERENCE_GROUPS = Object.keys(REFERENCE.groups).toSorted();

describe("years of chance", function () {
  this.timeout(300_000);

  it("never break what must hold, whatever goes wrong, in the shipped fleets", () => {
    let changed = 0;
    fc.assert(
      fc.property(seeds, fc.constantFrom(...SHIPPED), (seed, fleet) => {
        const lived = live(fleet, hard(seed), 26);
        changed += lived.year.runs.filter(({ changes }) => changes.length > 0).length;
        expect(broken(lived)).to.deep.equal({});
      }),
      { numRuns: 16 },
    );
    expect(changed).to.be.greaterThan(500);
  });

  it("never break what must hold in small fleets of chance", () => {
    let changed = 0;
    fc.assert(
      fc.property(arbitraryFleet, seeds, (input, seed) => {
        const lived = live(parsed(input), hard(seed), 16);
        changed += lived.year.runs.filter(({ changes }) => changes.length > 0).length;
        expect(broken(lived)).to.deep.equal({});
      }),
      { numRuns: 60 },
    );
    expect(changed).to.be.greaterThan(100);
  });

  it("hold nothing for nothing in calm years of small fleets", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const lived = live(parsed(input), CALM, 20);
        expect(broken(lived)).to.deep.equal({});
        expect(heldForNothing(lived)).to.deep.equal([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** A gate that sees the world through rose-coloured glasses. */
const rosy =
  (look: (view: GateView) => Partial<GateView>): Gate =>
  (input, view) =>
    gate(input, { ...view, ...look(view) });

/** Each condition of the gate left out, and what then comes to pass. */
const GATES: readonly (readonly [name: string, gate: Gate, breaks: string, fleet?: Fleet])[] = [
  ["the calendar", rosy(() => ({ calendarState: () => "OPEN" })), "in a freeze"],
  [
    "the declared release",
    rosy((view) => ({ parameter: (arn) => (arn.endsWith("/declared") ? "open" : view.parameter(arn)) })),
    "on a held ring",
  ],
  ["the proved release", (input, view) => gate({ ...input, Proved: "" }, view), "on a held ring"],
  [
    "the end of a release",
    rosy((view) => ({ parameter: (arn) => view.parameter(arn).replace(/until .*/u, "until 2999-01-01T00:00:00Z") })),
    "on a held ring",
  ],
  [
    "the checksum",
    rosy((view) => ({
      object: (bucket, owner, key) => ({
        ...view.object(bucket, owner, key),
        checksum: Buffer.from(key.slice(10, 74), "hex").toString("base64"),
      }),
    })),
    "without approval",
  ],
  [
    "the versions",
    rosy((view) => ({ object: (bucket, owner, key) => ({ ...view.object(bucket, owner, key), versions: 1 }) })),
    "without approval",
  ],
  [
    "the approval's expiry",
    (input, view) => gate({ ...input, Expires: "" }, view),
    "after its approval's expiry",
    calendared(REFERENCE),
  ],
];

/** Each condition of the evaluator left out. */
const MACHINES: readonly (readonly [name: string, change: (machine: StateMachine) => StateMachine, breaks: string])[] = [
  ["the answer", (machine) => redirected(machine, "Judge", "Open", "open until 2999-01-01T00:00:00Z"), "ahead of its ring"],
  ["the alarms", unheard, "on a release that was opened while an alarm rang"],
];

/** A machine that opens whatever alarms say. */
function unheard(machine: StateMachine): StateMachine {
  const quiet = machine.States["Quiet"];
  if (quiet?.Type !== "Choice") throw new Error("another machine");
  return { ...machine, States: { ...machine.States, Quiet: { ...quiet, Choices: [], Default: "Open" } } };
}

/** A machine whose choice goes on to one state whatever the answer, and that writes one value. */
function redirected(machine: StateMachine, name: string, to: string, value: string): StateMachine {
  const [judge, open] = [machine.States[name], machine.States["Open"]];
  if (judge?.Type !== "Choice" || open?.Type !== "Task") throw new Error("another machine");
  const { "Value.$": _, ...rest } = open.Parameters;
  return {
    ...machine,
    States: {
      ...machine.States,
      [name]: { ...judge, Choices: [], Default: to },
      Open: { ...open, Parameters: { ...rest, Value: value } },
    },
  };
}

describe("a gate or an evaluator that lacks a condition", function () {
  this.timeout(120_000);
  const seedsTried = [1, 2, 3, 4];
  const breaks = (fleet: Fleet, given: Parameters<typeof live>[3] = {}) => [
    ...new Set(seedsTried.flatMap((seed) => Object.keys(broken(live(fleet, hard(seed), 52, given))))),
  ];

  for (const [name, changed, what, fleet = REFERENCE] of GATES)
    it(`rejects ${name} left out of the gate: something is installed ${what}`, () => {
      expect(breaks(fleet, { gate: changed })).to.include(what);
    });

  for (const [name, changed, what] of MACHINES)
    it(`rejects ${name} left out of the evaluator: a ring goes ${what}`, () => {
      expect(breaks(alarmed(REFERENCE), { changed })).to.include(what);
    });

  it("is what breaks it: the same years of the same fleets by whole ones break nothing", () => {
    for (const fleet of [REFERENCE, calendared(REFERENCE), alarmed(REFERENCE)]) expect(breaks(fleet)).to.deep.equal([]);
  });
});
