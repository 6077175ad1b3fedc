import { expect } from "chai";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { calendar, type CalendarEntry } from "../../fleet/calendar";
import { decide, NO_CHANGES } from "../../fleet/plan";
import type { Freeze } from "../../fleet/schedule/freeze";
import { onceBegin, onceEnd, wallPeriods } from "../../fleet/schedule/freeze-periods";
import { wallToInstant } from "../../fleet/schedule/zone";
import type { Fleet } from "../../fleet/schema/fleet-file";
import { arbitraryFleet, parsed } from "../support/arbitrary-fleet";
import { changedPlan } from "../support/changed-fleet";
import { APPROVAL_NAME, APPROVAL_TEXT, RELEASE_NAME, RELEASE_TEXT, REVIEWED_FLEET } from "../support/changes-text";
import { replaced } from "../support/fleet-text";
import { AS_OF, oneAccount, ONE_ACCOUNT, twoAccounts, TWO_ACCOUNTS } from "../support/two-accounts";

const at = (text: string) => Temporal.Instant.from(text);
const planOf = (fleet: Fleet) => decide(fleet, NO_CHANGES, AS_OF);
const entries = (fleet: Fleet, from: string, to: string) => calendar(planOf(fleet), at(from), at(to));
const installs = (all: readonly CalendarEntry[]) => all.filter(({ operation }) => operation === "install");

/** Two years that hold every freeze of the arbitrary fleets. */
const FROM = at("2026-11-01T00:00:00Z");
const TO = at("2027-06-01T00:00:00Z");

/** The frozen times of a freeze within those years, in milliseconds. */
function frozen(freeze: Freeze): { from: number; to: number }[] {
  if (freeze.kind === "once") return [{ from: onceBegin(freeze), to: onceEnd(freeze) }];
  const day = 86_400_000;
  const periods = [...wallPeriods(freeze, FROM.epochMilliseconds - 40 * day, TO.epochMilliseconds + 40 * day)];
  return periods.map((period) => ({
    from: wallToInstant(freeze.zone, period.from),
    to: wallToInstant(freeze.zone, period.to),
  }));
}

