import { patchNames } from "../../../fleet/check/patch-names";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

const AT = "4 baselines.ubuntu.";
const APT = "for UBUNTU a package's bare name, such as openssl, without version and architecture";
const RPM = "for CENTOS a package's full name, or a name with one `*`, a CVE, an advisory or a Bugzilla number";
const WINDOWS = "for WINDOWS an article such as KB5034441, or a bulletin such as MS17-010";

/** The small fleet with a baseline that has some patches in one of its lists. */
function baseline(system: string, list: "approve" | "reject", ...patches: readonly string[]): string {
  const entries = patches.map((patch) => `{ patch: "${patch}", owner: a, why: b, until: 2027-01-01 }`).join(", ");
  return replaced(
    SMALL_FLEET,
    "system: UBUNTU, rules: [{ priority: [Required, Important] }]",
    `system: ${system}, ${list}: [${entries}]`,
  );
}

describe("patchNames", () => {
  accepts(patchNames, {
    "packages of apt systems": baseline("UBUNTU", "reject", "linux-*", "libc6", "g++", "python3.12"),
    "packages, advisories and bugs of rpm systems": baseline(
      "AMAZON_LINUX_2023",
      "approve",
      "kernel-*",
      "CVE-2026-1234",
      "ALAS2023-2026-123",
      "1234567",
      "system-release.*",
      "bash-5.1.8-6.el9.x86_64",
    ),
    "rejected packages of rpm systems": baseline("REDHAT_ENTERPRISE_LINUX", "reject", "kernel-*", "system-release.*", "nano"),
    "packages of SUSE": baseline("SUSE", "approve", "kernel-default*", "bash-4.4-9.10.1.x86_64"),
    "updates of macOS": baseline("MACOS", "approve", "XProtectPlistConfigData_10_15-2164"),
    "articles and bulletins of Windows": baseline("WINDOWS", "reject", "KB5034441", "MS17-010"),
  });
  rejects(patchNames, {
    "versions, architectures and advisories on apt": [
      baseline("UBUNTU", "approve", "openssl=3.0.2", "bash:amd64", "CVE-2026-1234"),
      [`${AT}approve[0].patch`, "openssl=3.0.2", APT, "Write `openssl`."],
      [`${AT}approve[1].patch`, "bash:amd64", APT, "Write `bash`."],
      [
        `${AT}approve[2].patch`,
        "CVE-2026-1234",
        APT,
        "Write the names of the packages that it mends: apt systems know no advisories here.",
      ],
    ],
    "advisories in a rejection on rpm systems": [
      baseline("AMAZON_LINUX_2023", "reject", "CVE-2026-1234", "ALAS2023-2026-123", "1234567"),
      ...(["CVE-2026-1234", "ALAS2023-2026-123", "1234567"] as const).map(
        (patch, place) =>
          [
            `${AT}reject[${place}].patch`,
            patch,
            "for AMAZON_LINUX_2023 a package's full name, or a name with one `*`",
            "Write the names of the packages that it mends: a rejection knows no advisories.",
          ] as const,
      ),
    ],
    "two wildcards, two names, and an article of Microsoft on rpm systems": [
      baseline("CENTOS", "approve", "*kernel*", "bash curl", "KB5034441"),
      [`${AT}approve[0].patch`, "*kernel*", RPM, "Write one entry for each name, with one `*` at most."],
      [`${AT}approve[1].patch`, "bash curl", RPM, "Write one entry for each name, with one `*` at most."],
      [
        `${AT}approve[2].patch`,
        "KB5034441",
        RPM,
        "Write what this system calls the update: an article of Microsoft is for Windows.",
      ],
    ],
    "an advisory on SUSE": [
      baseline("SUSE", "approve", "CVE-2026-1234"),
      [
        `${AT}approve[0].patch`,
        "CVE-2026-1234",
        "for SUSE a package's full name, or a name with one `*`",
        "Write the names of the packages that it mends.",
      ],
    ],
    "a wildcard on macOS": [
      baseline("MACOS", "reject", "Safari*"),
      [`${AT}reject[0].patch`, "Safari*", "for MACOS an update's exact name, without `*`", "Write one entry for each update."],
    ],
    "articles in other spellings on Windows": [
      baseline("WINDOWS", "approve", "kb5034441", "5034441", "KB 5034441", "openssl"),
      [`${AT}approve[0].patch`, "kb5034441", WINDOWS, "Write `KB5034441`."],
      [`${AT}approve[1].patch`, "5034441", WINDOWS, "Write `KB5034441`."],
      [`${AT}approve[2].patch`, "KB 5034441", WINDOWS, "Write `KB5034441`."],
      [`${AT}approve[3].patch`, "openssl", WINDOWS, "Write the article's or bulletin's number."],
    ],
  });
});
