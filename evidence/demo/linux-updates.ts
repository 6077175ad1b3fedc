import { AMAZON_LINUX_PACKAGES } from "./amazon-linux-packages";
import { DAY } from "./instant";
import { randomOf, whole } from "./random";
import { UBUNTU_PACKAGES } from "./ubuntu-packages";
import type { Catalogue, Update } from "./update";

interface Package {
  readonly name: string;
  readonly version: string;
  readonly severity: string;
  /** How often the vendor mends it, and when it did first. */
  readonly gap: number;
  readonly first: number;
}

/** How a distribution writes its versions. */
interface Distribution {
  readonly packages: readonly Package[];
  readonly architecture: string;
  readonly version: (base: string, release: number) => string;
  readonly update: (item: Package, release: number) => Pick<Update, "classification" | "severity" | "cves">;
}

const FIRST = Date.parse("2025-01-07T09:00:00Z");

function packagesOf(text: string, family: string): Package[] {
  return text
    .split(/[|\n]/u)
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [name = "", version = "", severity = ""] = entry.split(" ");
      const random = randomOf(family, name);
      const gap = whole(random, 12, 150) * DAY;
      return { name, version, severity, gap, first: FIRST + whole(random, 0, 150) * DAY + whole(random, 0, 600) * 60_000 };
    });
}

const ubuntuPackages = packagesOf(UBUNTU_PACKAGES, "ubuntu");
const amazonPackages = packagesOf(AMAZON_LINUX_PACKAGES, "amazon");

/** A package of Debian's kind has no severity and no CVE in what apt tells. */
const UBUNTU: Distribution = {
  packages: ubuntuPackages,
  architecture: "amd64",
  version: (base, release) => `${base}.${release + 1}`,
  update: () => ({ classification: "Security", severity: "", cves: "" }),
};

const amazon = (suffix: string): Distribution => ({
  packages: amazonPackages,
  architecture: "x86_64",
  version: (base, release) => `${base}.${suffix}.0.${release + 1}`,
  update: (item, release) => ({
    classification: item.severity === "Low" ? "Bugfix" : "Security",
    severity: item.severity,
    cves: item.severity === "Low" ? "" : `CVE-2026-${whole(randomOf("cve", item.name, release), 10_000, 59_999)}`,
  }),
});

function updateOf(distribution: Distribution, item: Package, at: number): Update {
  const release = Math.max(0, Math.floor((at - item.first) / item.gap));
  const version = distribution.version(item.version, release);
  const id = `${item.name}.${distribution.architecture}`;
  return {
    id,
    name: item.name,
    version,
    was: release === 0 ? "" : distribution.version(item.version, release - 1),
    title: `${id}:${version}`,
    architecture: distribution.architecture,
    released: item.first + release * item.gap,
    ...distribution.update(item, release),
  };
}

function catalogueOf(distribution: Distribution): Catalogue {
  const known = new Map<number, readonly Update[]>();
  return (at, count) => {
    const all = known.get(at) ?? distribution.packages.map((item) => updateOf(distribution, item, at));
    known.set(at, all);
    return count >= all.length ? all : all.slice(0, count);
  };
}

/** What Ubuntu publishes. */
export const ubuntuUpdates = catalogueOf(UBUNTU);
/** What Amazon Linux 2 publishes. */
export const amazonLinux2Updates = catalogueOf(amazon("amzn2"));
/** What Amazon Linux 2023 publishes. */
export const amazonLinux2023Updates = catalogueOf(amazon("amzn2023"));
