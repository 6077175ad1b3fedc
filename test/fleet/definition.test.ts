import { expect } from "chai";
import { definitionOf, definitionText } from "../../fleet/definition";
import { baseline } from "../../fleet/schema/baseline";

const define = (input: object) => definitionOf("mine", baseline.parse(input));
const entry = (patch: string) => ({ patch, owner: "team", why: "a reason", until: "2027-01-31" });

describe("a baseline's definition", () => {
  it("is AWS's own shape, with what an apt system can have", () => {
    const definition = define({
      system: "UBUNTU",
      description: "for servers",
      rules: [{ section: ["net"], priority: ["Required"], product: ["Ubuntu24.04"], compliance: "HIGH", nonSecurity: true }],
      approve: [entry("openssl"), entry("bash")],
      approvedCompliance: "CRITICAL",
      approvedNonSecurity: true,
      reject: [entry("linux-aws"), entry("docker.io")],
      rejectAction: "ALLOW_AS_DEPENDENCY",
      sources: [{ name: "mirror", products: ["Ubuntu24.04"], configuration: "deb https://mirror.example.com noble main" }],
    });
    expect(definition).to.deep.equal({
      OperatingSystem: "UBUNTU",
      Description: "for servers",
      ApprovalRules: {
        PatchRules: [
          {
            PatchFilterGroup: {
              PatchFilters: [
                { Key: "PRODUCT", Values: ["Ubuntu24.04"] },
                { Key: "PRIORITY", Values: ["Required"] },
                { Key: "SECTION", Values: ["net"] },
              ],
            },
            ComplianceLevel: "HIGH",
            ApproveAfterDays: 0,
            EnableNonSecurity: true,
          },
        ],
      },
      ApprovedPatches: ["bash", "openssl"],
      ApprovedPatchesComplianceLevel: "CRITICAL",
      ApprovedPatchesEnableNonSecurity: true,
      RejectedPatches: ["docker.io", "linux-aws"],
      RejectedPatchesAction: "ALLOW_AS_DEPENDENCY",
      Sources: [{ Name: "mirror", Products: ["Ubuntu24.04"], Configuration: "deb https://mirror.example.com noble main" }],
    });
  });

  it("filters Windows by its own words, and by all products where none is named", () => {
    const definition = define({
      system: "WINDOWS",
      rules: [
        { patchSet: ["APPLICATION"], productFamily: ["Office"], msrcSeverity: ["Critical"], classification: ["SecurityUpdates"] },
      ],
    });
    expect(definition).to.deep.equal({
      OperatingSystem: "WINDOWS",
      Description: "mine of the fleet",
      ApprovalRules: {
        PatchRules: [
          {
            PatchFilterGroup: {
              PatchFilters: [
                { Key: "PRODUCT", Values: ["*"] },
                { Key: "PATCH_SET", Values: ["APPLICATION"] },
                { Key: "PRODUCT_FAMILY", Values: ["Office"] },
                { Key: "CLASSIFICATION", Values: ["SecurityUpdates"] },
                { Key: "MSRC_SEVERITY", Values: ["Critical"] },
              ],
            },
            ComplianceLevel: "UNSPECIFIED",
            ApproveAfterDays: 0,
          },
        ],
      },
      ApprovedPatches: [],
      ApprovedPatchesComplianceLevel: "UNSPECIFIED",
      RejectedPatches: [],
      RejectedPatchesAction: "BLOCK",
      AvailableSecurityUpdatesComplianceStatus: "NON_COMPLIANT",
    });
  });

  it("approves by a delay or by a day, never by both", () => {
    const rules = define({
      system: "AMAZON_LINUX_2023",
      rules: [{ delay: "7 days" }, { until: "2026-10-01" }, { classification: ["Security"], severity: ["Critical"] }],
    }).ApprovalRules.PatchRules;
    expect(rules.map(({ ApproveAfterDays, ApproveUntilDate }) => [ApproveAfterDays, ApproveUntilDate])).to.deep.equal([
      [7, undefined],
      [undefined, "2026-10-01"],
      [0, undefined],
    ]);
    expect(Object.keys(rules[1]!)).not.to.include("ApproveAfterDays");
    expect(rules[2]?.PatchFilterGroup.PatchFilters).to.deep.equal([
      { Key: "PRODUCT", Values: ["*"] },
      { Key: "CLASSIFICATION", Values: ["Security"] },
      { Key: "SEVERITY", Values: ["Critical"] },
    ]);
  });

  it("has no sources on macOS, where AWS knows none", () => {
    expect(Object.keys(define({ system: "MACOS", rules: [] }))).not.to.include("Sources");
  });

  it("is published as compact text, the same for the same baseline whatever the order of its keys", () => {
    const one = define({
      system: "SUSE",
      rules: [{ severity: ["Critical"], classification: ["Security"] }],
      rejectAction: "BLOCK",
    });
    const other = define({
      rejectAction: "BLOCK",
      rules: [{ classification: ["Security"], severity: ["Critical"] }],
      system: "SUSE",
    });
    expect(definitionText(one)).to.equal(definitionText(other));
    expect(definitionText(one))
      .to.match(/^\{"OperatingSystem":"SUSE","Description":"mine of the fleet",/u)
      .and.not.match(/[\n ]"/u);
  });
});
