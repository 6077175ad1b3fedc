import { systemOf } from "../baseline-system";
import { didYouMean } from "../closest";
import { ENDED, ENDING, endedProduct, endedSystem, type Ended } from "../ended";
import { sortedKeys } from "../places";
import { isPredefined } from "../predefined";
import type { Finding, Path } from "../problem";
import type { Fleet } from "../schema/fleet-file";
import type { System } from "../systems";
import { everyBaseline, everyRule, filtersOf } from "./every-rule";

/** An ended system or product with the place in the file that names it. */
interface Use {
  readonly path: Path;
  readonly ended: Ended;
}

function ofProducts(system: System, products: readonly string[], path: Path): Use[] {
  return products.flatMap((product, place) => {
    const ended = endedProduct(system, product);
    return ended ? [{ path: [...path, place], ended }] : [];
  });
}

/** Where the file names something that has ended: systems of baselines, AWS's own baselines in groups, products. */
function uses(fleet: Fleet): Use[] {
  const systems = everyBaseline(fleet).flatMap(({ path, baseline }) => {
    const ended = endedSystem(baseline.system);
    return ended ? [{ path: [...path, "system"], ended }] : [];
  });
  const predefined = sortedKeys(fleet.groups).flatMap((name) =>
    (fleet.groups[name]?.baselines ?? []).flatMap((baseline, place) => {
      const system = isPredefined(baseline) ? systemOf(fleet, baseline) : null;
      const ended = system ? endedSystem(system) : undefined;
      return ended ? [{ path: ["groups", name, "baselines", place], ended }] : [];
    }),
  );
  const products = everyRule(fleet).flatMap(({ path, baseline, rule }) =>
    ofProducts(baseline.system, filtersOf(rule).product ?? [], [...path, "product"]),
  );
  return [...systems, ...predefined, ...products];
}

/** Whether some baseline reaches a product, by name or by leaving products out. */
function isReached(fleet: Fleet, ended: Ended): boolean {
  const groups = Object.values(fleet.groups).flatMap((group) => group.baselines);
  if (groups.some((name) => isPredefined(name) && systemOf(fleet, name) === ended.system)) return true;
  return everyBaseline(fleet).some(({ baseline }) => {
    if (baseline.system !== ended.system) return false;
    if (ended.products === null || baseline.rules.length === 0) return true;
    const lists = baseline.rules.map((rule) => filtersOf(rule).product ?? ["*"]);
    return lists.some((list) => list.some((product) => product === "*" || ended.products?.test(product)));
  });
}

/** The entry that an acknowledgement's name stands for: an entry's own name, or a product's own spelling. */
function acknowledged(name: string): readonly Ended[] {
  const all = [...ENDED, ...ENDING];
  const exact = all.filter((entry) => entry.name.toLowerCase() === name.toLowerCase());
  return exact.length > 0 ? exact : all.filter((entry) => entry.products?.test(name) === true);
}

function acknowledgements(fleet: Fleet): Finding[] {
  return sortedKeys(fleet.ended).flatMap((name): Finding[] => {
    const path = ["ended", name];
    const found = acknowledged(name);
    if (found.length === 0) {
      const names = ENDED.map((entry) => entry.name);
      const fix = `${didYouMean(name, names)}Write its exact name, or remove it: it has vendor support.`;
      return [{ path, got: name, want: "a system or product without vendor support", fix }];
    }
    if (found.some((entry) => isReached(fleet, entry))) return [];
    return [{ path, got: `${name}, which no baseline reaches`, want: "what is still in the fleet", fix: "Remove it." }];
  });
}

/** Ended systems and products without an acknowledgement, and acknowledgements of what has not ended or is not there. */
export function endedSystems(fleet: Fleet): Finding[] {
  const known = new Set(sortedKeys(fleet.ended).flatMap(acknowledged));
  const told = new Set<Ended>();
  const missing = uses(fleet).flatMap(({ path, ended }): Finding[] => {
    if (known.has(ended) || told.has(ended)) return [];
    told.add(ended);
    return [
      {
        path,
        got: `${ended.name}, without vendor support since ${ended.on}`,
        want: "a system with support, or an entry under `ended`: without patches its servers look compliant",
        fix: `Replace these servers, or add \`ended: { ${/^\w+$/u.test(ended.name) ? ended.name : `"${ended.name}"`}: { owner: …, why: … } }\`.`,
      },
    ];
  });
  return [...missing, ...acknowledgements(fleet)];
}
