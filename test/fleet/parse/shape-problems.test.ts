import { expect } from "chai";
import { parseFleet } from "../../../fleet/parse";
import type { Problem } from "../../../fleet/problem";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";

/** The problems after one part of the small fleet was replaced. */
function after(part: string, by: string): readonly Problem[] {
  const read = parseFleet(replaced(SMALL_FLEET, part, by), "fleet.yaml");
  return "problems" in read ? read.problems : [];
}

const SYSTEMS =
  "UBUNTU, DEBIAN, RASPBIAN, AMAZON_LINUX, AMAZON_LINUX_2, AMAZON_LINUX_2022, AMAZON_LINUX_2023, " +
  "REDHAT_ENTERPRISE_LINUX, CENTOS, ORACLE_LINUX, ROCKY_LINUX, ALMA_LINUX, SUSE, MACOS and WINDOWS";

describe("shapeFindings", () => {
  const cases: readonly (readonly [string, () => readonly Problem[], Problem])[] = [
    [
      "an account's id without quotes",
      () => after('"111122223333"', "011122223333"),
      {
        at: "fleet.yaml:2 accounts.dev.id",
        got: "011122223333",
        want: "12 digits in quotes",
        fix: 'Write `"011122223333"`.',
      },
    ],
    [
      "one value where a list belongs",
      () => after("[eu-west-1]", "eu-west-1"),
      { at: "fleet.yaml:2 accounts.dev.regions", got: "eu-west-1", want: "a list", fix: "Write `[eu-west-1]`." },
    ],
    [
      "a region that is none",
      () => after("[eu-west-1]", "[Ireland]"),
      {
        at: "fleet.yaml:2 accounts.dev.regions[0]",
        got: "Ireland",
        want: "a region's code, such as eu-west-1",
        fix: "Write it in that form.",
      },
    ],
    [
      "a name that cannot be one",
      () => after("  dev: { id", "  Dev Account: { id"),
      {
        at: "fleet.yaml:2 accounts.Dev Account",
        got: "the name Dev Account",
        want: "a name of 2 to 40 lower-case letters, digits or dashes, beginning with a letter",
        fix: "Rename it, such as `dev-account`.",
      },
    ],
    [
      "a key with a letter too few",
      () => after("concurrency: 10", "concurency: 10"),
      {
        at: "fleet.yaml:8 groups.dev.concurency",
        got: "the key concurency",
        want:
          "one of ring, tag, accounts, regions, baselines, review, approvers, reboot, concurrency, errors, servers, " +
          "perServer, notify, pendingReboot, rebootWindow, rebootOrder, rebootConcurrency, install, zone, duration and cutoff",
        fix: "Did you mean `concurrency`? Rename it, or remove it.",
      },
    ],
    [
      "a key that is nothing like any other",
      () => after("groups:", "xyzzy: 1\ngroups:"),
      {
        at: "fleet.yaml:7 xyzzy",
        got: "the key xyzzy",
        want: "one of organization, central, tagKey, tags, accounts, baselines, defaults, rings, groups, scan, freezes, evidence, ended, notify, securityHub and hybrid",
        fix: "Rename it, or remove it.",
      },
    ],
    [
      "a delay on Ubuntu",
      () => after("rules: [{ ", "rules: [{ delay: 7 days, "),
      {
        at: "fleet.yaml:4 baselines.ubuntu.rules[0].delay",
        got: "the key delay",
        want: "no `delay`: packages of UBUNTU carry no release date, so nothing can wait for one",
        fix: "Remove `delay`. Let updates soak by the order of rings (`after`, `soak`), or install from a snapshot under `sources`.",
      },
    ],
    [
      "a filter of another system",
      () => after("priority: [Required, Important]", "msrcSeverity: [Critical]"),
      {
        at: "fleet.yaml:4 baselines.ubuntu.rules[0].msrcSeverity",
        got: "the key msrcSeverity",
        want: "for UBUNTU one of product, priority, section, compliance and nonSecurity",
        fix: "Remove `msrcSeverity`: it is for WINDOWS.",
      },
    ],
    [
      "a setting of another system",
      () => after("system: UBUNTU,", "system: UBUNTU, availableSecurityUpdates: COMPLIANT,"),
      {
        at: "fleet.yaml:4 baselines.ubuntu.availableSecurityUpdates",
        got: "the key availableSecurityUpdates",
        want: "for UBUNTU one of rules, description, approve, approvedCompliance, reject, rejectAction, approvedNonSecurity and sources",
        fix: "Remove `availableSecurityUpdates`: it is for WINDOWS.",
      },
    ],
    [
      "a filter's value in another case",
      () => after("[Required, Important]", "[required]"),
      {
        at: "fleet.yaml:4 baselines.ubuntu.rules[0].priority[0]",
        got: "required",
        want: "one of Required, Important, Standard, Optional, Extra and *",
        fix: "Write `Required`.",
      },
    ],
    [
      "a system that is none",
      () => after("system: UBUNTU", "system: Amazon Linux 2023"),
      {
        at: "fleet.yaml:4 baselines.ubuntu.system",
        got: "Amazon Linux 2023",
        want: `one of ${SYSTEMS}`,
        fix: "Write `AMAZON_LINUX_2023`.",
      },
    ],
    [
      "a baseline without a system",
      () => after("system: UBUNTU, ", ""),
      {
        at: "fleet.yaml:4 baselines.ubuntu.system",
        got: "nothing",
        want: `one of ${SYSTEMS}`,
        fix: "Add `system:` under baselines.ubuntu.",
      },
    ],
    [
      "a ring without a schedule",
      () => after(", install: sundays 03:00", ""),
      {
        at: "fleet.yaml:6 rings[0].install",
        got: "nothing",
        want: "a schedule, such as `sundays 03:00`",
        fix: "Add `install:` under rings[0].",
      },
    ],
    [
      "a key without a value",
      () => after("install: sundays 03:00", "install: sundays 03:00, zone: "),
      {
        at: "fleet.yaml:6 rings[0].zone",
        got: "nothing",
        want: "an IANA time zone, such as `Europe/Paris`",
        fix: "Write a value after `zone:`, or remove the key.",
      },
    ],
    [
      "a length of time without its unit",
      () => after("install: sundays 03:00", "install: sundays 03:00, soak: 5"),
      {
        at: "fleet.yaml:6 rings[0].soak",
        got: "5",
        want: "a whole length of time with its unit, such as `4 hours` or `5 days`",
        fix: "Write `5 hours` or `5 days`.",
      },
    ],
    [
      "a length of time in short",
      () => after("install: sundays 03:00", "install: sundays 03:00, duration: 4h"),
      {
        at: "fleet.yaml:6 rings[0].duration",
        got: "4h",
        want: "a whole length of time with its unit, such as `4 hours` or `5 days`",
        fix: "Write `4 hours`.",
      },
    ],
    [
      "a rate in words",
      () => after("30 %", "30 percent"),
      {
        at: "fleet.yaml:8 groups.dev.errors",
        got: "30 percent",
        want: "a count such as `10` or a share such as `10 %`",
        fix: "Write `30 %`.",
      },
    ],
    [
      "a rate of neither kind",
      () => after("30 %", "[3]"),
      {
        at: "fleet.yaml:8 groups.dev.errors",
        got: "a list",
        want: "a count such as `10` or a share such as `10 %`",
        fix: "Write one value here, not a list.",
      },
    ],
    [
      "a count in quotes",
      () => after("errors: 30 %", 'errors: 30 %, servers: "420"'),
      {
        at: "fleet.yaml:8 groups.dev.servers",
        got: "420",
        want: "a count, or counts by account, or by account and region",
        fix: "Write `420`.",
      },
    ],
    [
      "an account by its bare name",
      () => after("errors: 30 %", "errors: 30 %, accounts: dev"),
      {
        at: "fleet.yaml:8 groups.dev.accounts",
        got: "dev",
        want: "accounts by name (`[nonprod, prod]`) or by label (`{ env: prod }`)",
        fix: "Write `[dev]`.",
      },
    ],
    [
      "a freeze without an end",
      () => after("groups:", "freezes: [{ name: year-end, from: 2026-12-15 }]\ngroups:"),
      {
        at: "fleet.yaml:7 freezes[0].to",
        got: "nothing",
        want: "a day (`2026-12-15`) or a local time (`2026-12-15T18:00`)",
        fix: "Add `to:` under freezes[0].",
      },
    ],
    [
      "a freeze that is once and recurring",
      () => after("groups:", "freezes: [{ name: year-end, every: fridays, from: 2026-12-15 }]\ngroups:"),
      {
        at: "fleet.yaml:7 freezes[0].from",
        got: "the key from",
        want: "keys that go together",
        fix: "Remove `from`, or what it does not go with.",
      },
    ],
    [
      "a freeze with a name only",
      () => after("groups:", "freezes: [{ name: year-end }]\ngroups:"),
      {
        at: "fleet.yaml:7 freezes[0]",
        got: "the keys name",
        want: "`name` with `from` and `to`, or with `every`",
        fix: "Write it in that form.",
      },
    ],
    [
      "a day that is not in the calendar",
      () =>
        after(
          "groups:",
          "ended: {}\nhybrid: { lab: { account: dev, region: eu-west-1, group: dev, renewed: 2026-02-30 } }\ngroups:",
        ),
      {
        at: "fleet.yaml:8 hybrid.lab.renewed",
        got: "2026-02-30",
        want: "a day, such as 2026-12-15",
        fix: "Write it in that form.",
      },
    ],
    [
      "a number where text belongs",
      () => after("groups:", "tags: { cost: 4711 }\ngroups:"),
      { at: "fleet.yaml:7 tags.cost", got: "4711", want: "text", fix: 'Write `"4711"`.' },
    ],
    [
      "text that is too long",
      () => after("priority: [Required, Important]", `section: [${"x".repeat(65)}]`),
      {
        at: "fleet.yaml:4 baselines.ubuntu.rules[0].section[0]",
        got: "65 characters",
        want: "at most 64 characters",
        fix: "Shorten it.",
      },
    ],
    [
      "an empty list of rings",
      () => after("  - { name: dev, install: sundays 03:00 }\n", "  []\n"),
      { at: "fleet.yaml:5 rings", got: "an empty list", want: "at least 1 entry", fix: "Add an entry." },
    ],
    [
      "an unknown system among the defaults",
      () => after("groups:", "defaults: { UBUNTU22: ubuntu }\ngroups:"),
      {
        at: "fleet.yaml:7 defaults.UBUNTU22",
        got: "the key UBUNTU22",
        want: `one of ${SYSTEMS}`,
        fix: "Did you mean `UBUNTU`? Rename it, or remove it.",
      },
    ],
  ];
  for (const [what, problems, expected] of cases) {
    it(`rejects ${what}`, () => expect(problems()).to.deep.equal([expected]));
  }

  it("rejects a name and what stands under it in one report", () => {
    expect(after('dev: { id: "111122223333"', "Dev: { id: 12").map(({ at }) => at)).to.deep.equal([
      "fleet.yaml:2 accounts.Dev",
      "fleet.yaml:2 accounts.Dev.id",
    ]);
  });

  it("never proposes what it would refuse in turn", () => {
    const refused = after("30 %", "300 %")[0]?.fix;
    expect(refused).to.equal("Write it in that form.");
  });
});
