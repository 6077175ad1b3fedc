import { products } from "../../../fleet/check/products";
import { replaced, SMALL_FLEET } from "../../support/fleet-text";
import { accepts, rejects } from "../../support/judged";

/** The small fleet with another baseline. */
function baseline(text: string): string {
  return replaced(SMALL_FLEET, "ubuntu: { system: UBUNTU, rules: [{ priority: [Required, Important] }] }", `ubuntu: { ${text} }`);
}

const AT = "4 baselines.ubuntu.rules[0].product";
const UBUNTU = "for UBUNTU a product without spaces that begins with Ubuntu, or `*`";
const REDHAT = "for REDHAT_ENTERPRISE_LINUX a product without spaces that begins with RedhatEnterpriseLinux, or `*`";

describe("products", () => {
  accepts(products, {
    "Patch Manager's own spellings": baseline('system: UBUNTU, rules: [{ product: [Ubuntu20.04, Ubuntu24.04, "*"] }]'),
    "products of Amazon Linux": baseline("system: AMAZON_LINUX_2, rules: [{ product: [AmazonLinux2, AmazonLinux2.0] }]"),
    "products of Red Hat": baseline(
      "system: REDHAT_ENTERPRISE_LINUX, rules: [{ product: [RedhatEnterpriseLinux9.4, RedhatEnterpriseLinux8] }]",
    ),
    "a product of Microsoft with a space": baseline(
      "system: WINDOWS, rules: [{ product: [WindowsServer2022, Office 2016, Windows Defender] }]",
    ),
  });
  rejects(products, {
    "products in other spellings": [
      baseline("system: UBUNTU, rules: [{ product: [Ubuntu 22.04, ubuntu24.04, '20.04', jammy] }]"),
      [`${AT}[0]`, "Ubuntu 22.04", UBUNTU, "Write `Ubuntu22.04`."],
      [`${AT}[1]`, "ubuntu24.04", UBUNTU, "Write `Ubuntu24.04`."],
      [`${AT}[2]`, "20.04", UBUNTU, "Write `Ubuntu20.04`."],
      [`${AT}[3]`, "jammy", UBUNTU, "Write Patch Manager's own spelling, or `*`."],
    ],
    "the other spelling of Red Hat": [
      baseline("system: REDHAT_ENTERPRISE_LINUX, rules: [{ product: [RedHatEnterpriseLinux9, RHEL8] }]"),
      [`${AT}[0]`, "RedHatEnterpriseLinux9", REDHAT, "Write `RedhatEnterpriseLinux9`."],
      [`${AT}[1]`, "RHEL8", REDHAT, "Write `RedhatEnterpriseLinux8`."],
    ],
    "a server of Microsoft with spaces": [
      baseline("system: WINDOWS, rules: [{ product: [Windows Server 2022] }]"),
      [
        `${AT}[0]`,
        "Windows Server 2022",
        "for WINDOWS a product without spaces, such as WindowsServer2022",
        "Write `WindowsServer2022`.",
      ],
    ],
    "a Debian that Patch Manager does not have": [
      baseline("system: DEBIAN, rules: [{ product: [Debian12, Debian13] }]"),
      [
        `${AT}[1]`,
        "Debian13",
        "for DEBIAN Debian11 or Debian12: Patch Manager refuses later ones",
        "Remove it until AWS supports it.",
      ],
    ],
    "a space where the spelling is not proven": [
      baseline("system: ROCKY_LINUX, rules: [{ product: [RockyLinux 9] }]"),
      [`${AT}[0]`, "RockyLinux 9", "for ROCKY_LINUX a product without spaces", "Write `RockyLinux9`."],
    ],
    "a product of a patch source": [
      baseline(
        "system: UBUNTU, rules: [{ section: [net] }], sources: [{ name: mirror, products: [Ubuntu 22.04], configuration: deb http://archive.example.com x main }]",
      ),
      ["4 baselines.ubuntu.sources[0].products[0]", "Ubuntu 22.04", UBUNTU, "Write `Ubuntu22.04`."],
    ],
  });
});
