import { fleetFile, type Fleet, type FleetInput } from "../../fleet/schema/fleet-file";

/** The instant for which tests decide. */
export const AS_OF = "2026-11-21T08:00:00Z";

/**
 * An organization with one account for each environment and a security account of its own. Production follows
 * non-production, is held back by evidence, and has a group under review and one with a window of its own.
 */
export const TWO_ACCOUNTS = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  central: { account: "security", home: "eu-west-1" },
  tags: { owner: "platform" },
  notify: { mail: ["ops@example.com"] },
  accounts: {
    security: { id: "222222222222", regions: ["eu-west-1"] },
    nonprod: { id: "333333333333", regions: ["eu-west-1"], labels: { env: "nonprod" } },
    prod: { id: "444444444444", regions: ["us-east-1", "eu-west-1"], labels: { env: "prod" } },
  },
  baselines: {
    ubuntu: { system: "UBUNTU", rules: [{ priority: ["Required"], compliance: "HIGH" }] },
    windows: { system: "WINDOWS", rules: [{ classification: ["SecurityUpdates"], delay: "3 days" }] },
    unused: { system: "SUSE", rules: [{ classification: ["Security"] }] },
  },
  rings: [
    { name: "nonprod", accounts: { env: "nonprod" }, install: "tuesdays 22:00", zone: "Europe/Paris" },
    {
      name: "prod",
      after: "nonprod",
      soak: "3 days",
      prove: "evidence",
      accounts: { env: "prod" },
      install: "sundays 02:00",
      zone: "Europe/Paris",
      duration: "6 hours",
    },
  ],
  groups: {
    nonprod: { ring: "nonprod", baselines: ["windows", "ubuntu"], concurrency: "50 %", servers: 40 },
    application: {
      ring: "prod",
      tag: "Application servers",
      baselines: ["ubuntu", "AWS-AmazonLinux2023DefaultPatchBaseline"],
      concurrency: "10 %",
      errors: "5 %",
      servers: { prod: { "eu-west-1": 90 } },
    },
    database: { ring: "prod", baselines: ["ubuntu"], review: "required", approvers: ["ana@example.com"], regions: ["eu-west-1"] },
    files: {
      ring: "prod",
      baselines: ["windows"],
      reboot: "NoReboot",
      concurrency: 10,
      errors: 1,
      servers: { prod: 20 },
      install: "second saturday + 1 day 21:30",
      zone: "America/New_York",
      duration: "5 hours",
      cutoff: "0 hours",
    },
  },
} as const satisfies FleetInput;

type Changed = { readonly [key in keyof FleetInput]?: FleetInput[key] };

/** The two accounts as a parsed fleet, with some of its top-level keys replaced. */
export function twoAccounts(changes: Changed = {}): Fleet {
  return fleetFile.parse({ ...TWO_ACCOUNTS, ...changes });
}

/** One account of one region without an organization: a ring, a group, a baseline. */
export const ONE_ACCOUNT = {
  accounts: { dev: { id: "111122223333", regions: ["eu-west-1"] } },
  baselines: { ubuntu: { system: "UBUNTU", rules: [{ priority: ["Required"] }] } },
  rings: [{ name: "dev", install: "sundays 03:00" }],
  groups: { dev: { ring: "dev", baselines: ["ubuntu"], servers: 4 } },
} as const satisfies FleetInput;

/** The one account as a parsed fleet, with some of its top-level keys replaced. */
export function oneAccount(changes: Changed = {}): Fleet {
  return fleetFile.parse({ ...ONE_ACCOUNT, ...changes });
}
