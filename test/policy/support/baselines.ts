import { ref, type Fixture, type FixtureResource } from "./fixture";

/** A baseline for Ubuntu, as this project makes it. */
export const ubuntu: FixtureResource = {
  type: "aws:ssm/patchBaseline:PatchBaseline",
  props: {
    name: "fleet-ubuntu-auto",
    operatingSystem: "UBUNTU",
    approvalRules: [
      {
        approveAfterDays: 0,
        complianceLevel: "HIGH",
        patchFilters: [
          { key: "PRODUCT", values: ["Ubuntu22.04", "Ubuntu24.04"] },
          { key: "PRIORITY", values: ["Required", "Important"] },
        ],
      },
    ],
    rejectedPatches: ["linux-aws*"],
    rejectedPatchesAction: "BLOCK",
    region: "eu-west-1",
  },
};

/** A baseline for Amazon Linux 2023, with two rules. */
export const amazon: FixtureResource = {
  type: "aws:ssm/patchBaseline:PatchBaseline",
  props: {
    name: "fleet-al2023-auto",
    operatingSystem: "AMAZON_LINUX_2023",
    approvalRules: [
      {
        approveAfterDays: 3,
        complianceLevel: "HIGH",
        patchFilters: [
          { key: "CLASSIFICATION", values: ["Security"] },
          { key: "SEVERITY", values: ["Critical", "Important"] },
        ],
      },
      { approveAfterDays: 7, complianceLevel: "MEDIUM", patchFilters: [{ key: "CLASSIFICATION", values: ["Bugfix"] }] },
    ],
    region: "eu-west-1",
  },
};

/** A baseline for Windows; the system is not written, so it is Windows. */
export const windows: FixtureResource = {
  type: "aws:ssm/patchBaseline:PatchBaseline",
  props: {
    name: "fleet-windows-auto",
    approvalRules: [
      {
        approveAfterDays: 7,
        complianceLevel: "CRITICAL",
        patchFilters: [
          { key: "PRODUCT", values: ["WindowsServer2022"] },
          { key: "CLASSIFICATION", values: ["CriticalUpdates", "SecurityUpdates"] },
          { key: "MSRC_SEVERITY", values: ["*"] },
        ],
      },
    ],
    region: "eu-west-1",
  },
};

/** Two baselines with their groups and defaults. */
export const registered: Fixture = {
  ubuntu,
  amazon,
  prodUbuntu: {
    type: "aws:ssm/patchGroup:PatchGroup",
    props: { patchGroup: "prod-auto", baselineId: ref("ubuntu.id"), region: "eu-west-1" },
    options: { deleteBeforeReplace: true },
  },
  prodAmazon: {
    type: "aws:ssm/patchGroup:PatchGroup",
    props: { patchGroup: "prod-auto", baselineId: ref("amazon.id"), region: "eu-west-1" },
    options: { deleteBeforeReplace: true },
  },
  ubuntuDefault: {
    type: "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
    props: { operatingSystem: "UBUNTU", baselineId: ref("ubuntu.id"), region: "eu-west-1" },
    options: { deleteBeforeReplace: true },
  },
  amazonDefault: {
    type: "aws:ssm/defaultPatchBaseline:DefaultPatchBaseline",
    props: { operatingSystem: "AMAZON_LINUX_2023", baselineId: ref("amazon.id"), region: "eu-west-1" },
    options: { deleteBeforeReplace: true },
  },
};
