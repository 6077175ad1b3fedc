import type { FixtureResource } from "./fixture";

/** A hybrid activation, as this project makes it. */
export const activation: FixtureResource = {
  type: "aws:ssm/activation:Activation",
  props: {
    name: "fleet-hybrid-azure-prod",
    iamRole: "fleet-hybrid-azure-prod",
    expirationDate: "2026-12-15T00:00:00Z",
    registrationLimit: 60,
    tags: { PatchGroup: "prod-auto" },
    region: "eu-west-1",
  },
  options: { additionalSecretOutputs: ["activationCode"] },
};
