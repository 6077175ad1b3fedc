import fc from "fast-check";
import { check } from "../../fleet/check";
import { placesOf } from "../../fleet/places";
import { fleetFile, type Fleet, type FleetInput } from "../../fleet/schema/fleet-file";

const REGIONS = {
  aws: ["eu-west-1", "us-east-1", "ap-south-1"],
  "aws-us-gov": ["us-gov-west-1", "us-gov-east-1"],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
} as const;
const ACCOUNTS = ["security", "alpha", "beta", "gamma"] as const;
const RINGS = ["dev", "test", "prod"] as const;
const GROUPS = ["web", "batch", "db", "jump"] as const;
const SCHEDULES = [
  "sundays 03:00",
  "weekdays 22:30",
  "second tuesday + 3 days 21:00",
  "cron(15 4 ? * MON,THU *)",
  "last sunday 05:00",
];
const ZONES = ["UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata"];

const BASELINES: FleetInput["baselines"] = {
  ubuntu: { system: "UBUNTU", rules: [{ priority: ["Required", "Important"], compliance: "HIGH" }] },
  "amazon-linux": {
    system: "AMAZON_LINUX_2023",
    rules: [
      { classification: ["Security"], delay: "3 days" },
      { classification: ["Bugfix"], delay: "7 days" },
    ],
    reject: [{ patch: "kernel*", owner: "kernel-team", why: "kernels come with the image", until: "2026-06-30" }],
  },
  windows: { system: "WINDOWS", rules: [{ classification: ["SecurityUpdates"], msrcSeverity: ["Critical"], delay: "5 days" }] },
};
/** One baseline of each of three systems, the fleet's own or AWS's. */
const BASELINE_CHOICES = [
  ["ubuntu", "AWS-UbuntuDefaultPatchBaseline"],
  ["amazon-linux", "AWS-AmazonLinux2023DefaultPatchBaseline"],
  ["windows", "AWS-WindowsPredefinedPatchBaseline-OS-Applications"],
] as const;

