import { z } from "zod";
import { listed } from "../closest";
import type { Path } from "../problem";
import { baseline } from "../schema/baseline";
import { FAMILIES, SYSTEMS } from "../systems";
import { choices, keysAt, valueAt } from "./schema-at";

/** What to say about a key that is good for other systems than a baseline's own. */
export interface ForeignKey {
  readonly want: string;
  readonly fix: string;
}

const NO_DATES = new Set(["delay", "until"]);
const APT: ReadonlySet<string> = new Set(FAMILIES.apt);

function systemsOf(option: z.ZodType): string[] {
  if (!(option instanceof z.ZodObject)) return [];
  return choices(option.shape["system"], undefined).flatMap((each) =>
    each instanceof z.ZodEnum ? each.options.map(String) : [],
  );
}

function systemsWith(key: string, inner: Path): string[] {
  return baseline.options.filter((option) => keysAt(option, undefined, inner).includes(key)).flatMap(systemsOf);
}

/**
 * Explains a key that stands in a baseline (`baselines.NAME` or one of its rules) of a system that has no such key, while
 * others do. Undefined when it is no such key.
 */
export function foreignKey(fleet: unknown, path: Path, key: string): ForeignKey | undefined {
  const [section, name, ...inner] = path;
  if (section !== "baselines" || name === undefined) return undefined;
  const written = valueAt(fleet, [section, name, "system"]);
  const system = SYSTEMS.find((each) => each === written);
  const systems = systemsWith(key, inner);
  if (system === undefined || systems.length === 0 || systems.includes(system)) return undefined;
  if (NO_DATES.has(key) && APT.has(system)) {
    return {
      want: `no \`${key}\`: packages of ${system} carry no release date, so nothing can wait for one`,
      fix: `Remove \`${key}\`. Let updates soak by the order of rings (\`after\`, \`soak\`), or install from a snapshot under \`sources\`.`,
    };
  }
  const keys = keysAt(baseline, { system }, inner).filter((own) => own !== "system");
  return {
    want: `for ${system} one of ${listed(keys)}`,
    fix: `Remove \`${key}\`: it is for ${listed(systems, 4)}.`,
  };
}
