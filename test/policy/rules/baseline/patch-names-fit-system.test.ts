import rule from "fleet-patching-policy/rules/baseline/patch-names-fit-system";
import { amazon, ubuntu, windows } from "../../support/baselines";
import { testRule, type InvalidCase } from "../../support/test-rule";

const REJECTED = "baseline.props.rejectedPatches";
const APPROVED = "baseline.props.approvedPatches";
const wrong = (list: string, patch: string, system: string): InvalidCase => ({
  name: `${patch} for ${system}`,
  change: [list, [patch]],
  finds: [`baseline, ${list.split(".").at(-1)}.0: ${patch} for ${system}`],
});

export const onUbuntu = testRule({
  rule,
  compliant: { baseline: ubuntu },
  valid: [
    { name: "a bare name with a wildcard" },
    { name: "bare names", changes: [[APPROVED, ["openssl", "libstdc++6", "python3.12"]]] },
    { name: "no lists", changes: [[REJECTED, undefined]] },
    {
      name: "a system that is not known",
      changes: [
        ["baseline.props.operatingSystem", "HAIKU"],
        [REJECTED, ["what ever"]],
      ],
    },
  ],
  invalid: [
    wrong(REJECTED, "CVE-2024-12345", "UBUNTU"),
    wrong(APPROVED, "CVE-2024-12345", "UBUNTU"),
    wrong(REJECTED, "openssl:amd64", "UBUNTU"),
    wrong(REJECTED, "openssl=3.0.2", "UBUNTU"),
    wrong(REJECTED, "KB5034441", "UBUNTU"),
    wrong(REJECTED, "Linux-aws", "UBUNTU"),
    wrong(REJECTED, "123456", "UBUNTU"),
  ],
});

export const onAmazonLinux = testRule({
  rule,
  compliant: { baseline: amazon },
  valid: [
    { name: "a name with one wildcard", changes: [[REJECTED, ["kernel*"]]] },
    { name: "a full name", changes: [[REJECTED, ["kernel-6.1.112-122.189.amzn2023.x86_64"]]] },
    {
      name: "approved CVEs, advisories and Bugzilla numbers",
      changes: [[APPROVED, ["CVE-2024-12345", "ALAS2023-2024-722", "RHSA-2024:0864", "1234567"]]],
    },
    { name: "a name of 100 characters", changes: [[REJECTED, ["k".repeat(100)]]] },
    { name: "a rejected release package", changes: [[REJECTED, ["system-release.*"]]] },
  ],
  invalid: [
    wrong(REJECTED, "CVE-2024-12345", "AMAZON_LINUX_2023"),
    wrong(REJECTED, "RHSA-2024:0864", "AMAZON_LINUX_2023"),
    wrong(REJECTED, "1234567", "AMAZON_LINUX_2023"),
    wrong(REJECTED, "*kernel*", "AMAZON_LINUX_2023"),
    wrong(APPROVED, "MS17-010", "AMAZON_LINUX_2023"),
    wrong(APPROVED, "kernel devel", "AMAZON_LINUX_2023"),
    wrong(APPROVED, "k".repeat(101), "AMAZON_LINUX_2023"),
  ],
});

const suse = { ...amazon, props: { ...amazon.props, operatingSystem: "SUSE" } };
const mac = { ...amazon, props: { ...amazon.props, operatingSystem: "MACOS" } };

export const elsewhere = testRule({
  rule,
  compliant: { baseline: windows, suse, mac },
  valid: [
    {
      name: "KB numbers and bulletins on Windows",
      changes: [
        [REJECTED, ["KB5034441"]],
        [APPROVED, ["MS17-010", "KB123456"]],
      ],
    },
    { name: "a wildcard on SUSE", changes: [["suse.props.rejectedPatches", ["kernel-default*"]]] },
    { name: "an exact name on macOS", changes: [["mac.props.rejectedPatches", ["Safari18.1"]]] },
  ],
  invalid: [
    wrong(REJECTED, "5034441", "WINDOWS"),
    wrong(REJECTED, "KB*", "WINDOWS"),
    wrong(REJECTED, "kb5034441", "WINDOWS"),
    wrong(APPROVED, "CVE-2024-12345", "WINDOWS"),
    wrong("suse.props.approvedPatches", "CVE-2024-12345", "SUSE"),
    wrong("suse.props.rejectedPatches", "*kernel*", "SUSE"),
    wrong("mac.props.rejectedPatches", "Safari*", "MACOS"),
  ].map((one) => ({
    ...one,
    finds: one.finds.map((found) =>
      one.change[0].startsWith("baseline") ? found : found.replace("baseline", one.change[0].split(".")[0]!),
    ),
  })),
});
