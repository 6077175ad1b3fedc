import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { replaced } from "../support/fleet-text";
import { differences } from "./harness/difference";
import type { Run } from "./harness/harness";
import { sound } from "./harness/stack";
import { linesOf, stepsOf } from "./harness/steps";
import { World } from "./harness/world";
import { repository } from "./prepare";

const twoRings = readFileSync(join(repository, "test", "engine", "fixtures", "two-rings.yaml"), "utf8");
const freeze = "freezes: [{ name: year-end, from: 2026-12-15, to: 2027-01-04, zone: Europe/Paris }]\n";
const hold = "name: second, hold: { owner: ana, until: 2027-01-10, why: an audit },";
// Windows may start every runbook of the fleet: only which servers these reach changes with the groups.
const reached = "update runs-runbook-policy: policy";

interface Change {
  readonly what: string;
  readonly edit: (fleet: string) => string;
  /** All that is done, sorted. A replacement counts once. */
  readonly done: readonly string[];
}

const changes: readonly Change[] = [
  {
    what: "a rule of a baseline changes that baseline alone",
    edit: (fleet) => replaced(fleet, "[Required, Important]", "[Required]"),
    done: ["update eu-west-1-patch-calm-baseline: approvalRules"],
  },
  {
    what: "a ring's schedule changes its window alone",
    edit: (fleet) => replaced(fleet, "mondays 03:00", "tuesdays 03:00"),
    done: ["update eu-west-1-first-window: description, schedule"],
  },
  {
    what: "a freeze changes the calendars alone",
    edit: (fleet) => fleet + freeze,
    done: ["update eu-west-1-first-calendar: content", "update eu-west-1-second-calendar: content"],
  },
  {
    what: "a held ring changes its release alone",
    edit: (fleet) => replaced(fleet, "name: second,", hold),
    done: ["update releases-second-declared: insecureValue"],
  },
  {
    what: "a new group adds its registration, its runbook and its task",
    edit: (fleet) => `${fleet}  cache: { ring: second, baselines: [eager], concurrency: 5, errors: 1 }\n`,
    done: [
      "create eu-west-1-cache-runbook",
      "create eu-west-1-patch-cache-ubuntu-group",
      "create eu-west-1-second/cache-task",
      reached,
    ],
  },
  {
    what: "a renamed group is a new one: its servers need the new tag value",
    edit: (fleet) => replaced(fleet, "  web:", "  site:"),
    done: [
      "create eu-west-1-first/site-task",
      "create eu-west-1-patch-site-ubuntu-group",
      "create eu-west-1-site-runbook",
      "delete eu-west-1-first/web-task",
      "delete eu-west-1-patch-web-ubuntu-group",
      "delete eu-west-1-web-runbook",
      reached,
    ],
  },
  {
    what: "a renamed group that keeps its tag value keeps its servers and its baseline",
    edit: (fleet) => replaced(fleet, "  web: {", "  site: { tag: web,"),
    done: [
      "create eu-west-1-first/site-task",
      "create eu-west-1-site-runbook",
      "delete eu-west-1-first/web-task",
      "delete eu-west-1-web-runbook",
    ],
  },
  {
    what: "a group that moves to another ring keeps its runbook; an empty ring goes",
    edit: (fleet) => replaced(fleet, "web: { ring: first", "web: { ring: second"),
    done: [
      "create eu-west-1-second/web-task",
      "delete eu-west-1-first-calendar",
      "delete eu-west-1-first-window",
      "delete eu-west-1-first/web-task",
      "update eu-west-1-web-runbook: content",
      "update runs-runbook-policy: policy",
    ],
  },
  {
    what: "another baseline for a group registers it anew; a baseline that nobody uses goes",
    edit: (fleet) => replaced(fleet, "web: { ring: first, baselines: [calm]", "web: { ring: first, baselines: [eager]"),
    done: ["delete eu-west-1-patch-calm-baseline", "replace eu-west-1-patch-web-ubuntu-group: baselineId"],
  },
  {
    what: "two groups that swap their baselines are never without one that is taken",
    edit: (fleet) =>
      replaced(
        replaced(fleet, "first, baselines: [calm]", "first, baselines: [eager]"),
        "second, baselines: [eager]",
        "second, baselines: [calm]",
      ),
    done: ["replace eu-west-1-patch-database-ubuntu-group: baselineId", "replace eu-west-1-patch-web-ubuntu-group: baselineId"],
  },
  {
    what: "two groups that swap their tag values keep the registrations of these",
    edit: (fleet) => replaced(replaced(fleet, "web: {", "web: { tag: database,"), "  database: {", "  database: { tag: web,"),
    done: [
      "replace eu-west-1-patch-database-ubuntu-group: baselineId",
      "replace eu-west-1-patch-web-ubuntu-group: baselineId",
      "update eu-west-1-database-runbook: content",
      "update eu-west-1-web-runbook: content",
    ],
  },
  {
    what: "another default baseline is registered anew",
    edit: (fleet) => `${fleet}defaults: { UBUNTU: eager }\n`,
    done: ["delete eu-west-1-patch-default-ubuntu-baseline", "replace eu-west-1-patch-ubuntu-default: baselineId"],
  },
  {
    what: "a baseline of another system is made before the old one goes",
    edit: (fleet) => replaced(fleet, "calm: { system: UBUNTU", "calm: { system: DEBIAN"),
    done: [
      "create eu-west-1-patch-debian-default",
      "create eu-west-1-patch-default-debian-baseline",
      "create eu-west-1-patch-web-debian-group",
      "delete eu-west-1-patch-web-ubuntu-group",
      "replace eu-west-1-patch-calm-baseline: operatingSystem",
    ],
  },
];