describe("calendar", () => {
  it("tells every scan of a region and every install of a group in a place, in order of time", () => {
    const [first, second] = TWO_ACCOUNTS.rings;
    const fleet = twoAccounts({ rings: [first, { ...second, prove: "calendar" }] });
    const told = entries(fleet, "2026-11-23T00:00:00Z", "2026-11-30T00:00:00Z");
    const scan = (account: string, region: string) => ({
      ring: null,
      group: null,
      account,
      region,
      starts: "2026-11-25T12:00:00Z",
      ends: "2026-11-25T13:00:00Z",
      operation: "scan",
      held: null,
      awaits: null,
      approval: null,
    });
    const install = (region: string) => ({
      ring: "prod",
      group: "application",
      account: "prod",
      region,
      // 02:00 in Paris is 01:00 in UTC in winter.
      starts: "2026-11-29T01:00:00Z",
      ends: "2026-11-29T07:00:00Z",
      operation: "install",
      held: null,
      awaits: null,
      approval: null,
    });
    expect(told).to.deep.equal([
      {
        ring: "nonprod",
        group: "nonprod",
        account: "nonprod",
        region: "eu-west-1",
        starts: "2026-11-24T21:00:00Z",
        ends: "2026-11-25T01:00:00Z",
        operation: "install",
        held: null,
        awaits: null,
        approval: null,
      },
      scan("nonprod", "eu-west-1"),
      scan("prod", "eu-west-1"),
      scan("prod", "us-east-1"),
      install("eu-west-1"),
      install("us-east-1"),
    ]);
  });

  it("takes the first instant in and leaves the last one out", () => {
    const one = oneAccount({ scan: "sundays 03:00 UTC", rings: [{ name: "dev", install: "sundays 12:00" }] });
    const between = (from: string, to: string) => entries(one, from, to).length;
    expect(between("2026-11-22T03:00:00Z", "2026-11-22T12:00:00Z")).to.equal(1);
    expect(between("2026-11-22T03:00:00.001Z", "2026-11-22T12:00:00.001Z")).to.equal(1);
    expect(between("2026-11-22T03:00:00Z", "2026-11-22T12:00:00.001Z")).to.equal(2);
  });

  it("says why a run is held, a freeze first, then people; and that it waits for evidence where nobody holds it", () => {
    const held = (rings: Parameters<typeof twoAccounts>[0], from = "2026-11-28T00:00:00Z") => {
      const run = entries(twoAccounts(rings), from, "2027-01-31T00:00:00Z").find(({ group }) => group === "application");
      return run?.held ?? `after ${run?.awaits}`;
    };
    const [first, second] = TWO_ACCOUNTS.rings;
    const hold = { why: "audit", owner: "platform", until: "2026-12-24" };
    expect(held({})).to.equal("after evidence from nonprod");
    expect(held({ rings: [first, { ...second, hold }] })).to.equal("held until 2026-12-24 by platform: audit");
    const freezes = [{ name: "year-end", from: "2026-11-29", to: "2026-11-29", zone: "Europe/Paris" }];
    expect(held({ rings: [first, { ...second, hold }], freezes })).to.match(/^freeze year-end/u);
  });

  it("shows no runs of a scan at a rate: they count from the moment that the association is made", () => {
    expect(entries(oneAccount({ scan: "rate(7 days)" }), "2026-11-23T00:00:00Z", "2026-11-28T00:00:00Z")).to.deep.equal([]);
  });

  it("shows a window of its own for its group only", () => {
    const own = oneAccount({
      groups: { dev: ONE_ACCOUNT.groups.dev, web: { ...ONE_ACCOUNT.groups.dev, install: "saturdays 03:00" } },
    });
    const told = installs(entries(own, "2026-11-28T00:00:00Z", "2026-11-30T00:00:00Z"));
    expect(told.map(({ group, starts }) => [group, starts])).to.deep.equal([
      ["web", "2026-11-28T03:00:00Z"],
      ["dev", "2026-11-29T03:00:00Z"],
    ]);
  });
});

describe("the calendar of a fleet with changes", () => {
  const restarting = replaced(
    REVIEWED_FLEET,
    "review: required,",
    "review: required, rebootWindow: { at: mondays 03:00, duration: 3 hours },",
  );
  const files = [{ file: APPROVAL_NAME, text: APPROVAL_TEXT }];
  const told = (asOf: string, more = files, from = "2026-11-28T00:00:00Z") =>
    calendar(changedPlan(more, asOf, restarting), at(from), at("2026-12-01T00:00:00Z")).filter(
      ({ group }) => group === "databases",
    );
  const install = {
    ring: "prod",
    group: "databases",
    account: "prod",
    region: "eu-west-1",
    starts: "2026-11-29T02:00:00Z",
    ends: "2026-11-29T09:00:00Z",
    operation: "install",
    held: null,
    awaits: "evidence from dev",
    approval: "2026-11-29-databases",
  };
  const restart = {
    ...install,
    starts: "2026-11-30T03:00:00Z",
    ends: "2026-11-30T06:00:00Z",
    operation: "restart",
    approval: null,
  };

  it("tells what is approved and what restarts, in order of time", () => {
    expect(told("2026-11-26T08:00:00Z")).to.deep.equal([install, restart]);
    const reboot = files.map(({ file, text }) => ({ file, text: text.replace(/patches:[^]*/u, "reboot: true\n") }));
    expect(told("2026-11-26T08:00:00Z", reboot)).to.deep.equal([{ ...install, operation: "restart" }, restart]);
  });

  it("tells no more of an approval that is spent", () => {
    expect(told("2026-11-29T09:00:00Z")).to.deep.equal([restart]);
  });

  it("holds both where people hold the ring, and a restart in a freeze", () => {
    const held = [...files, { file: RELEASE_NAME, text: replaced(RELEASE_TEXT, "state: open", "state: held") }];
    const why = "held until 2026-12-01T00:00:00Z by ana@example.com: the week of the launch";
    expect(told("2026-11-26T08:00:00Z", held).map((run) => [run.held, run.awaits])).to.deep.equal([
      [why, null],
      [why, null],
    ]);
    const frozen = calendar(changedPlan([], AS_OF, restarting), at("2026-12-14T00:00:00Z"), at("2027-01-12T00:00:00Z"));
    expect(frozen.filter(({ operation }) => operation === "restart").map(({ starts, held: why }) => [starts, why])).to.deep.equal(
      [
        ["2026-12-14T03:00:00Z", null],
        ["2026-12-21T03:00:00Z", "freeze year-end until 2027-01-05 00:00 UTC"],
        ["2026-12-28T03:00:00Z", "freeze year-end until 2027-01-05 00:00 UTC"],
        ["2027-01-04T03:00:00Z", "freeze year-end until 2027-01-05 00:00 UTC"],
        [
          "2027-01-11T03:00:00Z",
          "waits for ring dev: its run of 2027-01-03 03:00 UTC is held (freeze year-end until 2027-01-05 00:00 UTC)",
        ],
      ],
    );
  });
});

