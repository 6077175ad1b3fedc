import { expect } from "chai";
import { baselineInputs } from "../../../components/aws/baseline-inputs";
import { definitionOf } from "../../../fleet/definition";
import { baseline } from "../../../fleet/schema/baseline";

const inputs = (input: object) => baselineInputs(definitionOf("mine", baseline.parse(input)));
const entry = (patch: string) => ({ patch, owner: "team", why: "a reason", until: "2027-01-31" });

describe("baselineInputs", () => {
  it("say all that a definition for Linux says", () => {
    expect(
      inputs({
        system: "AMAZON_LINUX_2023",
        rules: [
          { classification: ["Security"], severity: ["*"], delay: "3 days", compliance: "CRITICAL", nonSecurity: true },
          { classification: ["Bugfix"], until: "2026-10-01", compliance: "LOW" },
        ],
        approve: [entry("ALAS2023-2026-0815")],
        approvedCompliance: "HIGH",
        approvedNonSecurity: true,
        reject: [entry("kernel*")],
        sources: [{ name: "mirror", products: ["*"], configuration: "[mirror]\nbaseurl=https://mirror.example.com" }],
      }),
    ).to.deep.equal({
      description: "mine of the fleet",
      operatingSystem: "AMAZON_LINUX_2023",
      approvalRules: [
        {
          complianceLevel: "CRITICAL",
          patchFilters: [
            { key: "PRODUCT", values: ["*"] },
            { key: "CLASSIFICATION", values: ["Security"] },
            { key: "SEVERITY", values: ["*"] },
          ],
          approveAfterDays: 3,
          enableNonSecurity: true,
        },
        {
          complianceLevel: "LOW",
          patchFilters: [
            { key: "PRODUCT", values: ["*"] },
            { key: "CLASSIFICATION", values: ["Bugfix"] },
          ],
          approveUntilDate: "2026-10-01",
          enableNonSecurity: false,
        },
      ],
      approvedPatches: ["ALAS2023-2026-0815"],
      approvedPatchesComplianceLevel: "HIGH",
      approvedPatchesEnableNonSecurity: true,
      rejectedPatches: ["kernel*"],
      rejectedPatchesAction: "BLOCK",
      sources: [{ name: "mirror", products: ["*"], configuration: "[mirror]\nbaseurl=https://mirror.example.com" }],
    });
  });

  it("leave out lists that are empty and what Windows does not have", () => {
    expect(inputs({ system: "WINDOWS", rules: [], availableSecurityUpdates: "COMPLIANT" })).to.deep.equal({
      description: "mine of the fleet",
      operatingSystem: "WINDOWS",
      approvalRules: [],
      approvedPatchesComplianceLevel: "UNSPECIFIED",
      rejectedPatchesAction: "BLOCK",
      availableSecurityUpdatesComplianceStatus: "COMPLIANT",
    });
  });
});