/** Applies a stack: how it went, and what was done to each resource. Nothing protected may go. */
async function applied(world: World, name: string): Promise<{ readonly run: Run; readonly lines: readonly string[] }> {
  const events = join(world.harness.directory, `${name}.events.json`);
  const run = await world.stack(name).up({ arguments: ["--event-log", events], environment: { PULUMI_DEBUG_COMMANDS: "true" } });
  const steps = stepsOf(events);
  if (run.code === 0) expect(steps.filter(({ op, protect }) => protect && !["create", "update"].includes(op))).to.deep.equal([]);
  return { run, lines: linesOf(steps) };
}

describe("a change of the fleet file", () => {
  let unchanged: World;

  before(async () => {
    unchanged = await World.begin(twoRings);
    sound(await unchanged.stack("dev").up());
  });
  after(() => unchanged.dispose());

  async function changed<T>(edit: Change["edit"], act: (world: World) => Promise<T>): Promise<T> {
    const world = unchanged.fork();
    try {
      await world.rewrite(edit(twoRings));
      return await act(world);
    } finally {
      world.dispose();
    }
  }

  for (const { what, edit, done } of changes) {
    it(`does what it must and no more: ${what}`, () =>
      changed(edit, async (world) => {
        const { run, lines } = await applied(world, "dev");
        sound(run);
        expect(lines).to.deep.equal(done);
        expect(differences(world)).to.deep.equal([]);
      }));
  }

  it("adds a region without a touch on the others", () =>
    changed(
      (fleet) => replaced(fleet, "[eu-west-1]", "[eu-west-1, ap-south-1]"),
      async (world) => {
        const { run, lines } = await applied(world, "dev");
        sound(run);
        expect(lines.filter((line) => !line.startsWith("create ap-south-1-"))).to.deep.equal([]);
        expect(lines).to.include.members(["create ap-south-1-patch-calm-baseline", "create ap-south-1-first/web-task"]);
        expect(differences(world)).to.deep.equal([]);
      },
    ));

  it("rejects a renamed ring until its release, which is protected, may go; preview says so first", () =>
    changed(
      (fleet) =>
        replaced(
          replaced(replaced(fleet, "name: first", "name: early"), "after: first", "after: early"),
          "ring: first",
          "ring: early",
        ),
      async (world) => {
        const stack = world.stack("dev");
        const urn =
          "urn:pulumi:dev::fleet-patching::fleet-patching:aws:PublishedParameters$aws:ssm/parameter:Parameter::releases-first-declared";
        const preview = await stack.preview();
        expect(preview.code).to.not.equal(0);
        expect(preview.stderr).to.contain(`pulumi state unprotect '${urn}'`);
        const refused = await stack.run(["up", "--yes", "--stack", "dev"]);
        expect(refused.code).to.equal(1);
        expect(differences(world)).to.deep.equal([]);
        expect(stack.state().resources.some((resource) => resource.urn.includes("early"))).to.equal(false);
        sound(await stack.run(["state", "unprotect", urn, "--yes", "--stack", "dev"]));
        sound(await stack.up());
        expect(differences(world)).to.deep.equal([]);
      },
    ));
});
