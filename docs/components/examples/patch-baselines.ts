import * as aws from "@pulumi/aws";
import { PatchBaselines } from "fleet-patching/components/aws";

const prod = new aws.Provider("prod", { region: "eu-west-1", allowedAccountIds: ["444444444444"] });

const baselines = new PatchBaselines(
  "patch",
  {
    region: "eu-west-1",
    baselines: [
      {
        key: "ubuntu",
        name: "patching-ubuntu",
        definition: {
          OperatingSystem: "UBUNTU",
          Description: "Required, important and standard packages, no kernels",
          ApprovalRules: {
            PatchRules: [
              {
                PatchFilterGroup: {
                  PatchFilters: [
                    { Key: "PRODUCT", Values: ["Ubuntu22.04", "Ubuntu24.04"] },
                    { Key: "PRIORITY", Values: ["Required", "Important", "Standard"] },
                  ],
                },
                ComplianceLevel: "HIGH",
                ApproveAfterDays: 0,
              },
            ],
          },
          ApprovedPatches: [],
          ApprovedPatchesComplianceLevel: "UNSPECIFIED",
          RejectedPatches: ["linux-*"],
          RejectedPatchesAction: "BLOCK",
        },
      },
    ],
    predefined: [{ name: "AWS-DefaultPatchBaseline", system: "WINDOWS" }],
    registrations: [
      { tag: "web", system: "UBUNTU", baseline: "ubuntu" },
      { tag: "web", system: "WINDOWS", baseline: "AWS-DefaultPatchBaseline" },
    ],
    defaults: [{ system: "UBUNTU", baseline: "ubuntu" }],
    tags: { owner: "platform-team" },
  },
  { providers: [prod] },
);

export const baselineIds = baselines.baselineIds;