describe("the calendar of any fleet", () => {
  it("has no install that runs while a freeze of its ring is on, from its first minute to its last", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const plan = planOf(parsed(input));
        const free = installs(calendar(plan, FROM, TO)).filter(({ held }) => held === null);
        for (const { order } of plan.rings) {
          const periods = order.freezes.flatMap(frozen);
          for (const run of free.filter(({ ring }) => ring === order.name)) {
            const [starts, ends] = [at(run.starts).epochMilliseconds, at(run.ends).epochMilliseconds];
            const into = periods.find((period) => starts < period.to && ends > period.from);
            expect(into, `${run.ring} ${run.starts}`).to.equal(undefined);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has no install of a ring whose last runs of the ring before were held or have not soaked", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const plan = planOf(parsed(input));
        const all = installs(calendar(plan, at("2026-01-01T00:00:00Z"), TO));
        for (const ring of plan.rings) {
          if (ring.after === null || ring.prove === "evidence") continue;
          const before = plan.rings.find(({ name }) => name === ring.after)!;
          const free = all.filter(
            (run) => run.ring === ring.name && run.held === null && at(run.starts).epochMilliseconds >= FROM.epochMilliseconds,
          );
          for (const run of free) {
            const ready = at(run.starts).epochMilliseconds - ring.soakHours * 3_600_000;
            for (const window of before.windows) {
              const soaked = all.filter(
                (each) =>
                  each.ring === before.name &&
                  window.groups.includes(each.group ?? "") &&
                  at(each.ends).epochMilliseconds <= ready,
              );
              expect(soaked.length, `${run.ring} ${run.starts}`).to.be.greaterThan(0);
              // Whether evidence has opened the ring before is not the calendar's to know.
              if (before.prove !== "evidence") expect(soaked.at(-1)?.held).to.equal(null);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("never shows a run without an end after its start, nor one out of order", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const told = calendar(planOf(parsed(input)), FROM, TO);
        expect(told.map(({ starts }) => starts)).to.deep.equal(told.map(({ starts }) => starts).toSorted());
        for (const { starts, ends } of told) expect(at(ends).epochMilliseconds).to.be.greaterThan(at(starts).epochMilliseconds);
      }),
      { numRuns: 60 },
    );
  });

  it("is held as long as people hold the ring, and waits for evidence where that is asked, whatever the calendar says", () => {
    fc.assert(
      fc.property(arbitraryFleet, (input) => {
        const plan = planOf(parsed(input));
        const told = installs(calendar(plan, FROM, TO));
        for (const { name, held, prove } of plan.rings) {
          const own = told.filter(({ ring }) => ring === name);
          if (held !== null) expect(own.filter((run) => run.held === null)).to.deep.equal([]);
          const free = own.filter((run) => run.held === null);
          expect(free.every(({ awaits }) => (awaits !== null) === (prove === "evidence"))).to.equal(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
