/** Systems without release dates: a delay means nothing there. */
export const aptSystems: readonly string[] = ["UBUNTU", "DEBIAN", "RASPBIAN"];

const yum = ["PRODUCT", "CLASSIFICATION", "SEVERITY"];
const apt = ["PRODUCT", "PRIORITY", "SECTION"];

/**
 * The filter keys that patch rules of each operating system may use.
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DescribePatchProperties.html
 */
export const filterKeys: Readonly<Record<string, readonly string[]>> = {
  AMAZON_LINUX: yum,
  AMAZON_LINUX_2: yum,
  AMAZON_LINUX_2022: yum,
  AMAZON_LINUX_2023: yum,
  CENTOS: yum,
  ORACLE_LINUX: yum,
  REDHAT_ENTERPRISE_LINUX: yum,
  ROCKY_LINUX: yum,
  ALMA_LINUX: yum,
  SUSE: yum,
  UBUNTU: apt,
  DEBIAN: apt,
  RASPBIAN: apt,
  MACOS: ["PRODUCT", "CLASSIFICATION"],
  WINDOWS: ["PRODUCT", "PRODUCT_FAMILY", "CLASSIFICATION", "MSRC_SEVERITY", "PATCH_SET"],
};
