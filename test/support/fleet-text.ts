/** A fleet of ten lines: one account, no organization, one ring, one group. Each test breaks one thing in it. */
export const SMALL_FLEET = `accounts:
  dev: { id: "111122223333", regions: [eu-west-1] }
baselines:
  ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }
rings:
  - { name: dev, install: sundays 03:00 }
groups:
  dev: { ring: dev, baselines: [ubuntu], concurrency: 10, errors: 30 % }
`;

/** Accounts of an organization, two rings, two groups, Linux and Windows: what most checks need. */
export const SHARED_FLEET = `organization: { id: o-a1b2c3d4e5, managementAccount: "111111111111" }
central: { account: security, home: eu-west-1 }
accounts:
  security: { id: "222222222222", regions: [eu-west-1] }
  nonprod: { id: "333333333333", regions: [eu-west-1, us-east-1], labels: { env: nonprod, team: shop } }
  prod: { id: "444444444444", regions: [eu-west-1], labels: { env: prod } }
baselines:
  ubuntu: { system: UBUNTU, rules: [{ priority: [Required] }] }
  windows: { system: WINDOWS, rules: [{ classification: [SecurityUpdates], delay: 5 days }] }
rings:
  - { name: dev, install: sundays 03:00, accounts: { env: nonprod } }
  - { name: prod, after: dev, soak: 5 days, install: saturdays 03:00, accounts: [prod] }
groups:
  web: { ring: dev, baselines: [ubuntu] }
  shop: { ring: prod, baselines: [ubuntu], servers: { prod: 20 } }
`;

/** A fleet that uses every key of the file. */
export const FULL_FLEET = `organization: { id: o-a1b2c3d4e5, managementAccount: "111111111111", units: [ou-ab12-cdef3456] }
central: { account: security, home: eu-west-1 }
tagKey: PatchGroup
tags: { owner: platform, cost centre: "4711" }
accounts:
  security: { id: "222222222222", regions: [eu-west-1] }
  nonprod: { id: "333333333333", regions: [eu-west-1, us-east-1], labels: { env: nonprod } }
  prod: { id: "444444444444", regions: [eu-west-1, us-east-1], labels: { env: prod } }
baselines:
  ubuntu-auto:
    system: UBUNTU
    description: What application servers take by themselves.
    rules:
      - { product: [Ubuntu22.04, Ubuntu24.04], priority: [Required, Important], section: ["*"], compliance: HIGH, nonSecurity: true }
    approve: [{ patch: openssl, owner: platform, why: urgent fix, until: 2027-03-01 }]
    approvedCompliance: CRITICAL
    approvedNonSecurity: true
    reject: [{ patch: linux-*, owner: kernel-team, why: tested by hand, until: 2027-01-31 }]
    rejectAction: BLOCK
    sources: [{ name: snapshot, products: [Ubuntu22.04], configuration: "deb http://archive.example.com/ubuntu jammy-security main" }]
  al2023-auto: { system: AMAZON_LINUX_2023, rules: [{ classification: [Security], severity: [Critical], delay: 7 days }] }
  suse: { system: SUSE, rules: [{ classification: [Security], until: 2026-10-01 }] }
  mac: { system: MACOS, rules: [{ classification: [Security] }] }
  windows-auto:
    system: WINDOWS
    rules:
      - { product: [WindowsServer2022], classification: [SecurityUpdates], msrcSeverity: [Critical], delay: 5 days }
      - { productFamily: [Office], patchSet: [APPLICATION], delay: 5 days }
    availableSecurityUpdates: NON_COMPLIANT
defaults: { UBUNTU: ubuntu-auto, RASPBIAN: AWS-DefaultRaspbianPatchBaseline }
rings:
  - { name: dev, accounts: { env: nonprod }, install: sundays 03:00, zone: Europe/Paris, duration: 4 hours, cutoff: 1 hour }
  - name: prod
    after: dev
    soak: 5 days
    prove: evidence
    health: { patched: 97 %, alarms: [checkout-errors] }
    promote: none
    accounts: [prod]
    install: sundays 03:00
    zone: Europe/Paris
    hold: { why: audit, owner: platform, until: 2026-12-24 }
groups:
  nonprod: { ring: dev, baselines: [ubuntu-auto, al2023-auto], servers: 120, perServer: 10 minutes }
  prod-auto: { ring: prod, baselines: [ubuntu-auto, al2023-auto, suse], reboot: RebootIfNeeded, concurrency: 10%, errors: 5 %, servers: { prod: { eu-west-1: 90, us-east-1: 30 } } }
  prod-sensitive: { ring: prod, tag: Prod Sensitive, baselines: [AWS-UbuntuDefaultPatchBaseline], review: required, approvers: [alice], reboot: NoReboot, rebootWindow: { at: mondays 03:00, zone: UTC, duration: 3 hours, cutoff: 1 hour }, rebootOrder: [{ tag: ClusterRole, value: replica }], rebootConcurrency: 50 % }
  prod-windows: { ring: prod, baselines: [windows-auto], reboot: NoReboot, regions: [eu-west-1], servers: { prod: 40 }, install: saturdays 22:00, zone: UTC, duration: 8 hours, cutoff: 1 hour }
scan: wednesdays 12:00 UTC
freezes:
  - { name: year-end, from: 2026-12-15, to: 2027-01-04, zone: Europe/Paris, urgent: allowed }
  - { name: closing, every: last 3 days of each month, rings: [prod] }
ended: { Ubuntu20.04: { owner: platform, why: extended support until 2030 } }
hybrid:
  azure-prod:
    account: prod
    region: eu-west-1
    group: prod-auto
    renewed: 2026-11-15
    azure:
      subscription: 00000000-0000-0000-0000-000000000001
      machines: [{ name: app-1, resourceGroup: fleet, location: westeurope, system: linux }]
    onPremises: { linux: 12, windows: 0 }
`;

/** Replaces a part of a text that must stand in it. */
export function replaced(text: string, part: string, by: string): string {
  if (!text.includes(part)) throw new Error(`not in the text: ${part}`);
  return text.replace(part, () => by);
}
