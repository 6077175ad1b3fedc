import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { System } from "../systems";
import { everyBaseline, everyRule, filtersOf } from "./every-rule";

/**
 * How every product of a system begins, where it is proven. Patch Manager compares letter by letter.
 * @see DescribePatchProperties
 */
const BEGINS: Partial<Record<System, string>> = {
  UBUNTU: "Ubuntu",
  DEBIAN: "Debian",
  AMAZON_LINUX: "AmazonLinux",
  AMAZON_LINUX_2: "AmazonLinux2",
  AMAZON_LINUX_2023: "AmazonLinux2023",
  REDHAT_ENTERPRISE_LINUX: "RedhatEnterpriseLinux",
  SUSE: "Suse",
};
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^rhel/iu, "RedhatEnterpriseLinux"],
  [/^(sles|suselinuxenterpriseserver)/iu, "Suse"],
  [/^al(?=\d)/iu, "AmazonLinux"],
];

/** The product's name without spaces and with the letters in the case that Patch Manager has. */
function proposal(product: string, begins: string): string | undefined {
  const bare = product.replaceAll(/[\s_]/gu, "");
  const [alias, full] = ALIASES.find(([pattern]) => pattern.test(bare)) ?? [];
  const long = alias && full ? bare.replace(alias, full) : bare;
  if (long.toLowerCase().startsWith(begins.toLowerCase())) return begins + long.slice(begins.length);
  return /^\d/u.test(long) ? begins + long : undefined;
}

function judge(system: System, product: string): { want: string; fix: string } | null {
  if (product === "*") return null;
  if (system === "WINDOWS") {
    if (!/^windows ?server|^windows \d/iu.test(product) || !/\s/u.test(product)) return null;
    return { want: "a product without spaces, such as WindowsServer2022", fix: `Write \`${product.replaceAll(/\s/gu, "")}\`.` };
  }
  if (/^debian ?1[3-9]/iu.test(product)) {
    return { want: "Debian11 or Debian12: Patch Manager refuses later ones", fix: "Remove it until AWS supports it." };
  }
  const begins = BEGINS[system];
  const spaced = /\s/u.test(product);
  if (!spaced && (begins === undefined || product.startsWith(begins))) return null;
  const better = begins === undefined ? product.replaceAll(/\s/gu, "") : proposal(product, begins);
  const want =
    begins === undefined ? "a product without spaces" : `a product without spaces that begins with ${begins}, or \`*\``;
  return { want, fix: better === undefined ? "Write Patch Manager's own spelling, or `*`." : `Write \`${better}\`.` };
}

function findings(system: System, products: readonly string[], path: Path): Finding[] {
  return products.flatMap((product, place): Finding[] => {
    const found = judge(system, product);
    return found ? [{ path: [...path, place], got: product, want: `for ${system} ${found.want}`, fix: found.fix }] : [];
  });
}

/** Products, of rules and of patch sources, in a spelling that Patch Manager has for no product of the system. */
export function products(fleet: Fleet): Finding[] {
  const ofRules = everyRule(fleet).flatMap(({ path, baseline, rule }) =>
    findings(baseline.system, filtersOf(rule).product ?? [], [...path, "product"]),
  );
  const ofSources = everyBaseline(fleet).flatMap(({ path, baseline }) =>
    ("sources" in baseline ? baseline.sources : []).flatMap((source, place) =>
      findings(baseline.system, source.products, [...path, "sources", place, "products"]),
    ),
  );
  return [...ofRules, ...ofSources];
}
