import { decide, NO_CHANGES, type Plan } from "../../fleet/plan";
import { AS_OF, TWO_ACCOUNTS, twoAccounts } from "./two-accounts";

const MACHINES = ["files-01", "files-02"].map((name) => ({
  name,
  resourceGroup: "files",
  location: "westeurope",
  system: "windows" as const,
}));

/** The plan of two accounts with systems of every kind and machines of Azure, for which tests make evidence: 321 servers. */
export function demoPlan(): Plan {
  const fleet = twoAccounts({
    baselines: { ...TWO_ACCOUNTS.baselines, amazon: { system: "AMAZON_LINUX_2", rules: [{ classification: ["Security"] }] } },
    groups: {
      ...TWO_ACCOUNTS.groups,
      database: {
        ...TWO_ACCOUNTS.groups.database,
        servers: 60,
        approvers: ["ana@example.com"],
        regions: ["eu-west-1"],
        baselines: ["ubuntu"],
      },
      files: {
        ...TWO_ACCOUNTS.groups.files,
        baselines: ["windows"],
        servers: { prod: { "eu-west-1": 30, "us-east-1": 10 } },
      },
      application: { ...TWO_ACCOUNTS.groups.application, baselines: ["ubuntu", "AWS-AmazonLinux2023DefaultPatchBaseline"] },
      nonprod: { ring: "nonprod", baselines: ["windows", "ubuntu", "amazon"], servers: 121 },
    },
    hybrid: {
      azure: {
        account: "prod",
        region: "eu-west-1",
        group: "files",
        renewed: "2026-11-15",
        azure: { subscription: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", machines: MACHINES },
      },
    },
  });
  return decide(fleet, NO_CHANGES, AS_OF);
}