const pick = <T>(items: readonly T[]) => fc.constantFrom(...items);
const some = <T>(items: readonly T[]) => fc.subarray([...items], { minLength: 1 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** An object without the keys that are undefined: the schema takes no such values. */
function defined<T extends object>(value: T): T {
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(entries) as T;
}

const ring = fc.record({
  install: pick(SCHEDULES),
  zone: pick(ZONES),
  duration: pick(["6 hours", "8 hours"]),
  cutoff: pick(["0 hours", "1 hour"]),
  follows: fc.boolean(),
  soak: maybe(pick(["12 hours", "1 day", "3 days"])),
  prove: pick(["calendar", "evidence"] as const),
  alarms: fc.subarray(["checkout-errors", "it's {slow}"]),
  held: fc.boolean(),
});

const group = fc.record({
  ring: fc.nat(2),
  baselines: some(BASELINE_CHOICES).chain((choices) => fc.tuple(...choices.map((names) => pick(names)))),
  review: pick(["none", "none", "required"] as const),
  reboot: maybe(pick(["RebootIfNeeded", "NoReboot"] as const)),
  concurrency: pick([40, "50 %", "100 %"] as const),
  errors: pick([0, 3, "10 %", "100 %"] as const),
  servers: maybe(fc.nat(100)),
  tag: fc.boolean(),
  install: maybe(pick(SCHEDULES)),
  restarts: maybe(pick(["mondays 05:00", "first saturday 12:00"])),
  accounts: fc.nat(7),
  oneRegion: fc.boolean(),
});

const freeze = fc.oneof(
  fc.record({ from: pick(["2026-12-15", "2027-03-01T18:00"]), to: pick(["2027-04-04", "2027-03-08T06:00"]) }),
  fc.record({ every: pick(["last 3 days of each month", "12-20 to 01-03 each year", "fridays to sundays"]) }),
);

const choices = fc.record({
  partition: pick(["aws", "aws", "aws-us-gov", "aws-cn"] as const),
  organized: fc.boolean(),
  units: fc.boolean(),
  centralHasGroups: fc.boolean(),
  accounts: fc.array(fc.record({ regions: fc.nat(6), prod: fc.boolean() }), { minLength: 2, maxLength: 4 }),
  rings: fc.array(ring, { minLength: 1, maxLength: 3 }),
  groups: fc.array(group, { minLength: 1, maxLength: 4 }),
  freezes: fc.array(fc.record({ freeze, zone: pick(ZONES), scoped: fc.boolean() }), { maxLength: 2 }),
  tags: fc.boolean(),
  spaced: fc.boolean(),
  defaults: fc.boolean(),
  told: fc.constantFrom("nobody", "mail", "chat"),
  hybrid: fc.array(fc.record({ place: fc.nat(50), machines: fc.integer({ min: 1, max: 3 }), elsewhere: fc.nat(600) }), {
    maxLength: 2,
  }),
});

type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/** A part of a list that is never empty, chosen by a number. */
function part<T>(items: readonly T[], choice: number): T[] {
  const chosen = items.filter((_, place) => Math.floor(choice / 2 ** place) % 2 === 1);
  return chosen.length > 0 ? chosen : items.slice(0, 1);
}

function accountsOf({ partition, organized, accounts }: Choices): FleetInput["accounts"] {
  const shown = organized ? accounts : accounts.slice(0, 1);
  return Object.fromEntries(
    shown.map(({ regions, prod }, place) => [
      ACCOUNTS[place] ?? "alpha",
      {
        id: String(place + 1).repeat(12),
        regions: part(REGIONS[partition], regions),
        labels: { env: prod ? "prod" : "nonprod" },
      },
    ]),
  );
}

function ringsOf({ rings, organized }: Choices): FleetInput["rings"] {
  return rings.map(({ follows, soak, prove, held, alarms, ...rest }, place) => {
    const after = follows && place > 0 ? RINGS[place - 1] : undefined;
    return defined({
      ...rest,
      name: RINGS[place] ?? "dev",
      after,
      soak: after ? soak : undefined,
      // Evidence is kept in an organization only: these fleets ask for none of their own.
      prove: after && organized ? prove : undefined,
      health: after && organized && prove === "evidence" && alarms.length > 0 ? { alarms } : undefined,
      hold: held ? { why: "an audit", owner: "platform", until: "2026-12-24" } : undefined,
    });
  });
}

function groupsOf(all: Choices, accounts: FleetInput["accounts"]): FleetInput["groups"] {
  const names = Object.keys(accounts).filter((name) => !all.organized || all.centralHasGroups || name !== "security");
  return Object.fromEntries(
    all.groups.map(
      ({ ring: at, review, tag, accounts: chosen, oneRegion, reboot, install, restarts, baselines, ...rest }, place) => {
        const name = GROUPS[place] ?? "web";
        const own = part(names, chosen);
        const regions = oneRegion ? accounts[own[0] ?? ""]?.regions.slice(0, 1) : undefined;
        const reviewed = review === "required";
        return [
          name,
          defined({
            ...rest,
            ring: RINGS[at % all.rings.length] ?? "dev",
            baselines: [...baselines],
            accounts: own,
            regions,
            tag: tag ? `${name.toUpperCase()} servers` : undefined,
            review,
            approvers: reviewed ? ["ana@example.com"] : undefined,
            reboot: reviewed ? undefined : reboot,
            install: reviewed ? undefined : install,
            rebootWindow: restarts === undefined ? undefined : { at: restarts, duration: "3 hours" },
          }),
        ];
      },
    ),
  );
}

function withoutHybrid(all: Choices): FleetInput {
  const accounts = accountsOf(all);
  const { organized, partition } = all;
  return defined({
    organization: organized
      ? defined({
          id: "o-a1b2c3d4e5",
          managementAccount: "999999999999",
          units: all.units ? ["ou-ab12-workload2", "ou-ab12-workload1"] : undefined,
        })
      : undefined,
    central: organized ? { account: "security", home: accounts["security"]?.regions[0] ?? REGIONS[partition][0] } : undefined,
    tagKey: all.spaced ? ("Patch Group" as const) : undefined,
    tags: all.tags ? { owner: "platform", "cost centre": "4711" } : undefined,
    accounts,
    baselines: BASELINES,
    defaults: all.defaults ? { UBUNTU: "ubuntu" } : undefined,
    rings: ringsOf(all),
    groups: groupsOf(all, accounts),
    freezes: all.freezes.map(({ freeze: when, zone, scoped }, place) =>
      defined({
        name: `freeze-${place}`,
        zone,
        rings: scoped ? ["dev"] : undefined,
        urgent: scoped ? undefined : ("allowed" as const),
        ...when,
      }),
    ),
  });
}

const SUBSCRIPTION = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

/** Hybrid machines in places of groups that serve Linux. */
function withHybrid(all: Choices): FleetInput {
  const input = withoutHybrid(all);
  const fleet = fleetFile.parse(input);
  const linux = Object.entries(fleet.groups).filter(([, { baselines }]) => baselines.some((name) => !/windows/iu.test(name)));
  const places = linux.flatMap(([name, group]) => placesOf(fleet, group).map((place) => ({ ...place, group: name })));
  const hybrid = all.hybrid.flatMap(({ place, machines, elsewhere }, number) => {
    const at = places[place % places.length];
    if (!at) return [];
    const azure = Array.from({ length: machines }, (_, machine) => ({
      name: `vm-${number}-${machine}`,
      resourceGroup: `apps-${number}`,
      location: "westeurope",
      system: "linux" as const,
    }));
    const entry = {
      ...at,
      renewed: "2026-11-15",
      ...(elsewhere % 3 === 0 ? {} : { azure: { subscription: SUBSCRIPTION, machines: azure } }),
      ...(elsewhere % 3 === 1 ? {} : { onPremises: { linux: elsewhere + 1 } }),
    };
    return [[`outside-${number}`, entry] as const];
  });
  return { ...input, ...(hybrid.length > 0 ? { hybrid: Object.fromEntries(hybrid) } : {}), ...told(all, input) };
}

/** Contacts of the fleet and of one group, and findings in Security Hub; by mail, or by chat too. */
function told(all: Choices, { groups }: FleetInput): Partial<FleetInput> {
  if (all.told === "nobody") return {};
  const mail = ["platform@example.com"];
  const [[name, group] = []] = Object.entries(groups);
  const own = name !== undefined && group ? { [name]: { ...group, notify: { mail: ["own@example.com"] } } } : {};
  if (all.told === "mail") return { notify: { mail }, groups: { ...groups, ...own } };
  return { notify: { mail, webhook: { url: "https://chat.example.com/post", secret: "ops" } }, securityHub: { findings: true } };
}

/**
 * Small fleets as people write them, each of which passes the check: one account or an organization, three partitions,
 * rings one after another, freezes, groups with windows of their own or under review, machines outside AWS.
 */
export const arbitraryFleet: fc.Arbitrary<FleetInput> = choices
  .map(withHybrid)
  .filter((input) => check(parsed(input)).length === 0);

/** A fleet as written, parsed. */
export function parsed(input: FleetInput): Fleet {
  return fleetFile.parse(input);
}

/** The same value with the keys of every object in another order; lists stay as they are. */
export function shuffled<T>(value: T, turn: number): T {
  if (Array.isArray(value)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return value.map((item: unknown) => shuffled(item, turn)) as T;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, shuffled(item, turn)]);
  const start = turn % Math.max(1, entries.length);
  const turned = [...entries.slice(start), ...entries.slice(0, start)];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(turn % 2 === 0 ? turned : turned.toReversed()) as T;
}
