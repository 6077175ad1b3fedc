import * as fc from "fast-check";
import { parse } from "yaml";
import { isPlain, places, replacedAt, type Path, type Plain } from "./plain";

const NAMES: readonly Plain[] = ["dev", "prod", "nonprod", "security", "web", "constructor", "nowhere"];
const BASELINES: readonly Plain[] = [
  "ubuntu",
  "windows",
  "windows-auto",
  "AWS-DefaultPatchBaseline",
  "AWS-AmazonLinux2DefaultPatchBaseline",
  "no-such",
];
const REGIONS: readonly Plain[] = ["eu-west-1", "us-east-1", "cn-north-1", "us-gov-west-1"];
const SCHEDULES: readonly Plain[] = [
  "sundays 03:00",
  "at(2027-01-01T00:00:00)",
  "rate(7 days)",
  "cron(0 3 ? * SUN *)",
  "daily 23:59",
  "second tuesday + 3 days 22:00",
  "soon",
  "cron(00 23-5 ? * THU#3 *)",
  "last sunday 04:00 UTC",
  "cron(0 0 29 2 ? 2099)",
];
const HOURS: readonly Plain[] = ["0 hours", "1 hour", "4 hours", "24 hours", "25 hours", "9999 days"];
const RATES: readonly Plain[] = [0, 1, 9999, "0 %", "1 %", "100 %"];
const SERVERS: readonly Plain[] = [0, 1, 2400, 100_000, { prod: 5000 }, { nonprod: { "us-east-1": 7 } }, { nowhere: 1 }];
const SELECTIONS: readonly Plain[] = [["prod"], ["prod", "prod"], ["nowhere"], { env: "prod" }, { env: "x" }, { no: "x" }, {}];
const PATCHES: readonly Plain[] = ["kernel*", "*a*", "KB5034441", "CVE-2026-1", "a b", "x", "*"];
const DAYS: readonly Plain[] = ["2026-12-15", "2026-12-15T18:00", "2026-02-30", "9999-12-31", "0001-01-01"];

/** What each key may say and still have the right shape. */
const SHAPED: Readonly<Record<string, readonly Plain[]>> = {
  ring: NAMES,
  after: NAMES,
  name: NAMES,
  account: NAMES,
  group: NAMES,
  accounts: SELECTIONS,
  region: REGIONS,
  regions: [["eu-west-1"], ["us-east-1", "us-east-1"], ["cn-north-1"]],
  home: REGIONS,
  baselines: [["ubuntu"], ["ubuntu", "ubuntu"], ["no-such", "constructor"], ["AWS-UbuntuDefaultPatchBaseline", "ubuntu"]],
  UBUNTU: BASELINES,
  RASPBIAN: BASELINES,
  system: ["UBUNTU", "DEBIAN", "RASPBIAN"],
  rules: [[], [{ product: ["*"] }], [{ compliance: "LOW" }], [{ product: ["Ubuntu 20.04", "Ubuntu20.04"] }]],
  delay: ["0 days", "360 days", "999 days"],
  until: DAYS.slice(0, 1),
  patch: PATCHES,
  product: [["*"], ["Ubuntu18.04"], ["x", "x"], ["WindowsServer2012"]],
  install: SCHEDULES,
  scan: SCHEDULES,
  zone: ["Europe/Paris", "UTC", "PST", "Pacific/Apia", "Nowhere/Land", "constructor"],
  soak: HOURS,
  duration: HOURS,
  cutoff: HOURS,
  prove: ["evidence", "calendar"],
  review: ["required", "none"],
  approvers: [["a"], ["a", "a"]],
  reboot: ["NoReboot", "RebootIfNeeded"],
  concurrency: RATES,
  errors: RATES,
  servers: SERVERS,
  perServer: ["1 minute", "9999 minutes"],
  from: DAYS,
  to: DAYS,
  every: ["fridays to sundays", "last 3 days of each month", "12-20 to 01-03 each year", "mondays to sundays", "never"],
  linux: [0, 1, 5000],
  windows: [0, 1, 5000],
  configuration: ["deb http://a:b@c d e", "[x]\npassword=1", "x\ny"],
  id: ["222222222222", "333333333333"],
  tag: ["web", "Prod Sensitive", "shop"],
};
/** Keys that may go and leave the shape right. */
const OPTIONAL: ReadonlySet<string> = new Set(
  "organization central after soak accounts install tag approvers zone cutoff rings servers baselines defaults ended freezes hybrid".split(
    " ",
  ),
);
/** What people write in the wrong place, and what only tests think of. */
const STRANGE: readonly Plain[] = [
  null,
  "",
  " ",
  "x",
  "constructor",
  0,
  -1,
  1.5,
  1e9,
  true,
  [],
  {},
  [[]],
  ["x", 1],
  { x: {} },
  { constructor: 1 },
];

function lastKey(path: Path): string {
  return path.findLast((part) => typeof part === "string") ?? "";
}

interface Mutation {
  readonly at: number;
  readonly by: number;
  readonly kind: "say" | "remove" | "strange";
}

function mutate(fleet: Plain, { at, by, kind }: Mutation): Plain {
  const all = places(fleet);
  const pick = (paths: readonly Path[]) => paths[at % Math.max(1, paths.length)] ?? [];
  if (kind === "strange") return replacedAt(fleet, pick(all), () => STRANGE[by % STRANGE.length]) ?? {};
  if (kind === "remove") return replacedAt(fleet, pick(all.filter((path) => OPTIONAL.has(lastKey(path)))), () => undefined) ?? {};
  const path = pick(all.filter((each) => typeof each.at(-1) === "string" && Object.hasOwn(SHAPED, lastKey(each))));
  const values = SHAPED[lastKey(path)] ?? [];
  return replacedAt(fleet, path, () => values[by % values.length]) ?? {};
}

/** Fleet files that were right before some of their values were overwritten or removed, mostly so that the shape stays right. */
export function mutatedFleets(...texts: readonly string[]): fc.Arbitrary<string> {
  const kind = fc.oneof(
    { weight: 12, arbitrary: fc.constant("say" as const) },
    { weight: 3, arbitrary: fc.constant("remove" as const) },
    fc.constant("strange" as const),
  );
  const mutations = fc.array(fc.record<Mutation>({ at: fc.nat(), by: fc.nat(), kind }), { minLength: 1, maxLength: 6 });
  return fc.tuple(fc.constantFrom(...texts), mutations).map(([text, all]) => {
    const fleet: unknown = parse(text);
    return JSON.stringify(isPlain(fleet) ? all.reduce(mutate, fleet) : null, null, 1);
  });
}
