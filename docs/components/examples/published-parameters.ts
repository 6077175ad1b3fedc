import * as aws from "@pulumi/aws";
import { PublishedParameters } from "fleet-patching/components/aws";

const account = "222222222222";
const security = new aws.Provider("security", { region: "eu-west-1", allowedAccountIds: [account] });

// A baseline as AWS's own GetPatchBaseline answers with it.
const definition = {
  OperatingSystem: "UBUNTU",
  Description: "Every security update at once",
  ApprovalRules: {
    PatchRules: [
      {
        PatchFilterGroup: { PatchFilters: [{ Key: "PRIORITY", Values: ["*"] }] },
        ComplianceLevel: "HIGH",
        ApproveAfterDays: 0,
      },
    ],
  },
  ApprovedPatches: [],
  ApprovedPatchesComplianceLevel: "UNSPECIFIED",
  RejectedPatches: [],
  RejectedPatchesAction: "BLOCK",
};

const parameter = (name: string, value: string, description: string) => ({
  key: name.split("/").slice(2).join("-"),
  name,
  arn: `arn:aws:ssm:eu-west-1:${account}:parameter${name}`,
  value,
  description,
});

const published = new PublishedParameters(
  "patching",
  {
    region: "eu-west-1",
    tier: "Advanced",
    parameters: [
      parameter("/patching/baselines/ubuntu", JSON.stringify(definition), "The definition of baseline ubuntu"),
      parameter("/patching/rings/prod", "open", "May ring prod install?"),
    ],
    tags: { owner: "platform-team" },
  },
  { providers: [security] },
);

export const arns = published.published.map(({ arn }) => arn);
