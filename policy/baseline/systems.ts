/** How a system gets its updates. */
export type Family = "apt" | "rpm" | "zypper" | "macos" | "windows";

/**
 * The operating systems a baseline can be for, by Systems Manager's names.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreatePatchBaseline.html
 */
export const SYSTEMS: Readonly<Record<string, Family>> = {
  UBUNTU: "apt",
  DEBIAN: "apt",
  RASPBIAN: "apt",
  AMAZON_LINUX: "rpm",
  AMAZON_LINUX_2: "rpm",
  AMAZON_LINUX_2022: "rpm",
  AMAZON_LINUX_2023: "rpm",
  REDHAT_ENTERPRISE_LINUX: "rpm",
  CENTOS: "rpm",
  ORACLE_LINUX: "rpm",
  ROCKY_LINUX: "rpm",
  ALMA_LINUX: "rpm",
  SUSE: "zypper",
  MACOS: "macos",
  WINDOWS: "windows",
};

/**
 * What the patches of a system can be filtered by.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribePatchProperties.html
 */
export const FILTER_KEYS: Readonly<Record<Family, readonly string[]>> = {
  apt: ["PRODUCT", "PRIORITY", "SECTION"],
  rpm: ["PRODUCT", "CLASSIFICATION", "SEVERITY"],
  zypper: ["PRODUCT", "CLASSIFICATION", "SEVERITY"],
  macos: ["PRODUCT", "CLASSIFICATION"],
  windows: ["PRODUCT", "PRODUCT_FAMILY", "CLASSIFICATION", "MSRC_SEVERITY", "PATCH_SET"],
};

/**
 * The values of the filters whose values are closed lists; `*` stands for all of them. Products and sections are open:
 * new ones come with every release.
 */
export const FILTER_VALUES: Readonly<Record<Family, Readonly<Record<string, readonly string[]>>>> = {
  apt: { PRIORITY: ["Required", "Important", "Standard", "Optional", "Extra"] },
  rpm: {
    CLASSIFICATION: ["Security", "Bugfix", "Enhancement", "Recommended", "Newpackage"],
    SEVERITY: ["Critical", "Important", "Moderate", "Medium", "Low", "None"],
  },
  zypper: {
    CLASSIFICATION: ["Security", "Recommended", "Optional", "Feature", "Document", "Yast"],
    SEVERITY: ["Critical", "Important", "Moderate", "Low"],
  },
  macos: { CLASSIFICATION: ["Security", "Recommended"] },
  windows: {
    CLASSIFICATION: [
      "CriticalUpdates",
      "DefinitionUpdates",
      "Drivers",
      "FeaturePacks",
      "SecurityUpdates",
      "ServicePacks",
      "Tools",
      "UpdateRollups",
      "Updates",
      "Upgrades",
    ],
    MSRC_SEVERITY: ["Critical", "Important", "Moderate", "Low", "Unspecified"],
    PATCH_SET: ["OS", "APPLICATION"],
  },
};

/**
 * When vendors stopped, or will stop, to publish security updates for everybody: by system, or by the first part of a
 * product's name.
 * @see https://endoflife.date
 */
export const ENDED: Readonly<Record<string, string>> = {
  AMAZON_LINUX: "2023-12-31",
  AMAZON_LINUX_2: "2026-06-30",
  AMAZON_LINUX_2023: "2029-06-30",
  "Ubuntu14.04": "2019-04-02",
  "Ubuntu16.04": "2021-04-02",
  "Ubuntu18.04": "2023-05-31",
  "Ubuntu20.04": "2025-05-31",
  "Ubuntu22.04": "2027-04-01",
  "Ubuntu22.10": "2023-07-20",
  "Ubuntu23.04": "2024-01-20",
  "Ubuntu23.10": "2024-07-12",
  "Ubuntu24.04": "2029-05-31",
  "Ubuntu24.10": "2025-07-10",
  "Ubuntu25.04": "2026-01-17",
  "Ubuntu25.10": "2026-07-01",
  Debian8: "2020-06-30",
  Debian9: "2022-07-01",
  Debian10: "2024-06-30",
  Debian11: "2026-08-31",
  Debian12: "2028-06-30",
  RedhatEnterpriseLinux6: "2020-11-30",
  RedhatEnterpriseLinux7: "2024-06-30",
  RedhatEnterpriseLinux8: "2029-05-31",
  CentOS6: "2020-11-30",
  CentOS7: "2024-06-30",
  CentOS8: "2024-05-31",
  OracleLinux6: "2021-03-01",
  OracleLinux7: "2024-12-01",
  Suse12: "2024-10-31",
  WindowsServer2008: "2020-01-14",
  WindowsServer2008R2: "2020-01-14",
  WindowsServer2012: "2026-10-13",
  WindowsServer2012R2: "2026-10-13",
  WindowsServer2016: "2027-01-12",
  WindowsServer2019: "2029-01-09",
};
