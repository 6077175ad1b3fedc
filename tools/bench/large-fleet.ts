import type { FleetInput } from "../../fleet/schema/fleet-file";

const REGIONS = ["eu-west-1", "us-east-1"];

/** A fleet of as many execution accounts as asked, each in two regions: two rings, four groups, three systems. */
export function largeFleet(accounts: number): FleetInput {
  const names = Array.from({ length: accounts }, (_, place) => `account-${String(place).padStart(4, "0")}`);
  const env = (place: number) => (place % 2 === 0 ? "nonprod" : "prod");
  return {
    organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
    central: { account: "security", home: "eu-west-1" },
    accounts: {
      security: { id: "999999999999", regions: ["eu-west-1"] },
      ...Object.fromEntries(
        names.map((name, place) => [
          name,
          { id: String(200_000_000_000 + place), regions: REGIONS, labels: { env: env(place), half: place % 4 < 2 ? "a" : "b" } },
        ]),
      ),
    },
    baselines: {
      ubuntu: { system: "UBUNTU", rules: [{ priority: ["Required", "Important", "Standard"], compliance: "HIGH" }] },
      al2023: { system: "AMAZON_LINUX_2023", rules: [{ classification: ["Security"], delay: "3 days", compliance: "HIGH" }] },
      windows: { system: "WINDOWS", rules: [{ classification: ["SecurityUpdates"], msrcSeverity: ["*"], delay: "3 days" }] },
    },
    rings: [
      { name: "nonprod", install: "tuesdays 22:00", zone: "Europe/Paris" },
      { name: "prod", after: "nonprod", soak: "3 days", install: "sundays 02:00", zone: "Europe/Paris" },
    ],
    groups: {
      "nonprod-linux": {
        ring: "nonprod",
        accounts: names.filter((_, place) => place % 2 === 0),
        baselines: ["ubuntu", "al2023"],
        concurrency: "25 %",
      },
      ...(accounts < 2
        ? {}
        : {
            "prod-linux": { ring: "prod", accounts: { env: "prod" }, baselines: ["ubuntu", "al2023"], concurrency: "10 %" },
            "prod-windows": {
              ring: "prod",
              accounts: { env: "prod" },
              baselines: ["windows"],
              reboot: "NoReboot",
              concurrency: "25 %",
            },
            "prod-sensitive": {
              ring: "prod",
              accounts: { env: "prod" },
              baselines: ["ubuntu"],
              review: "required",
              approvers: ["ana@example.com"],
            },
          }),
    },
    freezes: [{ name: "year-end", from: "2026-12-15", to: "2027-01-04", zone: "Europe/Paris" }],
  };
}
